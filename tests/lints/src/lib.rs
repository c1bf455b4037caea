//! The macros under the lints that strict crates deny.
#![forbid(unsafe_code)]
#![deny(
    warnings,
    future_incompatible,
    let_underscore,
    nonstandard_style,
    rust_2018_idioms,
    rust_2024_compatibility,
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    keyword_idents,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_docs,
    missing_debug_implementations,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    unit_bindings,
    unnameable_types,
    unused_crate_dependencies,
    unused_import_braces,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    unused_lifetimes,
    unreachable_pub,
    single_use_lifetimes,
    explicit_outlives_requirements,
    non_local_definitions,
    trivial_casts,
    trivial_numeric_casts,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::arithmetic_side_effects,
    clippy::default_numeric_fallback,
    clippy::empty_structs_with_brackets,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::expect_used,
    clippy::impl_trait_in_params,
    clippy::indexing_slicing,
    clippy::min_ident_chars,
    clippy::missing_docs_in_private_items,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::multiple_inherent_impl,
    clippy::panic,
    clippy::question_mark_used,
    clippy::ref_patterns,
    clippy::renamed_function_params,
    clippy::std_instead_of_core,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]

use core::error::Error as StdError;
use core::fmt::Display;
use core::num::ParseIntError;
use std::backtrace::Backtrace;
use std::fmt;
use std::io;

use statusbook::{
    ApiError, ApiResponse, CodeMessage, Created, Status, assert_exhaustive, handles, status,
    status_table, vpn,
};

status_table! {
    /// From a document.
    pub mod billing = "../documents/billing.md";
    /// At the edge.
    pub mod edge {
        400 "Bad Request" => "No such request.",
        429 "Too Many Requests" => "Wait.",
        201 "Created" => "Successful POST operations",
    }
    pub(crate) mod hidden {
        404 "Not Found" => "No such route.",
    }
    /// What clients see.
    pub mod public = edge | hidden | vpn;
    mod private = public | billing;
    /// Some of them.
    pub mod some = public & { 400, 429 };
}

assert_exhaustive!(edge, Inner, Throttled);
assert_exhaustive!(hidden, glob::Missing);

/// A documented status.
pub const MISSING: Status = status!(vpn, 404);

/// A service error code.
const LATE: &str = "VPN.2";

/// Every form of a status.
///
/// # Panics
///
/// Never.
#[inline]
#[must_use]
pub const fn statuses() -> [Status; 4] {
    [
        status!(private, NOT_FOUND),
        status!(public, POST 201),
        status!(vpn, 418, undocumented = "sent by the legacy gateway"),
        billing::CONFLICT,
    ]
}

/// Every shape that the derive reads.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, exhaustive(except(405, 406, 407, 408, 501, 502)))]
#[non_exhaustive]
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
    /// A source and a backtrace.
    #[status(503)]
    Down {
        /// What happened.
        #[from]
        source: io::Error,
        /// And where.
        backtrace: Backtrace,
    },
    /// An optional source.
    #[status(504, code = LATE)]
    Late {
        /// What happened, if known.
        source: Option<ParseIntError>,
    },
    /// Any error.
    #[status(500, transparent)]
    Other(Box<dyn StdError + Send + Sync>),
    /// An inner error that is passed on.
    #[status(transparent)]
    Inner(#[from] Inner),
    /// A function.
    #[status(403, fmt = forbidden)]
    Forbidden(Rule),
}

/// A rule that forbids.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule(pub String);

/// Writes the message of a variant.
fn forbidden(Rule(rule): &Rule, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(formatter, "rule {rule}")
}

/// An error of its own.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(400, "inner")]
#[non_exhaustive]
pub struct Inner;

/// A generic struct with a bound.
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(table = edge, body = CodeMessage)]
#[status(
    429,
    "wait {seconds:>width$}",
    width = 3,
    header(RETRY_AFTER = "{seconds}")
)]
#[non_exhaustive]
pub struct Wait<Thing, const COUNT: usize>
where
    Thing: Copy + Display,
{
    /// How long.
    pub seconds: Thing,
    /// Others.
    pub others: [Thing; COUNT],
}

/// One of them.
pub type Throttled = Wait<u8, 1>;

/// No value.
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(table = edge)]
#[non_exhaustive]
pub enum Never {}

/// What the macros name is imported, so that each of their own names is longer than it need be.
// Clippy allows it to tests.
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "as many names as possible")
)]
pub mod glob {
    use core::error::*;
    use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
    use std::borrow::Cow;
    use std::io;

    use statusbook::body::*;
    use statusbook::*;

    /// A documented status.
    pub const MISSING: Status = status!(vpn, 404);

    /// Shown by hand.
    #[derive(Debug, ApiError)]
    #[api_error(table = super::hidden, skip(Error), exhaustive)]
    #[status(404, detail = "no {0:?}")]
    #[non_exhaustive]
    pub struct Missing(Option<Cow<'static, str>>);

    impl Display for Missing {
        #[inline]
        fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
            Debug::fmt(&self.0, f)
        }
    }

    #[expect(clippy::missing_trait_methods, reason = "those of others")]
    impl Error for Missing {}

    /// What the derive needs, in scope by its last name.
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = Problem)]
    #[non_exhaustive]
    pub enum Failure<Inside: ApiError> {
        /// A message.
        #[status(409, "{0}")]
        InUse(Cow<'static, str>),
        /// A source.
        #[status(503)]
        Down(#[from] io::Error),
        /// An error inside.
        #[status(transparent)]
        Inside(Inside),
        /// Two fields.
        #[status(404, "no {name}", code = "VPN.1", instance = "/{name}")]
        Missing {
            /// Which one.
            name: Box<str>,
            /// Why.
            source: Option<Missing>,
        },
    }
}

/// Every kind of variant that a response has.
#[derive(Debug, ApiResponse)]
#[non_exhaustive]
pub enum Added<Thing> {
    /// With a body.
    #[status(201)]
    New(Thing),
    /// Without.
    #[status(204)]
    Known,
}

/// A handler, with what it never does.
///
/// # Errors
///
/// Never.
#[inline]
#[handles(vpn | edge, with(Thing = String), never(429 = "nobody is throttled here"))]
pub fn add<Thing: Send + Default>() -> Result<Added<Thing>, Throttled> {
    Ok(Added::New(Thing::default()))
}

/// A handler that states what it responds with.
#[inline]
#[handles(edge, declares(201))]
pub fn declared() -> Created<String> {
    Created(String::new())
}

/// A response with a variant that is not sent any more.
#[deprecated = "use `Added`"]
#[derive(Debug, ApiResponse)]
#[non_exhaustive]
pub enum Made<Thing> {
    /// With a body.
    #[deprecated]
    #[status(201)]
    New(Thing),
    /// Without.
    #[status(204)]
    Known,
}

/// An error that is not used any more.
#[deprecated = "use `Inner`"]
#[derive(Debug, ApiError)]
#[api_error(table = edge)]
#[status(400, "old {reason}")]
#[non_exhaustive]
pub struct Old {
    /// Why.
    pub reason: String,
}

/// An error that passes on a deprecated one, and is allowed to.
#[expect(deprecated, reason = "it is still sent")]
#[derive(Debug, ApiError)]
#[api_error(table = edge)]
#[non_exhaustive]
pub enum Passed {
    /// The same.
    #[status(transparent)]
    Old(#[from] Old),
}

/// A response with what is deprecated, and is allowed to be.
#[expect(deprecated, reason = "it is still sent")]
#[derive(Debug, ApiResponse)]
#[non_exhaustive]
pub enum Again {
    /// The same.
    #[status(201)]
    Made(Made<String>),
}

/// A handler that may name what is deprecated.
///
/// # Errors
///
/// Never.
#[expect(deprecated, reason = "it is still sent")]
#[inline]
#[handles(edge | vpn)]
pub const fn make() -> Result<Again, Old> {
    Ok(Again::Made(Made::Known))
}

/// What a generic handler works with.
pub trait Repository {
    /// What it stores.
    type Thing: Default;
    /// How it fails.
    type Error;
}

impl Repository for Inner {
    type Error = Self;
    type Thing = String;
}

/// A generic handler with the types of its parameter.
///
/// # Errors
///
/// Never.
#[inline]
#[handles(edge, with(Things = Inner))]
pub fn store<Things>() -> Result<Created<Things::Thing>, Things::Error>
where
    Things: Repository + Send,
{
    Ok(Created(Things::Thing::default()))
}
