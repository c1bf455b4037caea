//! Programs with an undocumented status are refused, each with one error. Correct programs are accepted.

use statusbook_test_handlers_support::programs::{Crate, Parts};

const PRELUDE: &str = r#"
pub use actix_web::web::*;
pub use actix_web::dev::{PeerAddr, Payload as Body};
pub use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, Responder};
pub use actix_web::http::{Method, Uri, StatusCode};
pub use std::future::{Ready, ready};
pub use statusbook::*;
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)]
pub enum Good { #[status(400, "a")] A, #[status(409, "b")] B }
impl From<Error> for Good { fn from(_: Error) -> Self { Good::A } }
macro_rules! extractor { ($name:ident, $error:ty) => {
    pub struct $name;
    impl FromRequest for $name { type Error = $error; type Future = Ready<std::result::Result<Self, $error>>; fn from_request(_: &HttpRequest, _: &mut Body) -> Self::Future { todo!() } }
} }
extractor!(Careful, Good);
extractor!(Careless, Bad);
extractor!(Opaque, Error);
extractor!(Hidden, actix_web::error::InternalError<String>);
"#;

const fn all(name: &'static str) -> Crate {
    Crate {
        name,
        dependencies: r#"actix-web = { version = "4", default-features = false, features = ["macros"] }
serde = { version = "1", features = ["derive"] }"#,
        features: r#""actix-web", "openapi""#,
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
        "Html",
        "Another",
        "SeeOther<String>",
        "Bytes",
        "Vec<u8>",
        "NotModified",
        "Created<Wrong<String>>",
        "Option<Created<String>>",
        "Either<Created<String>, String>",
        "()",
        "Form<Pet>",
        "MultiStatus<Json<Pet>>",
    ],
    good_successes: &[
        "Created<Json<Pet>>",
        "Created<&'static str>",
        "Created<String>",
        "One",
        "Coded<201, Json<Pet>>",
        "Created<Html>",
        "Either<Created<String>, Created<Html>>",
        "Created<Bytes>",
    ],
    bad_errors: &["Bad", "Worse", "Outer", "actix_web::error::UrlencodedError"],
    bad_extractors: &[
        "pet: Json<Pet>",
        "body: Bytes",
        "body: String",
        "pet: Form<Pet>",
        "id: Path<u32>",
        "careless: Careless",
        "both: (Method, Json<Pet>)",
        "either: Either<Json<Pet>, Form<Pet>>",
        "pair: (Careless, Method)",
        "#[declares(418)] pet: Json<Pet>",
        "ids: Path<(u32, u32)>",
        "both: (Path<u32>, Query<Pet>)",
    ],
    opaque_extractors: &[
        "opaque: Opaque",
        "hidden: Hidden",
        "pair: (Hidden, Method)",
        "any: impl FromRequest",
        "pair: (Opaque,)",
    ],
    good_extractors: &[
        "store: Data<Store>",
        "query: Query<Pet>",
        "method: Method",
        "uri: Uri",
        "request: HttpRequest",
        "careful: Careful",
        "body: Payload",
        "info: actix_web::dev::ConnectionInfo",
        "peer: PeerAddr",
        "pet: Option<Json<Pet>>",
        "pet: std::result::Result<Json<Pet>, Error>",
        "both: (Method, Query<Pet>)",
        "#[into] Json(pet): Json<Pet>",
        "#[into] form: Form<Pet>",
        "#[into] body: String",
        "#[into] body: Bytes",
        "#[into] id: Path<u32>",
        "#[into] opaque: Opaque",
        "#[declares(400)] opaque: Opaque",
        "(): ()",
        "data: ReqData<Store>",
        "thin: ThinData<Store>",
    ],
    opaque_outputs: &[
        "HttpResponse",
        "(Json<Pet>, StatusCode)",
        "impl Responder",
        "actix_web::Result<Created<String>>",
        "Created<HttpResponse>",
        "Result<HttpResponse, Good>",
        "Result<Created<String>, Error>",
        "Result<impl Responder, Good>",
        "Redirect",
        "actix_web::HttpResponseBuilder",
        "actix_web::error::InternalError<String>",
        "Outcome<HttpResponse>",
        "Result<Created<String>, Box<dyn std::error::Error>>",
        "Result<Created<String>, Box<dyn ApiError + Send + Sync>>",
        "actix_web::CustomizeResponder<String>",
        "Either<HttpResponse, Created<String>>",
    ],
    declared_outputs: &[
        "HttpResponse",
        "impl Responder",
        "Result<Created<String>, Bad>",
        "actix_web::Result<Created<String>>",
        "(String, StatusCode)",
    ],
    attribute: "",
    large_body: "pet: Json<Pet>",
    never: 413,
};

#[test]
fn programs_with_a_mistake_are_refused_with_one_error_and_others_accepted() {
    PARTS.hold(&all("statusbook-programs-actix-web"));
}
