//! Programs as people write them. Each has a part of each of its errors beside it, and no other errors.

use statusbook_test_handlers_support::programs::{Crate, Written, held};

const PRELUDE: &str = r#"
pub use axum::body::{Body, Bytes};
pub use axum::extract::*;
pub use axum::extract::rejection::*;
pub use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header, request::Parts};
pub use axum::response::{AppendHeaders, ErrorResponse, Html, IntoResponse, IntoResponseParts, Redirect, Response, ResponseParts, Sse};
pub use axum::{Extension, Form, Json, Router, debug_handler};
pub use std::convert::Infallible;
pub use std::future::Future;
pub use std::net::SocketAddr;
pub use std::pin::Pin;
pub use std::sync::Arc;
pub use statusbook::*;
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)]
pub enum Good { #[status(409, "a")] A, #[status(400, "b")] B(#[from] JsonRejection), #[status(400, "c")] C(#[from] BytesRejection) }
#[derive(Debug, ApiError)] #[api_error(table = edge)]
pub enum Kept { #[status(any(400, 413, 415, 422), by = .0.status(), undocumented(400 = "of the operation"))] A(#[from] JsonRejection) }
"#;

const fn written(name: &'static str) -> Crate {
    Crate {
        name,
        dependencies: r#"axum = { version = "0.8", default-features = false, features = ["form", "json", "macros", "matched-path", "multipart", "original-uri", "query", "tokio", "http1", "ws"] }
serde = { version = "1", features = ["derive"] }
tracing = { version = "0.1", default-features = false, features = ["attributes", "std"] }"#,
        features: r#""axum", "axum-multipart", "axum-ws", "openapi""#,
        prelude: PRELUDE,
        document: None,
    }
}

const CORRECT: &[Written] = &[
    ("a generic handler", "#[handles(pets::add_pet, with(T = Pet))] async fn add<T>(#[into] Json(pet): Json<T>) -> Result<Created<Json<T>>, Good> where T: serde::de::DeserializeOwned + Serialize + Send + 'static { Ok(Created(Json(pet))) }", &[]),
    ("a generic handler with types of its parameter", "pub trait Repo { type Item: Serialize; type Error; } impl Repo for Store { type Item = Pet; type Error = Good; } pub trait Named<T> { type Name; } impl Named<Store> for Pet { type Name = Method; }
        #[handles(pets::add_pet, with(R = Store, P = Pet))] async fn add<R: Repo, P>(_: P::Name, #[into] body: Bytes) -> Result<Created<Json<R::Item>>, R::Error> where P: Named<R>, R: Send + Sync + 'static, R::Error: From<BytesRejection> { todo!() }", &[]),
    ("a generic handler in a router", r#"#[handles(pets::add_pet, with(T = Store, N = 4))] async fn add<T: Clone + Send + Sync + 'static, const N: usize>(_: Extension<T>) -> Created { todo!() }
        fn app() -> Router { router!(pets: add::<Store, 5>, except("GET /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#, &[]),
    ("a generic handler over a number", "pub struct Sized<const N: usize>; impl<const N: usize, S: Sync> FromRequestParts<S> for Sized<N> { type Rejection = Good; async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Good> { Ok(Sized) } }
        #[handles(pets::add_pet, with(N = 4))] async fn add<const N: usize>(_: Sized<N>) -> Created { todo!() }", &[]),
    ("a method", "impl Store { #[handles(pets::add_pet)] pub async fn add(&self, _: Method) -> Created { todo!() } }", &[]),
    ("a method of a trait, by value", "trait Adds { async fn add(self: Arc<Self>) -> Created; } impl Adds for Store { #[handles(pets::add_pet)] async fn add(self: Arc<Self>) -> Created { todo!() } }", &[]),
    ("a method of a generic type", "pub struct Service<R>(R); impl<R: Send + Sync + 'static> Service<R> { #[handles(pets::add_pet, with(R = Store))] async fn add(&self, repo: Extension<R>) -> Created { todo!() } }", &[]),
    ("a handler in a module of a module", r#"mod a { pub(crate) mod b { use crate::*; #[handles(pets::add_pet)] pub(crate) async fn add() -> Created { todo!() } } }
        fn app() -> Router { router!(pets: a::b::add, except("GET /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#, &[]),
    ("a handler in a function", r#"fn app() -> Router { #[handles(pets::add_pet)] async fn add() -> Created { todo!() } router!(pets: add, except("GET /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#, &[]),
    ("a handler under another name", r#"mod a { use crate::*; #[handles(pets::add_pet)] pub async fn add() -> Created { todo!() } } use a::add as create;
        fn app() -> Router { router!(pets: create, except("GET /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#, &[]),
    ("a raw name", r#"#[handles(pets::add_pet)] async fn r#type() -> Created { todo!() } fn app() -> Router { router!(pets: r#type, except("GET /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#, &[]),
    ("an alias of an extractor", "type Input<T = Pet> = Json<T>; #[handles(pets::add_pet)] async fn add(#[into] Json(pet): Input) -> Outcome<Created> { todo!() }", &[]),
    ("an alias of Result with a default", "mod errors { pub type Result<T, E = crate::Good> = core::result::Result<T, E>; } use errors::Result; #[handles(pets::add_pet)] async fn add(#[into] body: Bytes) -> Result<Created<Json<Pet>>> { todo!() }", &[]),
    ("an associated type", "trait Api { type In; } impl Api for Store { type In = Method; } #[handles(pets::add_pet)] async fn add(_: <Store as Api>::In) -> Created { todo!() }", &[]),
    ("an optional body", "#[handles(pets::add_pet)] async fn add(#[into] pet: Option<Json<Pet>>) -> Result<Created, Good> { todo!() }", &[]),
    ("a rejection that the handler sees", "#[handles(pets::add_pet)] async fn add(pet: Result<Json<Pet>, JsonRejection>) -> Created { todo!() }", &[]),
    ("a derived extractor with a rejection", "#[derive(Deserialize, FromRequest)] #[from_request(via(Json), rejection(Good))] struct Input { name: String } #[handles(pets::add_pet)] async fn add(_: Input) -> Created { todo!() }", &[]),
    ("header fields", "#[handles(pets::add_pet)] async fn add() -> (HeaderMap, [(HeaderName, &'static str); 1], AppendHeaders<[(&'static str, &'static str); 1]>, Extension<Store>, Created<Json<Pet>>) { todo!() }", &[]),
    ("optional header fields", "#[handles(pets::add_pet)] async fn add() -> (Option<Extension<Store>>, Created) { todo!() }", &[]),
    ("a future", "#[handles(pets::add_pet)] fn add(_: Method) -> impl Future<Output = Result<Created, Good>> + Send { async { todo!() } }", &[]),
    ("a boxed future", "#[handles(pets::add_pet)] fn add(_: Method) -> Pin<Box<dyn Future<Output = Created> + Send>> { todo!() }", &[]),
    ("instrumented below", "#[handles(pets::add_pet)] #[tracing::instrument(skip_all)] async fn add(#[into] Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { Ok(Created(Json(pet))) }", &[]),
    ("instrumented above", "#[tracing::instrument(skip_all)] #[handles(pets::add_pet)] async fn add(#[into] Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { Ok(Created(Json(pet))) }", &[]),
    ("debug_handler below", "#[handles(pets::add_pet)] #[debug_handler] async fn add(State(store): State<Store>, #[into] Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { Ok(Created(Json(pet))) }", &[]),
    ("debug_handler above", "#[axum::debug_handler(state = Store)] #[handles(pets::add_pet)] async fn add(State(store): State<Store>, #[into] Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { Ok(Created(Json(pet))) }", &[]),
    ("debug_handler of what is declared", "#[handles(pets::add_pet, declares(201, 400))] #[debug_handler] async fn add(#[declares(400)] Json(pet): Json<Pet>) -> Response { todo!() }", &[]),
    ("extractors without a rejection of the client", "#[handles(pets::add_pet)] async fn add(_: Extension<Store>, _: ConnectInfo<SocketAddr>, _: MatchedPath, _: OriginalUri, mut form: Multipart) -> Created { todo!() }", &[]),
    ("a result in a result", "#[handles(pets::add_pet)] async fn add() -> Result<Result<Created, Good>, Good> { todo!() }", &[]),
    ("an error that cannot be", "#[handles(pets::add_pet)] async fn add() -> Result<Created, Infallible> { todo!() }", &[]),
    ("a shared error", "#[handles(pets::add_pet)] async fn add() -> Result<Created, Arc<Good>> { todo!() }", &[]),
    ("a rejection that keeps its status", "#[handles(pets::add_pet | edge)] async fn add(#[into] Json(pet): Json<Pet>) -> Result<Created, Kept> { todo!() }", &[]),
    ("visible where it says", "#[handles(pets::add_pet)] pub(in crate) async fn add() -> Created { todo!() }", &[]),
    ("constant and unsafe", r#"#[handles(pets::add_pet)] const fn add() -> Created { Created(()) } mod a { use crate::*; #[handles(pets::add_pet)] pub unsafe extern "C" fn add() -> Created { todo!() } }"#, &[]),
    ("a parameter that is not compiled", "#[handles(pets::add_pet)] async fn add(#[cfg(any())] Json(pet): Json<Pet>, #[cfg(all())] _: Method, #[allow(unused)] body: Request) -> Created { todo!() }", &[]),
    ("an attribute under a condition", "#[cfg_attr(all(), handles(pets::add_pet))] async fn add() -> Created { todo!() }", &[]),
    ("types from a macro", "macro_rules! make { ($name:ident, $state:ty, $input:ty => $success:ty, $error:ty) => { #[handles(pets::add_pet)] async fn $name(state: $state, #[into] input: $input) -> Result<$success, $error> { todo!() } } }
        make!(add, State<Store>, Json<Pet> => Created<Json<Pet>>, Good);", &[]),
    ("a whole result from a macro", "macro_rules! make { ($output:ty) => { #[handles(pets::add_pet)] async fn add(#[into] body: Bytes) -> $output { todo!() } } } make!(Result<Created, Good>);", &[]),
    ("a lifetime", "#[handles(pets::add_pet)] async fn add<'a>(_: Extension<&'static str>) -> Created<&'a str> where 'a: 'static { todo!() }", &[]),
    ("patterns", "#[handles(pets::add_pet)] async fn add(Query(Pet { name: given }): Query<Pet>, Extension(mut store): Extension<Store>, crate::Extension(_): Extension<Arc<[u8; 4]>>) -> Created { todo!() }", &[]),
    ("a state in an Arc", "#[handles(pets::add_pet)] async fn add(State(store): State<Arc<Store>>) -> Created { todo!() }", &[]),
    ("an `impl` in a body that is declared", "#[handles(pets::list_pets, declares(200))] async fn list() -> Json<impl Serialize> { Json(0) }", &[]),
];

const REFUSED: &[Written] = &[
    (
        "a generic handler",
        "#[handles(pets::add_pet, with(T = Pet))] async fn add<T: Send>(Json(pet): Json<T>) -> Created<Json<T>> { todo!() }",
        &["`Json<T>` rejects requests with"],
    ),
    (
        "a method",
        "struct Pets; impl Pets { #[handles(pets::add_pet)] pub async fn add(&self, Json(pet): Json<Pet>) -> Created { todo!() } }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "an alias of an alias",
        "type One = Json<Pet>; type Two = One; #[handles(pets::add_pet)] async fn add(pet: Two) -> Created { todo!() }",
        &["`Two` rejects requests with"],
    ),
    (
        "an alias of Result",
        "mod errors { pub type Result<T, E = crate::Bad> = core::result::Result<T, E>; } use errors::Result; #[handles(pets::add_pet)] async fn add() -> Result<Created<Json<Pet>>> { todo!() }",
        &["`Result<Created<Json<Pet>>>` responds with"],
    ),
    (
        "a Result that wraps its success",
        "type Result<T, E> = core::result::Result<(StatusCode, T), E>; #[handles(pets::add_pet)] async fn add() -> Result<Created, Good> { todo!() }",
        &["is not `core::result::Result<statusbook::Created, Good>`"],
    ),
    (
        "a Result that is none",
        "pub struct Result<T, E>(T, E); impl<T, E> IntoResponse for Result<T, E> { fn into_response(self) -> Response { StatusCode::IM_A_TEAPOT.into_response() } } #[handles(pets::add_pet)] async fn add() -> Result<Created, Good> { todo!() }",
        &["is not `core::result::Result<statusbook::Created, Good>`"],
    ),
    (
        "a future that responds with something else",
        "type BoxFuture<T> = Pin<Box<dyn Future<Output = (StatusCode, T)> + Send>>; #[handles(pets::add_pet)] fn add() -> BoxFuture<Created> { todo!() }",
        &["is not a future of `statusbook::Created`"],
    ),
    (
        "a future",
        "#[handles(pets::add_pet)] fn add() -> impl Future<Output = NoContent> + Send { async { todo!() } }",
        &["`NoContent` responds with"],
    ),
    (
        "a boxed future",
        "#[handles(pets::add_pet)] fn add() -> Pin<Box<dyn Future<Output = Result<Created, Bad>> + Send>> { todo!() }",
        &["`Bad` responds with"],
    ),
    (
        "instrumented below",
        "#[handles(pets::add_pet)] #[tracing::instrument(skip_all)] async fn add(Json(pet): Json<Pet>) -> Result<Created<Json<Pet>>, Good> { todo!() }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "instrumented above",
        "#[tracing::instrument(skip_all)] #[handles(pets::add_pet)] async fn add() -> Result<Json<Pet>, Good> { todo!() }",
        &["`Json<Pet>` responds with"],
    ),
    (
        "debug_handler below",
        "#[handles(pets::add_pet)] #[debug_handler] async fn add(Json(pet): Json<Pet>) -> Created { todo!() }",
        &["`Json<Pet>` rejects requests with"],
    ),
    // axum compiles the handler twice.
    (
        "debug_handler above",
        "#[axum::debug_handler] #[handles(pets::add_pet)] async fn add(Json(pet): Json<Pet>) -> Created { todo!() }",
        &[
            "`Json<Pet>` rejects requests with",
            "`Json<Pet>` rejects requests with",
        ],
    ),
    (
        "an optional body",
        "#[handles(pets::add_pet)] async fn add(pet: Option<Json<Pet>>) -> Created { todo!() }",
        &["`Option<Json<Pet>>` rejects requests with"],
    ),
    (
        "a derived extractor",
        "#[derive(Deserialize, FromRequest)] #[from_request(via(Json), rejection(Bad))] struct Input { name: String } impl From<JsonRejection> for Bad { fn from(_: JsonRejection) -> Self { Bad::A } } #[handles(pets::add_pet)] async fn add(_: Input) -> Created { todo!() }",
        &["`Input` rejects requests with"],
    ),
    (
        "a header field whose error is any status",
        "pub struct Sneaky; impl IntoResponseParts for Sneaky { type Error = StatusCode; fn into_response_parts(self, _: ResponseParts) -> Result<ResponseParts, StatusCode> { Err(StatusCode::IM_A_TEAPOT) } } #[handles(pets::add_pet)] async fn add() -> (Sneaky, Created) { todo!() }",
        &["does not declare which statuses"],
    ),
    (
        "a redirection",
        "#[handles(pets::add_pet)] async fn add() -> Redirect { todo!() }",
        &["`Redirect` responds with"],
    ),
    (
        "a stream",
        "#[handles(pets::add_pet)] async fn add() -> Sse<Vec<u8>> { todo!() }",
        &["`Sse<Vec<u8>>` responds with"],
    ),
    (
        "a page in an error",
        "#[handles(pets::add_pet)] async fn add() -> Result<Created, Html<String>> { todo!() }",
        &["`Html<String>` responds with"],
    ),
    (
        "a socket",
        "#[handles(pets::add_pet)] async fn add(socket: WebSocketUpgrade) -> Created { todo!() }",
        &["`WebSocketUpgrade` rejects requests with"],
    ),
    (
        "the error of a parameter",
        "pub trait Repo { type Error; } impl Repo for Store { type Error = Bad; } #[handles(pets::add_pet, with(R = Store))] async fn add<R: Repo + Send>() -> Result<Created, R::Error> { todo!() }",
        &["`R::Error` responds with"],
    ),
    (
        "a result in a result",
        "#[handles(pets::add_pet)] async fn add() -> Result<Result<Created, Good>, Bad> { todo!() }",
        &["`Bad` responds with"],
    ),
    (
        "an error in a success",
        "#[handles(pets::add_pet)] async fn add() -> Result<Result<Created, Bad>, Good> { todo!() }",
        &["`Result<Created, Bad>` responds with"],
    ),
    (
        "an error that is erased",
        "pub struct AnyError(Box<dyn std::error::Error>); impl IntoResponse for AnyError { fn into_response(self) -> Response { todo!() } } #[handles(pets::add_pet)] async fn add() -> Result<Created, AnyError> { todo!() }",
        &["`AnyError` does not declare which statuses"],
    ),
    (
        "axum's error response",
        "#[handles(pets::add_pet)] async fn add() -> Result<Created, ErrorResponse> { todo!() }",
        &["`axum::response::ErrorResponse` does not declare which statuses"],
    ),
    (
        "an alias of a code",
        "type Code = StatusCode; #[handles(pets::add_pet)] async fn add() -> Result<Created, Code> { todo!() }",
        &["`axum::http::StatusCode` does not declare which statuses"],
    ),
    (
        "a rejection that keeps its status",
        "#[handles(pets::add_pet)] async fn add(#[into] Json(pet): Json<Pet>) -> Result<Created, Kept> { todo!() }",
        &["`Kept` responds with"],
    ),
    (
        "two mistakes",
        "#[handles(pets::add_pet)] async fn add(Json(pet): Json<Pet>) -> Result<Created, Bad> { todo!() }",
        &["`Json<Pet>` rejects requests with", "`Bad` responds with"],
    ),
    (
        "three mistakes of three kinds",
        "#[handles(pets::add_pet, never(503 = \"no\"))] async fn add(body: Bytes) -> Result<NoContent, StatusCode> { todo!() }",
        &["`axum::http::StatusCode` does not declare which statuses"],
    ),
    (
        "a parameter that is compiled",
        "#[handles(pets::add_pet)] async fn add(#[cfg(all())] Json(pet): Json<Pet>) -> Created { todo!() }",
        &["`Json<Pet>` rejects requests with"],
    ),
    (
        "types from a macro",
        "macro_rules! make { ($input:ty => $success:ty) => { #[handles(pets::add_pet)] async fn add(input: $input) -> $success { todo!() } } } make!(Query<Pet> => Result<Json<Pet>, Good>);",
        &["`Json<Pet>` responds with"],
    ),
    (
        "an `#[into]` without a `Result`",
        "#[handles(pets::add_pet)] async fn add(#[into] Json(pet): Json<Pet>) -> Created { todo!() }",
        &["`statusbook::Created` is not a `Result`"],
    ),
    (
        "an `#[into]` that no `From` serves",
        "#[handles(pets::add_pet)] async fn add(#[into] Form(pet): Form<Pet>) -> Result<Created, Good> { todo!() }",
        &["`#[into]` cannot turn the rejection"],
    ),
    (
        "an `#[into]` into an alias that no `From` serves",
        "#[handles(pets::add_pet)] async fn add(#[into] Form(pet): Form<Pet>) -> Outcome<Created> { todo!() }",
        &["`#[into]` cannot turn the rejection"],
    ),
    (
        "a handler without `#[handles]`",
        r#"async fn add() -> Created { todo!() } fn app() -> Router { router!(pets: add, except("GET /pets" = "x", "POST /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#,
        &["the handler has no operation"],
    ),
    (
        "a method's success",
        "struct Pets; impl Pets { #[handles(pets::add_pet)] pub async fn add(&self) -> NoContent { todo!() } } ",
        &["`NoContent` responds with"],
    ),
];

/// Mistakes that are found before types are looked at, which ends the compilation.
const REFUSED_EARLY: &[Written] = &[
    (
        "`#[into]` without a return type",
        "#[handles(pets::add_pet)] async fn add(#[into] Json(pet): Json<Pet>) { todo!() }",
        &["so the handler must return a `Result`"],
    ),
    (
        "an associated function",
        "struct Pets; impl Pets { #[handles(pets::add_pet)] pub async fn add() -> Created { todo!() } }",
        &["enum is not supported"],
    ),
    (
        "an associated function of a trait",
        "trait Adds { async fn add() -> Created; } impl Adds for Store { #[handles(pets::add_pet)] async fn add() -> Created { todo!() } }",
        &["enum is not supported"],
    ),
    (
        "two attributes",
        "#[handles(pets::add_pet)] #[handles(edge)] async fn add() -> Created { todo!() }",
        &["has a table already"],
    ),
    (
        "`Self` in a method",
        "struct Pets; impl Pets { #[handles(pets::add_pet)] async fn add(&self, State(s): State<Self>) -> Created { todo!() } }",
        &["does not know `Self`"],
    ),
    (
        "an `impl` in a body",
        "#[handles(pets::list_pets)] async fn list() -> Json<impl Serialize> { Json(0) }",
        &["`impl Serialize` hides its status"],
    ),
    (
        "an `impl` that is `#[into]`",
        "#[handles(pets::add_pet, declares(201))] async fn add(#[into] body: Bytes) -> impl IntoResponse { String::new() }",
        &["so the handler must return a `Result`"],
    ),
    (
        "a handler that does not exist",
        r#"fn app() -> Router { router!(pets: ad, except("GET /pets" = "x", "POST /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#,
        &["ad"],
    ),
    (
        "a handler that does not exist in a module",
        r#"mod a {} fn app() -> Router { router!(pets: a::ad, except("GET /pets" = "x", "POST /pets" = "x", "GET /pets/{petId}" = "x", "DELETE /pets/{petId}" = "x")) }"#,
        &["a::ad"],
    ),
    (
        "a call as a handler",
        r#"fn app() -> Router { router!(pets: add(), except("GET /pets" = "x")) }"#,
        &["unknown key `add`"],
    ),
    (
        "a state without a type",
        "#[handles(pets::add_pet, state)] async fn add() -> Created { todo!() }",
        &["state = "],
    ),
];

#[test]
fn correct_programs_are_accepted() {
    held(&written("statusbook-written-axum"), CORRECT);
}

#[test]
fn mistakes_are_refused_where_they_are() {
    held(&written("statusbook-mistaken-axum"), REFUSED);
}

#[test]
fn mistakes_of_syntax_are_refused_where_they_are() {
    held(&written("statusbook-unread-axum"), REFUSED_EARLY);
}
