//! The macros under the lints that strict crates deny.
#![forbid(unsafe_code)]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unused_qualifications,
    unused_results,
    unused_lifetimes,
    unreachable_pub,
    single_use_lifetimes,
    explicit_outlives_requirements,
    let_underscore_drop,
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

use statusbook::{ApiError, Status, status, vpn};

/// A documented status.
pub const MISSING: Status = status!(vpn, 404);

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
    #[status(504)]
    Late {
        /// What happened, if known.
        source: Option<ParseIntError>,
    },
    /// Any error.
    #[status(500, transparent)]
    Other(Box<dyn StdError + Send + Sync>),
    /// An error that answers for itself.
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
