//! Programs with an undocumented status are refused, each with one error. Correct programs are accepted.

use statusbook_test_handlers_support::programs::{Crate, Parts};

const PRELUDE: &str = r#"
pub use poem::web::cookie::{Cookie, CookieJar};
pub use poem::web::headers::Host;
pub use poem::web::*;
pub use poem::http::{HeaderMap, Method, StatusCode, Uri};
pub use poem::{Body, Error, FromRequest, IntoResponse, Request, RequestBody, Response, handler};
pub use statusbook::bytes::Bytes;
pub use statusbook::{Accepted, ApiError, ApiResponse, Coded, Created, MultiStatus, NoContent, NotModified, SeeOther, handles, status_table};
#[derive(Debug, ApiError)] #[api_error(table = pets::add_pet)]
pub enum Good { #[status(400, "a")] A, #[status(409, "b")] B }
impl From<Error> for Good { fn from(_: Error) -> Self { Good::A } }
/// A user's extractor, whose error is poem's.
pub struct Opaque;
impl<'a> FromRequest<'a> for Opaque { async fn from_request(_: &'a Request, _: &mut RequestBody) -> poem::Result<Self> { todo!() } }
"#;

const fn all(name: &'static str) -> Crate {
    Crate {
        name,
        dependencies: r#"poem = { version = "3", default-features = false, features = ["cookie", "multipart", "server"] }
serde = { version = "1", features = ["derive"] }"#,
        features: r#""openapi", "poem", "poem-cookie", "poem-multipart""#,
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
        "Bytes",
        "Vec<u8>",
        "NotModified",
        "()",
        "MultiStatus<Json<Pet>>",
        "Redirect",
        "WithHeader<String>",
        "Body",
        "(HeaderMap, String)",
    ],
    good_successes: &[
        "Created<Json<Pet>>",
        "Created",
        "Created<String>",
        "One",
        "Coded<201, Json<Pet>>",
        "Created<Html<String>>",
        "WithHeader<Created<String>>",
        "(HeaderMap, Created<Bytes>)",
    ],
    bad_errors: &["Bad", "Worse", "Outer", "poem::error::ParseJsonError"],
    bad_extractors: &[
        "pet: Json<Pet>",
        "pet: Form<Pet>",
        "parts: Multipart",
        "Json(pet): Json<Pet>",
        "Form(pet): Form<Pet>",
        "mut parts: Multipart",
        "pets: Json<Vec<Pet>>",
        "#[declares(418)] pet: Json<Pet>",
        "#[declares(404)] opaque: Opaque",
    ],
    opaque_extractors: &["opaque: Opaque", "Opaque: Opaque"],
    good_extractors: &[
        "store: Data<&Store>",
        "query: Query<Pet>",
        "method: Method",
        "uri: &Uri",
        "request: &Request",
        "headers: &HeaderMap",
        "body: Body",
        "text: String",
        "bytes: Bytes",
        "raw: Vec<u8>",
        "id: Path<u32>",
        "host: TypedHeader<Host>",
        "pet: Option<Json<Pet>>",
        "pet: poem::Result<Json<Pet>>",
        "#[into] Json(pet): Json<Pet>",
        "#[into] form: Form<Pet>",
        "#[into] opaque: Opaque",
        "#[declares(400)] opaque: Opaque",
        "jar: &CookieJar",
        "cookie: Cookie",
        "address: &RemoteAddr",
        "ip: RealIp",
        "accept: Accept",
    ],
    opaque_outputs: &[
        "Response",
        "(StatusCode, Json<Pet>)",
        "StatusCode",
        "impl IntoResponse",
        "poem::Result<Created<String>>",
        "Created<Response>",
        "Result<Response, Good>",
        "Result<Created<String>, Error>",
        "Result<impl IntoResponse, Good>",
        "WithStatus<String>",
        "Outcome<Response>",
        "Result<(StatusCode, String), Good>",
        "(StatusCode, HeaderMap, String)",
    ],
    declared_outputs: &[
        "Response",
        "Result<Created<String>, Bad>",
        "poem::Result<Created<String>>",
        "StatusCode",
        "(StatusCode, String)",
    ],
    attribute: "#[handler]",
    large_body: "pet: Json<Pet>",
    never: 415,
};

#[test]
fn programs_with_a_mistake_are_refused_with_one_error_and_others_accepted() {
    PARTS.hold(&all("statusbook-programs-poem"));
}
