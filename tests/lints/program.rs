//! Every form of the macros, for the matrix of lints.

use std::fmt::Display;
use std::io;

use statusbook::{
    ApiError, ApiResponse, Created, Status, assert_exhaustive, handles, status, status_table, vpn,
};

status_table! {
    /// At the edge.
    pub mod edge {
        400 "Bad Request" => "No such request.",
        429 "Too Many Requests" => "Wait.",
        201 "Created" => "Successful POST operations",
    }
    mod hidden {
        404 "Not Found" => "No such route.",
    }
    /// What clients see.
    pub mod public = edge | hidden | vpn;
    mod private = public | vpn;
    /// Some of them.
    pub mod some = public & { 400, 429 };
}

assert_exhaustive!(edge, Inner, Wait<u8>);

/// A documented status.
pub const MISSING: Status = status!(vpn, 404);

/// Every form of a status.
pub fn statuses() -> [Status; 3] {
    [
        status!(private, NOT_FOUND),
        status!(public, POST 201),
        status!(vpn, 418, undocumented = "sent by the legacy gateway"),
    ]
}

/// Every shape that the derive reads.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, exhaustive(except(405, 406, 407, 408, 501, 502)))]
pub enum Error<'name, Thing: Display> {
    /// A default message.
    #[status(400)]
    Bad,
    /// An old one.
    #[deprecated = "use `Bad`"]
    #[status(401, "old")]
    Old,
    /// Fields by name.
    #[status(404, "no {name}, {}", .name.len(), code = "VPN.1", header(LOCATION = "/{name}"), detail = "{name}", instance = "/{name}")]
    Missing {
        /// Which one.
        name: &'name str,
    },
    /// A parameter.
    #[status(409, "{0}")]
    InUse(Thing),
    /// A source.
    #[status(503)]
    Down {
        /// What happened.
        #[from]
        source: io::Error,
    },
    /// An optional source.
    #[status(504)]
    Late {
        /// What happened, if known.
        source: Option<io::Error>,
    },
    /// Any error.
    #[status(500, transparent)]
    Other(Box<dyn std::error::Error + Send + Sync>),
    /// An error that is passed on.
    #[status(transparent)]
    Inner(#[from] Inner),
    /// A function.
    #[status(403, fmt = forbidden)]
    Forbidden(String),
}

fn forbidden(rule: &str, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    write!(formatter, "rule {rule}")
}

/// An error of its own.
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(table = vpn)]
#[status(400, "inner")]
pub struct Inner;

/// A generic error with an instance to check, which may hold itself.
#[derive(Clone, Debug, ApiError)]
#[api_error(table = vpn, with(Last = Inner, TIMES = 3))]
pub enum Retry<Last, const TIMES: usize> {
    /// The last error.
    #[status(transparent)]
    Last(Last),
    /// The errors before.
    #[status(any(502, 503), by = Self::status_of(.0))]
    Before([Box<Self>; TIMES]),
    /// An error of another time.
    #[status(transparent)]
    Again(Box<Self>),
}

impl<Last, const TIMES: usize> Retry<Last, TIMES> {
    const fn status_of(before: &[Box<Self>]) -> u16 {
        if before.is_empty() { 502 } else { 503 }
    }
}

/// A generic struct with a bound and a body.
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(table = edge, body = statusbook::body::CodeMessage)]
#[status(429, "wait {seconds:>width$}", width = 3, header(RETRY_AFTER = "{seconds}"))]
pub struct Wait<Thing>
where
    Thing: Copy + Display,
{
    /// How long.
    pub seconds: Thing,
}

/// No value.
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(table = edge)]
pub enum Never {}

/// A whole type that is deprecated.
#[deprecated = "use `Wait`"]
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(table = edge)]
#[status(429)]
pub struct Slow<'thing>(pub &'thing str);

/// Every kind of variant that a response has.
#[derive(Debug, ApiResponse)]
pub enum Added<Thing> {
    /// With a body.
    #[status(201)]
    New(Thing),
    /// Without.
    #[status(204)]
    Known,
}

/// A deprecated response, with a deprecated variant.
#[deprecated = "use `Added`"]
#[derive(Debug, ApiResponse)]
pub enum Made {
    /// With a body.
    #[deprecated = "use `Known`"]
    #[status(201)]
    New(String),
    /// Without.
    #[status(204)]
    Known,
}

/// A handler, with what it never does.
///
/// # Errors
///
/// Never.
#[handles(vpn | edge, with(Thing = String), never(429 = "nobody is throttled here"))]
pub fn add<Thing: Default>() -> Result<Added<Thing>, Wait<u8>> {
    Ok(Added::New(Thing::default()))
}

/// A handler that states what it responds with.
#[handles(edge, declares(201))]
pub fn declared() -> Created<String> {
    Created(String::new())
}

/// Handlers that are indented.
pub mod indented {
    use super::{Created, Inner, edge, handles};

    /// A function.
    #[handles(edge, exhaustive(except(429)))]
    pub fn create() -> Result<Created<String>, Inner> {
        Err(Inner)
    }

    /// A type with a method.
    #[derive(Clone, Copy, Debug)]
    pub struct Things;

    impl Things {
        /// A method.
        #[handles(edge)]
        pub fn create(&self) -> Created<String> {
            Created(String::new())
        }
    }
}
