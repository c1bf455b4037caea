//! The macros in a crate without any prelude and without `std`, whose own modules and macros are called like those.
#![no_std]
#![no_implicit_prelude]
#![allow(dead_code, unused_macros, clippy::trivially_copy_pass_by_ref)]

extern crate std as standard;

mod alloc {}
mod bytes {}
mod core {}
mod http {}
mod std {}
mod statusbook {}

macro_rules! spoiled {
    (@ $d:tt $($name:ident)*) => {
        $(
            macro_rules! $name {
                ($d($d any:tt)*) => {
                    ::core::compile_error!("a macro of the user was called")
                };
            }
        )*
    };
}

spoiled! { @ $
    answer assert concat env extension format format_args include include_bytes include_str matches panic status
    status_table stringify todo unimplemented unreachable vec write
}

/// Modules of tables, read from a document and written inline, and the union of both.
mod tables {
    ::statusbook::status_table! {
        /// From a document.
        pub(crate) mod billing = "tests/documents/billing.md";
        pub(crate) mod edge {
            404 "Not Found" => "No such route.",
            429 "Too Many Requests" => "Wait.",
            201 "Created" => "Successful POST operations",
        }
        pub(crate) mod public = edge | ::statusbook::vpn;
    }
}

const MISSING: ::statusbook::Status = ::statusbook::status!(tables::edge, 404);

#[derive(::core::fmt::Debug, ::statusbook::ApiError)]
#[api_error(table = tables::public, exhaustive(except(BAD_REQUEST, 405, 406, 407, 408)))]
enum Error<'a, T, E, const N: usize> {
    #[status(401)]
    Unit,
    #[status(403, "{0} {1:?}", code = "EDGE.1")]
    Tuple(T, [u8; N]),
    #[status(404, "no {id:>3}, {}", .id.len(), header(LOCATION = "/{id}"), detail = "{id}?", instance = "/{id}")]
    Named { id: &'a str },
    #[status(409, fmt = show)]
    Function(u8),
    #[status(429, detail = "wait")]
    Wait,
    #[status(500, transparent)]
    Any(
        #[from]
        standard::boxed::Box<
            dyn ::core::error::Error + ::core::marker::Send + ::core::marker::Sync,
        >,
    ),
    #[status(501, "a failure", public)]
    Source {
        #[source]
        cause: ::core::num::ParseIntError,
    },
    #[status(502)]
    Late {
        source: ::core::option::Option<standard::boxed::Box<Inner>>,
    },
    #[status(503)]
    Traced {
        #[from]
        why: standard::io::Error,
        backtrace: standard::backtrace::Backtrace,
    },
    #[status(504, "no file {path}")]
    File { path: standard::path::PathBuf },
    #[status(transparent)]
    Inner(#[from] Inner),
    #[status(transparent)]
    Generic { inner: E },
}

fn show(value: &u8, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
    ::core::fmt::Display::fmt(value, formatter)
}

#[derive(::core::fmt::Debug, ::statusbook::ApiError)]
#[api_error(table = tables::edge, body = ::statusbook::body::CodeMessage)]
#[status(404, "inner", type = "https://example.com/inner")]
struct Inner;

::statusbook::assert_exhaustive!(tables::edge, Inner, except(429));

type Known = Error<'static, u8, Inner, 2>;

#[::core::prelude::v1::test]
fn every_shape_is_shown() {
    use standard::string::ToString as _;
    ::core::assert_eq!(
        Known::Unit.to_string(),
        ::statusbook::vpn::UNAUTHORIZED.description()
    );
    ::core::assert_eq!(Known::Tuple(1, [2, 3]).to_string(), "1 [2, 3]");
    ::core::assert_eq!(Known::Named { id: "a" }.to_string(), "no   a, 1");
    ::core::assert_eq!(Known::Function(7).to_string(), "7");
    ::core::assert_eq!(Known::Wait.to_string(), "Wait.");
    ::core::assert_eq!(
        Known::File {
            path: ::core::convert::From::from("a")
        }
        .to_string(),
        "no file a"
    );
    ::core::assert_eq!(Known::Generic { inner: Inner }.to_string(), "inner");
}

#[::core::prelude::v1::test]
fn every_shape_is_a_response() {
    use ::statusbook::{ApiError as _, Contract as _, IntoResponse as _};
    let named = Known::Named { id: "a" };
    ::core::assert_eq!(named.status(), MISSING);
    ::core::assert_eq!(named.detail(), "a?");
    ::core::assert_eq!(
        named.instance().as_deref(),
        ::core::option::Option::Some("/a")
    );
    ::core::assert_eq!(named.headers()["location"], "/a");
    ::core::assert_eq!(named.into_response().status(), 404);
    let inner: Known = ::core::convert::From::from(Inner);
    ::core::assert_eq!(
        inner.problem_type(),
        ::core::option::Option::Some("https://example.com/inner")
    );
    ::core::assert!(Known::STATUSES.contains(504));
}

#[::core::prelude::v1::test]
fn tables_are_read() {
    ::core::assert!(tables::billing::TABLE.contains(402));
    ::core::assert_eq!(tables::public::TOO_MANY_REQUESTS.description(), "Wait.");
    ::core::assert_eq!(::statusbook::status!(tables::edge, POST 201).as_u16(), 201);
}
