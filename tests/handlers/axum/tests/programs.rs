//! Programs with an undocumented status are refused, each with one error. Correct programs are accepted.

use statusbook_test_handlers_support::programs::{self, Crate, Parts, Program, accepted, refused};

const PRELUDE: &str = r#"
pub use axum::body::{Body, Bytes};
pub use axum::extract::*;
pub use axum::http::{HeaderMap, Method, StatusCode, Uri, header, request::Parts};
pub use axum::response::{Html, IntoResponse, Redirect, Response};
pub use axum::{Extension, Form, Json};
pub use axum::extract::rejection::*;
pub use statusbook::*;
#[derive(Clone)] pub struct Other;
impl FromRef<Store> for Other { fn from_ref(_: &Store) -> Self { Other } }
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)]
pub enum Good { #[status(400, "a")] A, #[status(409, "b")] B,
    #[status(400, "c")] C(#[from] JsonRejection), #[status(400, "d")] D(#[from] FormRejection), #[status(400, "e")] E(#[from] StringRejection),
    #[status(400, "f")] F(#[from] BytesRejection), #[status(400, "g")] G(#[from] PathRejection) }
/// Rejects with a documented error.
pub struct Careful;
impl<S: Sync> FromRequestParts<S> for Careful { type Rejection = Good; async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Good> { todo!() } }
/// Rejects with an undocumented error.
pub struct Careless;
impl<S: Sync> FromRequestParts<S> for Careless { type Rejection = Bad; async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Bad> { todo!() } }
/// Takes the body, and rejects with a status code.
pub struct Opaque;
impl<S: Sync> FromRequest<S> for Opaque { type Rejection = StatusCode; async fn from_request(_: Request, _: &S) -> Result<Self, StatusCode> { todo!() } }
/// Rejects with a response.
pub struct Hidden;
impl<S: Sync> FromRequestParts<S> for Hidden { type Rejection = Response; async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Response> { todo!() } }
/// As axum's derive makes it without `rejection(…)`.
#[derive(Deserialize, FromRequest)] #[from_request(via(Json))] pub struct Derived { pub name: String }
"#;

const fn all(name: &'static str) -> Crate {
    Crate {
        name,
        dependencies: r#"axum = { version = "0.8", default-features = false, features = ["form", "json", "macros", "matched-path", "multipart", "original-uri", "query", "tokio", "http1", "ws"] }
serde = { version = "1", features = ["derive"] }"#,
        features: r#""axum", "axum-multipart", "axum-ws", "openapi""#,
        prelude: PRELUDE,
        document: None,
    }
}

const PARTS: Parts = Parts {
    bad_successes: &[
        "Json<Pet>",
        "String",
        "&'static str",
        "NoContent",
        "Accepted<Json<Pet>>",
        "Coded<299, String>",
        "Html<String>",
        "Another",
        "SeeOther<String>",
        "(HeaderMap, Json<Pet>)",
        "Bytes",
        "Vec<u8>",
        "Body",
        "Redirect",
        "NotModified",
        "axum::response::NoContent",
        "Created<Wrong<String>>",
        "()",
    ],
    good_successes: &[
        "Created<Json<Pet>>",
        "Created",
        "Created<String>",
        "One",
        "(HeaderMap, Created<Json<Pet>>)",
        "Coded<201, Json<Pet>>",
        "Created<(HeaderMap, Json<Pet>)>",
        "Created<Html<String>>",
    ],
    bad_errors: &["Bad", "Worse", "Outer", "Box<Bad>"],
    bad_extractors: &[
        "Json(pet): Json<Pet>",
        "body: Bytes",
        "body: String",
        "Form(pet): Form<Pet>",
        "pet: Option<Json<Pet>>",
        "form: RawForm",
        "Careless: Careless",
        "both: (Method, Json<Pet>)",
        "socket: ws::WebSocketUpgrade",
        "body: axum::body::Bytes",
        "pair: (Careless, Method)",
        "#[declares(418)] Json(pet): Json<Pet>",
    ],
    opaque_extractors: &[
        "opaque: Opaque",
        "hidden: Hidden",
        "derived: Derived",
        "pair: (Hidden, Method)",
        "any: impl FromRequestParts<()>",
    ],
    good_extractors: &[
        "State(store): State<Store>",
        "Query(query): Query<Pet>",
        "Path(id): Path<u32>",
        "method: Method",
        "uri: Uri",
        "headers: HeaderMap",
        "Careful: Careful",
        "multipart: Multipart",
        "Extension(other): Extension<Other>",
        "path: MatchedPath",
        "uri: OriginalUri",
        "query: RawQuery",
        "parameters: RawPathParams",
        "request: Request",
        "body: Body",
        "pet: std::result::Result<Json<Pet>, JsonRejection>",
        "both: (Method, Query<Pet>)",
        "#[into] Json(pet): Json<Pet>",
        "#[into] Form(pet): Form<Pet>",
        "#[into] body: String",
        "#[into] body: Bytes",
        "#[into] Path(id): Path<u32>",
        "#[declares(400)] Opaque: Opaque",
        "(): ()",
    ],
    opaque_outputs: &[
        "Response",
        "StatusCode",
        "(StatusCode, Json<Pet>)",
        "impl IntoResponse",
        "axum::response::Result<Created>",
        "Created<Response>",
        "Result<Response, Good>",
        "Result<Created, StatusCode>",
        "Result<Created, (StatusCode, String)>",
        "Result<impl IntoResponse, Good>",
        "Result<(StatusCode, String), Good>",
        "Result<Created, Box<dyn std::error::Error>>",
        "Result<Created, Box<dyn ApiError + Send + Sync>>",
        "(HeaderMap, StatusCode)",
        "Created<StatusCode>",
        "Outcome<Response>",
    ],
    declared_outputs: &[
        "Response",
        "impl IntoResponse",
        "Result<Created, Bad>",
        "StatusCode",
        "axum::response::Result<Created>",
    ],
    attribute: "",
    large_body: "Json(pet): Json<Pet>",
    never: 413,
};

#[test]
fn programs_with_a_mistake_are_refused_with_one_error_and_others_accepted() {
    PARTS.hold(&all("statusbook-programs-axum"));
}

#[test]
fn a_state_that_several_extractors_need_is_named() {
    let program = |options| Program {
        name: String::from(options),
        source: format!(
            "#[handles(pets::add_pet{options})] async fn add(State(a): State<Other>, State(b): State<Store>) -> Created {{ todo!() }}"
        ),
    };
    accepted(&all("statusbook-state-axum"), &[program(", state = Store")]);
    refused(&all("statusbook-states-axum"), &[program("")]);
}

/// A service whose handlers and router hold to the whole document.
const SERVICE: &str = r#"
use axum::extract::{Path, Query};
use axum::extract::rejection::PathRejection;
use axum::Json;
use serde::Deserialize;
use statusbook::*;
status_table! { pub mod pets = "document.yaml"; }
#[derive(Debug, serde::Serialize, Deserialize)] pub struct Pet { pub name: String }
#[derive(Debug, ApiError)] #[api_error(table = statusbook::vpn)]
pub enum Good { #[status(400, "a")] A, #[status(409, "b")] B }
#[derive(Debug, ApiError)] #[api_error(table = pets["GET /pets/{petId}"])]
pub enum GetError { #[status(400, "a")] A(#[from] PathRejection), #[status(404, "b")] B }
#[handles(pets["GET /pets"], exhaustive)] async fn list(query: Query<Pet>) -> Json<Pet> { todo!() }
#[handles(pets["POST /pets"], exhaustive)] async fn add() -> Result<Created, Good> { todo!() }
#[handles(pets["GET /pets/{petId}"], exhaustive)] async fn get(#[into] Path(id): Path<u32>) -> Result<Json<Pet>, GetError> { todo!() }
#[handles(pets["DELETE /pets/{petId}"], exhaustive)] async fn give(#[into] Path(id): Path<u32>) -> Result<NoContent, GetError> { todo!() }
fn app() -> axum::Router { router!(pets: list, add, get, give) }
"#;

#[test]
fn a_document_that_changes_is_noticed_at_the_line_of_its_operation() {
    let pets = programs::pets();
    let removed = pets.replace("    delete:\n", "    x-delete:\n");
    let renamed = pets.replace("/pets/{petId}:", "/pets/{number}:");
    let doubled = pets.replace("operationId: givePet", "operationId: getPet");
    let response = pets.replace("        \"409\": { description: The name is taken }\n", "");
    let another = pets.replace(
        "    delete:\n",
        "    put:\n      responses: { \"200\": { description: x } }\n    delete:\n",
    );
    let added = pets.replace(
        "        \"409\"",
        "        \"422\": { description: Odd }\n        \"409\"",
    );
    for (index, (document, expected)) in [
        (pets.clone(), None),
        (removed, Some("has no operation `DELETE /pets/{petId}`")),
        (renamed, Some("has no operation `GET /pets/{petId}`")),
        (doubled, Some("document.yaml:")),
        (response, Some("document.yaml:10")),
        (another, Some("`PUT /pets/{petId}` document.yaml:")),
        (added, Some("422 Unprocessable Entity")),
    ]
    .into_iter()
    .enumerate()
    {
        assert!(
            index == 0 || document != pets,
            "mutation {index} changes nothing"
        );
        let service = Crate {
            document: Some(document),
            prelude: "",
            ..all("statusbook-mutated-axum")
        };
        let program = Program {
            name: String::from("service"),
            source: String::from(SERVICE),
        };
        let errors = service.check(&[program]).concat();
        match expected {
            None => assert!(errors.is_empty(), "{errors:#?}"),
            Some(expected) => {
                let found = errors.iter().any(|error| error.contains(expected));
                assert!(found, "mutation {index}, {expected}: {errors:#?}");
            }
        }
    }
}
