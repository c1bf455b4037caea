//! Programs as people write them. Each has a part of each of its errors beside it, and no other errors.

use statusbook_test_handlers_support::programs::{Crate, Written, held};

const PRELUDE: &str = r#"
pub use poem::web::{Accept, Data, Form, Html, Json, Multipart, Path, Query, Redirect, WithStatus};
pub use poem::http::{HeaderMap, Method, StatusCode, Uri};
pub use poem::{Body, Error, FromRequest, IntoResponse, Request, RequestBody, Response, handler};
pub use std::sync::Arc;
pub use statusbook::{Accepted, ApiError, ApiResponse, Coded, Created, NoContent, handles, router, status_table};
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)]
pub enum Good { #[status(409, "a")] A, #[status(400, "b")] B }
impl From<Error> for Good { fn from(_: Error) -> Self { Good::B } }
"#;

const WRITTEN: Crate = Crate {
    name: "statusbook-written-poem",
    dependencies: r#"poem = { version = "3", default-features = false, features = ["cookie", "multipart", "server"] }
serde = { version = "1", features = ["derive"] }
tracing = { version = "0.1", default-features = false, features = ["attributes", "std"] }"#,
    features: r#""openapi", "poem", "poem-cookie", "poem-multipart""#,
    prelude: PRELUDE,
    document: None,
};

const PROGRAMS: &[Written] = &[
    (
        "handler below",
        "#[handles(pets::add_pet)] #[handler] async fn add(#[into] Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &[],
    ),
    (
        "handler above",
        "#[handler] #[handles(pets::add_pet)] async fn add(pet: poem::Result<Json<Pet>>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &[],
    ),
    // poem has called the extractor already.
    (
        "handler above what changes an extractor",
        "#[handler] #[handles(pets::add_pet)] async fn add(#[into] Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &["mismatched types"],
    ),
    (
        "by its path",
        "#[handles(pets::add_pet)] #[poem::handler] fn add(request: &Request, uri: &Uri) -> Created { todo!() }",
        &[],
    ),
    (
        "a function that waits for nothing",
        "#[handles(pets::add_pet)] #[handler] fn add(Data(store): Data<&Store>) -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a generic handler",
        "#[handles(pets::add_pet, with(T = Store))] #[handler] fn add<T: Send + Sync + 'static>(store: Data<&T>) -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a method",
        "impl Store { #[handles(pets::add_pet)] async fn add(&self, _: Method) -> Created<String> { todo!() } }",
        &[],
    ),
    (
        "in router!",
        r#"#[handles(pets::add_pet)] #[handler] async fn add() -> Created { todo!() } fn app() -> poem::Route { router!(pets: add, except("GET /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#,
        &[],
    ),
    (
        "instrumented",
        "#[handles(pets::add_pet)] #[handler] #[tracing::instrument(skip_all)] async fn add(#[into] pet: Json<Pet>) -> Result<Created<Json<Pet>>, Good> { Ok(Created(pet)) }",
        &[],
    ),
    (
        "a rejection that the handler sees",
        "#[handles(pets::add_pet)] #[handler] async fn add(pet: poem::Result<Json<Pet>>, form: Option<Form<Pet>>) -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a response that is declared",
        "#[handles(pets::add_pet, declares(201, 409))] #[handler] async fn add(_: Query<Pet>) -> poem::Result<Response> { todo!() }",
        &[],
    ),
    (
        "types from a macro",
        "macro_rules! make { ($input:ty => $success:ty) => { #[handles(pets::add_pet)] #[handler] async fn add(#[into] input: $input) -> Result<$success, Good> { todo!() } } } make!(Json<Pet> => Created<Json<Pet>>);",
        &[],
    ),
    (
        "a success below handler",
        "#[handler] #[handles(pets::add_pet)] async fn add() -> Json<Pet> { todo!() }",
        &["`Json<Pet>` responds with"],
    ),
    (
        "a success above handler",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Json<Pet> { todo!() }",
        &["`Json<Pet>` responds with"],
    ),
    (
        "a body below handler",
        "#[handler] #[handles(pets::add_pet)] async fn add(pet: Json<Pet>) -> Created<String> { todo!() }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "a generic handler's body",
        "#[handles(pets::add_pet, with(T = Pet))] #[handler] async fn add<T: serde::de::DeserializeOwned + Send + Sync + 'static>(pet: Json<T>) -> Created<String> { todo!() }",
        &["`Json<T>` rejects requests with"],
    ),
    (
        "poem's Result",
        "use poem::Result; #[handles(pets::add_pet)] #[handler] async fn add() -> Result<Created<String>> { todo!() }",
        &["Result<statusbook::Created<String>, poem::Error>` does not declare which statuses"],
    ),
    (
        "an error of poem",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Result<Created<String>, poem::error::NotFoundError> { todo!() }",
        &["`poem::error::NotFoundError` responds with"],
    ),
    (
        "a Result that wraps its success",
        "type Result<T, E> = core::result::Result<(StatusCode, T), E>; #[handles(pets::add_pet)] #[handler] async fn add() -> Result<Created<String>, Good> { todo!() }",
        &["is not `core::result::Result<statusbook::Created<String>, Good>`"],
    ),
    (
        "a body with a status",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> WithStatus<Created<String>> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a redirection",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Redirect { todo!() }",
        &["`Redirect` responds with"],
    ),
    (
        "two mistakes",
        "#[handles(pets::add_pet)] #[handler] async fn add(pet: Json<Pet>) -> Result<NoContent, Good> { todo!() }",
        &[
            "`Json<Pet>` rejects requests with",
            "`NoContent` responds with",
        ],
    ),
    (
        "a user's extractor",
        "struct Mine; impl<'a> FromRequest<'a> for Mine { async fn from_request(_: &'a Request, _: &mut RequestBody) -> poem::Result<Self> { todo!() } } #[handles(pets::add_pet)] #[handler] async fn add(_: Mine) -> Created<String> { todo!() }",
        &["`Mine` does not declare"],
    ),
    (
        "an `#[into]` without a `Result`",
        "#[handles(pets::add_pet)] #[handler] async fn add(#[into] pet: Json<Pet>) -> Created<String> { todo!() }",
        &["`#[into]` cannot turn a rejection into the error of `statusbook::Created<String>`"],
    ),
    (
        "a handler without `#[handles]`",
        r#"#[handler] async fn add() -> Created { todo!() } fn app() -> poem::Route { router!(pets: add, except("GET /pets" = "x", "POST /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#,
        &["the handler has no operation"],
    ),
    (
        "`#[handles]` below handler in router!",
        r#"#[handler] #[handles(pets::add_pet)] async fn add() -> Created { todo!() } fn app() -> poem::Route { router!(pets: add, except("GET /pets" = "x", "POST /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#,
        &["the handler has no operation"],
    ),
];

#[test]
fn each_program_has_its_errors() {
    held(&WRITTEN, PROGRAMS);
}
