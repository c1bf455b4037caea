//! Programs as people write them. Each has a part of each of its errors beside it, and no other errors.

use statusbook_test_handlers_support::programs::{Crate, Written, held};

const PRELUDE: &str = r#"
pub use actix_web::web::*;
pub use actix_web::http::{Method, StatusCode};
pub use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, Responder, ResponseError};
pub use std::future::Future;
pub use std::pin::Pin;
pub use std::sync::Arc;
pub use statusbook::*;
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)]
pub enum Good { #[status(409, "a")] A, #[status(400, "b")] B }
impl From<Error> for Good { fn from(_: Error) -> Self { Good::B } }
"#;

const fn written(name: &'static str, features: &'static str) -> Crate {
    Crate {
        name,
        dependencies: r#"actix-web = { version = "4", default-features = false, features = ["macros"] }
serde = { version = "1", features = ["derive"] }
tracing = { version = "0.1", default-features = false, features = ["attributes", "std"] }"#,
        features,
        prelude: PRELUDE,
        document: None,
    }
}

const ALONE: &str = r#""actix-web", "openapi""#;

const PROGRAMS: &[Written] = &[
    (
        "a generic handler",
        "#[handles(pets::add_pet, with(T = Pet))] async fn add<T: serde::de::DeserializeOwned + 'static>(#[into] pet: Json<T>) -> Result<Created<Json<T>>, Good> { todo!() }",
        &[],
    ),
    (
        "a method",
        "impl Store { #[handles(pets::add_pet)] async fn add(&self, _: HttpRequest) -> Created<String> { todo!() } }",
        &[],
    ),
    (
        "a route above",
        "#[actix_web::post(\"/pets\")] #[handles(pets::add_pet)] async fn add(#[into] pet: Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &[],
    ),
    (
        "a route below",
        "#[handles(pets::add_pet)] #[actix_web::post(\"/pets\")] async fn add(#[into] pet: Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &[],
    ),
    (
        "several routes",
        "#[handles(pets::add_pet)] #[actix_web::route(\"/pets\", method = \"POST\", method = \"PUT\")] async fn add(#[into] pet: Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &[],
    ),
    (
        "routes around",
        "#[actix_web::routes] #[post(\"/a\")] #[post(\"/b\")] #[handles(pets::add_pet)] async fn add() -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a route in router!",
        r#"#[handles(pets::add_pet)] #[actix_web::post("/pets")] async fn add() -> Created<String> { todo!() } fn app(config: &mut ServiceConfig) { let _ = <add as statusbook::__private::handlers::Handles>::TABLE; }"#,
        &[],
    ),
    (
        "instrumented",
        "#[handles(pets::add_pet)] #[tracing::instrument(skip_all)] async fn add(#[into] pet: Json<Pet>) -> Result<Created<Json<Pet>>, Good> { Ok(Created(pet)) }",
        &[],
    ),
    (
        "an optional body",
        "#[handles(pets::add_pet)] async fn add(pet: Option<Json<Pet>>, form: Result<Form<Pet>, Error>) -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a state in an Arc",
        "#[handles(pets::add_pet)] async fn add(store: Data<Arc<Store>>, dynamic: Data<dyn Send>) -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a response that is declared",
        "#[handles(pets::add_pet, declares(201, 409))] async fn add(_: Query<Pet>) -> actix_web::Result<impl Responder> { Ok(\"\") }",
        &[],
    ),
    (
        "types from a macro",
        "macro_rules! make { ($input:ty => $success:ty, $error:ty) => { #[handles(pets::add_pet)] async fn add(#[into] input: $input) -> Result<$success, $error> { todo!() } } } make!(Json<Pet> => Created<Json<Pet>>, Good);",
        &[],
    ),
    (
        "nothing",
        "#[handles(pets::give_pet)] async fn give() {}",
        &[],
    ),
    (
        "nothing, or an error",
        "#[derive(Debug, ApiError)] #[api_error(table = pets::give_pet)] #[status(404)] struct Missing; #[handles(pets::give_pet)] async fn give() -> Result<(), Missing> { Ok(()) }",
        &[],
    ),
    (
        "a generic handler's body",
        "#[handles(pets::add_pet, with(T = Pet))] async fn add<T: Send>(pet: Json<T>) -> Created<String> { todo!() }",
        &["`Json<T>` rejects requests with"],
    ),
    (
        "a method's body",
        "struct Pets; impl Pets { #[handles(pets::add_pet)] async fn add(&self, pet: Json<Pet>) -> Created<String> { todo!() } }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "a body below a route",
        "#[actix_web::post(\"/pets\")] #[handles(pets::add_pet)] async fn add(pet: Json<Pet>) -> Created<String> { todo!() }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "a body above a route",
        "#[handles(pets::add_pet)] #[actix_web::post(\"/pets\")] async fn add(pet: Json<Pet>) -> Created<String> { todo!() }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "an alias of a body",
        "type Input = Json<Pet>; #[handles(pets::add_pet)] async fn add(pet: Input) -> Created<String> { todo!() }",
        &["`Input` rejects requests with"],
    ),
    (
        "actix-web's Result",
        "use actix_web::Result; #[handles(pets::add_pet)] async fn add() -> Result<Created<String>> { todo!() }",
        &["Result<statusbook::Created<String>, actix_web::Error>` does not declare which statuses"],
    ),
    (
        "an error by hand",
        "#[derive(Debug)] struct Failed; impl std::fmt::Display for Failed { fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) } } impl ResponseError for Failed { fn status_code(&self) -> StatusCode { StatusCode::IM_A_TEAPOT } } #[handles(pets::add_pet)] async fn add() -> Result<Created<String>, Failed> { todo!() }",
        &["`Failed` does not declare which statuses"],
    ),
    (
        "a Result that wraps its success",
        "type Result<T, E> = core::result::Result<(T, StatusCode), E>; #[handles(pets::add_pet)] async fn add() -> Result<Created<String>, Good> { todo!() }",
        &["is not `core::result::Result<statusbook::Created<String>, Good>`"],
    ),
    (
        "a redirection",
        "#[handles(pets::add_pet)] async fn add() -> Redirect { todo!() }",
        &["`actix_web::web::Redirect` does not declare which statuses"],
    ),
    (
        "a customized response",
        "#[handles(pets::add_pet)] async fn add() -> actix_web::CustomizeResponder<Created<String>> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a code beside a body",
        "#[handles(pets::add_pet)] async fn add() -> (Created<String>, StatusCode) { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "either of two",
        "#[handles(pets::add_pet)] async fn add(_: Either<Query<Pet>, Json<Pet>>) -> Either<Created<String>, NoContent> { todo!() }",
        &[
            "rejects requests with",
            "`Either<Created<String>, NoContent>` responds with",
        ],
    ),
    (
        "nothing where something is documented",
        "#[handles(pets::add_pet)] async fn add(_: Method) {}",
        &["`()` responds with"],
    ),
    (
        "an `#[into]` without a `Result`",
        "#[handles(pets::add_pet)] async fn add(#[into] pet: Json<Pet>) -> Created<String> { todo!() }",
        &["`statusbook::Created<String>` is not a `Result`"],
    ),
    (
        "an `#[into]` that no `From` serves",
        "#[handles(pets::add_pet)] async fn add(#[into] pet: Json<Pet>) -> Result<Created<String>, Bad> { todo!() }",
        &["`#[into]` cannot turn the rejection"],
    ),
    (
        "an extractor whose error is actix-web's",
        "struct Opaque; impl FromRequest for Opaque { type Error = Error; type Future = std::future::Ready<Result<Self, Error>>; fn from_request(_: &HttpRequest, _: &mut actix_web::dev::Payload) -> Self::Future { todo!() } } #[handles(pets::add_pet)] async fn add(_: Opaque) -> Created<String> { todo!() }",
        &["`Opaque` does not declare"],
    ),
];

/// In a crate where several frameworks are enabled.
const BESIDE_AXUM: &[Written] = &[
    (
        "nothing that tells",
        "#[handles(pets::give_pet)] async fn give() {}",
        &["framework = actix_web"],
    ),
    (
        "no parameters, and an error",
        "#[derive(Debug, ApiError)] #[api_error(table = pets::give_pet)] #[status(404)] struct Missing; #[handles(pets::give_pet)] async fn give() -> Result<(), Missing> { Ok(()) }",
        &["framework = actix_web"],
    ),
    (
        "no parameters, and a 204 in actix-web that is not documented",
        "#[handles(pets::list_pets)] async fn list() -> Result<(), std::convert::Infallible> { Ok(()) }",
        &["framework = actix_web"],
    ),
    (
        "the framework is named",
        "#[handles(pets::give_pet, framework = actix_web)] async fn give() {} #[handles(pets::list_pets, framework = axum)] async fn list() {}",
        &[],
    ),
    (
        "a parameter tells",
        "#[handles(pets::give_pet)] async fn give(_: HttpRequest) {}",
        &[],
    ),
    (
        "nothing depends on the framework",
        "#[handles(pets::add_pet)] async fn add() -> Result<Created<String>, Good> { todo!() }",
        &[],
    ),
];

#[test]
fn each_program_has_its_errors() {
    held(&written("statusbook-written-actix-web", ALONE), PROGRAMS);
}

#[test]
fn nothing_is_guessed_beside_another_framework() {
    let beside = written(
        "statusbook-beside-actix-web",
        r#""actix-web", "axum", "openapi""#,
    );
    held(&beside, BESIDE_AXUM);
}
