//! Rocket, Salvo and warp: what a handler returns is checked, and its parameters are not. Each program stands with a part of each
//! of its errors, and has no others.

use statusbook_test_handlers_support::programs::{Crate, Written, held};

const ROCKET: Crate = Crate {
    name: "statusbook-written-rocket",
    dependencies: r#"rocket = { version = "0.5", default-features = false, features = ["json"] }
serde = { version = "1", features = ["derive"] }"#,
    features: r#""openapi", "rocket", "rocket-json""#,
    prelude: r#"
pub use rocket::{State, get, post, routes};
pub use rocket::http::Status;
pub use rocket::response::{Debug, Redirect, Responder, content, status};
pub use rocket::serde::json::Json;
pub use statusbook::*;
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)] pub enum Good { #[status(409, "a")] A, #[status(400, "b")] B }
"#,
    document: None,
};

const ON_ROCKET: &[Written] = &[
    (
        "a route below",
        "#[handles(pets::add_pet)] #[post(\"/pets\", data = \"<pet>\")] fn add(pet: Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() } fn app() -> Vec<rocket::Route> { routes![add] }",
        &[],
    ),
    (
        "a method",
        "struct Pets; impl Pets { #[handles(pets::add_pet)] fn add(&self) -> Created<String> { todo!() } }",
        &[],
    ),
    (
        "Rocket's own success",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] async fn add() -> status::Created<Json<Pet>> { todo!() }",
        &[],
    ),
    (
        "Rocket's own error",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Result<Created<content::RawJson<String>>, status::Conflict<String>> { todo!() }",
        &[],
    ),
    (
        "a state",
        "#[handles(pets::list_pets)] #[get(\"/pets\")] fn list(store: &State<Store>) -> Json<Pet> { todo!() }",
        &[],
    ),
    (
        "a response that is declared",
        "#[handles(pets::add_pet, declares(201))] #[post(\"/pets\")] fn add() -> (Status, Json<Pet>) { todo!() }",
        &[],
    ),
    (
        "a success",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Json<Pet> { todo!() }",
        &["`Json<Pet>` responds with"],
    ),
    (
        "another success of Rocket",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> status::Accepted<Json<Pet>> { todo!() }",
        &["`status::Accepted<Json<Pet>>` responds with"],
    ),
    (
        "an error",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Result<Created<String>, Bad> { todo!() }",
        &["`Bad` responds with"],
    ),
    (
        "an error that is a 500",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Result<Created<String>, Debug<std::io::Error>> { todo!() }",
        &["`Debug<std::io::Error>` responds with"],
    ),
    (
        "an optional response",
        "#[handles(pets::list_pets)] #[get(\"/pets\")] fn list() -> Option<Json<Pet>> { todo!() }",
        &["`Option<Json<Pet>>` responds with"],
    ),
    (
        "a code beside a body",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> (Status, Json<Pet>) { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a code",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Result<Created<String>, Status> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a code by its value",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> status::Custom<String> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a redirection",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Redirect { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "two mistakes",
        "#[handles(pets::add_pet)] #[post(\"/pets\")] fn add() -> Result<NoContent, Bad> { todo!() }",
        &["`NoContent` responds with", "`Bad` responds with"],
    ),
];

const SALVO: Crate = Crate {
    name: "statusbook-written-salvo",
    dependencies: r#"salvo = { version = "1", default-features = false, features = ["http1", "server"] }
serde = { version = "1", features = ["derive"] }"#,
    features: r#""openapi", "salvo""#,
    prelude: r#"
pub use salvo::{handler, Depot, Request, Response, Router, Writer};
pub use salvo::http::{StatusCode, StatusError};
pub use salvo::writing::{Json, Redirect, Text};
pub use statusbook::{Accepted, ApiError, ApiResponse, Created, NoContent, handles, status_table};
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)] pub enum Good { #[status(409, "a")] A, #[status(400, "b")] B }
"#,
    document: None,
};

const ON_SALVO: &[Written] = &[
    (
        "handler below",
        "#[handles(pets::add_pet)] #[handler] async fn add(request: &mut Request) -> Result<Created<Json<Pet>>, Good> { todo!() } fn app() -> Router { Router::new().post(add) }",
        &[],
    ),
    (
        "a function that waits for nothing",
        "#[handles(pets::add_pet)] #[handler] fn add() -> Created<String> { todo!() }",
        &[],
    ),
    (
        "a text",
        "#[handles(pets::list_pets)] #[handler] async fn list() -> Text<String> { todo!() }",
        &[],
    ),
    (
        "nothing",
        "#[handles(pets::list_pets)] #[handler] async fn list() {}",
        &[],
    ),
    (
        "a response that is declared",
        "#[handles(pets::add_pet, declares(201))] #[handler] async fn add() -> StatusCode { todo!() }",
        &[],
    ),
    (
        "a success",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Json<Pet> { todo!() }",
        &["`Json<Pet>` responds with"],
    ),
    (
        "an error",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Result<Created<String>, Bad> { todo!() }",
        &["`Bad` responds with"],
    ),
    (
        "Salvo's error",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Result<Created<String>, StatusError> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a code",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> StatusCode { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a redirection",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Redirect { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "two mistakes",
        "#[handles(pets::add_pet)] #[handler] async fn add() -> Result<Accepted<String>, Bad> { todo!() }",
        &["`Accepted<String>` responds with", "`Bad` responds with"],
    ),
];

/// Salvo's attribute puts the function into an `impl` block.
const BELOW_HANDLER: &[Written] = &[(
    "handler above",
    "#[handler] #[handles(pets::add_pet)] async fn add(request: &mut Request, depot: &mut Depot) -> Result<Created<Json<Pet>>, Good> { todo!() }",
    &["enum is not supported"],
)];

const WARP: Crate = Crate {
    name: "statusbook-written-warp",
    dependencies: r#"warp = { version = "0.4", default-features = false, features = ["server"] }
serde = { version = "1", features = ["derive"] }"#,
    features: r#""openapi", "warp""#,
    prelude: r#"
pub use std::convert::Infallible;
pub use warp::http::StatusCode;
pub use warp::reply::{Html, Reply, Response, WithHeader, WithStatus};
pub use warp::Rejection;
pub use statusbook::{Accepted, ApiError, ApiResponse, Created, NoContent, handles, status_table};
pub struct Json<T>(T);
impl<T> statusbook::Responses for Json<T> { const STATUSES: statusbook::StatusSet = statusbook::StatusSet::of(&[200]); }
impl<T: Send> Reply for Json<T> { fn into_response(self) -> Response { todo!() } }
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)] pub enum Good { #[status(409, "a")] A, #[status(400, "b")] B }
"#,
    document: None,
};

const ON_WARP: &[Written] = &[
    (
        "a success and an error",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Result<Created<String>, Good> { todo!() }",
        &[],
    ),
    (
        "what warp cannot reject",
        "#[handles(pets::add_pet)] async fn add(pet: Pet, store: Store) -> Result<Created<String>, Infallible> { todo!() }",
        &[],
    ),
    (
        "warp's JSON",
        "#[handles(pets::list_pets)] async fn list() -> warp::reply::Json { todo!() }",
        &[],
    ),
    (
        "a header field",
        "#[handles(pets::list_pets)] async fn list() -> WithHeader<Html<String>> { todo!() }",
        &[],
    ),
    (
        "a response that is declared",
        "#[handles(pets::add_pet, declares(201))] async fn add(pet: Pet) -> Result<WithStatus<String>, Infallible> { todo!() }",
        &[],
    ),
    (
        "a future",
        "#[handles(pets::add_pet)] fn add(pet: Pet) -> impl Future<Output = Result<Created<String>, Good>> + Send { async { todo!() } }",
        &[],
    ),
    (
        "a success",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> warp::reply::Json { todo!() }",
        &["`warp::reply::Json` responds with"],
    ),
    (
        "an error",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Result<Created<String>, Bad> { todo!() }",
        &["`Bad` responds with"],
    ),
    (
        "a header field of what is not documented",
        "#[handles(pets::add_pet)] async fn add() -> WithHeader<String> { todo!() }",
        &["`WithHeader<String>` responds with"],
    ),
    (
        "warp's rejection",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Result<Created<String>, Rejection> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a status by its value",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> WithStatus<String> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a code",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Result<StatusCode, Infallible> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a boxed reply",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Box<dyn Reply> { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "two mistakes",
        "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Result<NoContent, Bad> { todo!() }",
        &["`NoContent` responds with", "`Bad` responds with"],
    ),
];

/// What hides its status by its form is refused before types are looked at.
const HIDDEN_ON_WARP: &[Written] = &[(
    "a reply",
    "#[handles(pets::add_pet)] async fn add(pet: Pet) -> Result<impl Reply, Rejection> { Ok(String::new()) }",
    &["`impl Reply` hides its status"],
)];

#[test]
fn what_a_handler_of_rocket_returns_is_checked() {
    held(&ROCKET, ON_ROCKET);
}

#[test]
fn what_a_handler_of_salvo_returns_is_checked() {
    held(&SALVO, ON_SALVO);
    held(&SALVO, BELOW_HANDLER);
}

#[test]
fn what_a_handler_of_warp_returns_is_checked() {
    held(&WARP, ON_WARP);
    held(&WARP, HIDDEN_ON_WARP);
}
