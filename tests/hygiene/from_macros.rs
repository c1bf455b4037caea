//! Types that a `macro_rules!` makes, from fragments that arrive in invisible groups.

use statusbook::{ApiError, Contract, IntoResponse, StatusSet, vpn};

macro_rules! errors {
    ($(#[$attribute:meta])* $visibility:vis $name:ident in $table:path {
        $($variant:ident($code:literal, $message:literal) { $($field:ident: $ty:ty),* })*
    }) => {
        $(#[$attribute])*
        #[derive(Debug, ApiError)]
        #[api_error(table = $table)]
        $visibility enum $name {
            $(#[status($code, $message)] $variant { $($field: $ty),* },)*
        }
    };
}

errors! {
    #[allow(missing_docs)]
    pub(crate) Error in vpn {
        Missing(404, "no gateway {id:?}") { id: Option<u8>, source: Option<std::io::Error> }
        InUse(409, "in use") {}
    }
}

#[test]
fn fragments_are_read_through_their_groups() {
    let missing = Error::Missing {
        id: Some(1),
        source: None,
    };
    assert_eq!(missing.to_string(), "no gateway Some(1)");
    assert!(std::error::Error::source(&missing).is_none());
    assert_eq!(Error::STATUSES, StatusSet::of(&[404, 409]));
    assert_eq!(Error::InUse {}.into_response().status(), 409);
}

macro_rules! wrapper {
    ($name:ident, $code:expr, $inner:ty, $key:ident = $value:expr, $argument:expr) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status($code, "failed: {} {value}", $argument, value = $value, $key = "VPN.1")]
        struct $name(#[from] $inner);
    };
}

wrapper!(Wrapper, 503, std::io::Error, code = 1 + 2, "because".len());

#[test]
fn arguments_may_come_from_outside() {
    let wrapper = Wrapper::from(std::io::Error::other("disk"));
    assert_eq!(wrapper.to_string(), "failed: 7 3");
    assert_eq!(wrapper.error_code(), Some("VPN.1"));
}

macro_rules! captured {
    ($name:ident($source:ty, $place:ty, $trace:ty $(,)?), $parts:ident($tail:ty)) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status(500, transparent)]
        struct $name(#[from] $source, $place, $trace);

        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status(404, "no part {0:?}")]
        struct $parts($tail);
    };
}

captured!(
    Captured(
        std::io::Error,
        &'static std::panic::Location<'static>,
        Option<std::backtrace::Backtrace>,
    ),
    Parts([u8])
);

#[test]
fn the_types_of_fields_are_seen_through_their_groups() {
    fn is_error<E: ApiError + ?Sized>() {}
    let captured = Captured::from(std::io::Error::other("disk"));
    assert_eq!(captured.1.file(), file!());
    assert_eq!(captured.to_string(), "disk");
    assert!(captured.2.is_some());
    is_error::<Parts>();
}

/// The names inside are those of the macro, the message is the caller's.
macro_rules! with_field {
    ($message:literal) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status(404, $message, detail = $message)]
        struct WithField {
            inner: u8,
        }
    };
}

with_field!("inner is {inner}");

#[test]
fn a_message_from_outside_shows_fields_from_inside() {
    assert_eq!(WithField { inner: 4 }.to_string(), "inner is 4");
    assert_eq!(WithField { inner: 4 }.detail(), "inner is 4");
}

/// Every fragment that a list of errors might be made of.
macro_rules! listed {
    ($(#[$attribute:meta])? $visibility:vis enum $name:ident<$($lifetime:lifetime),*; $($parameter:ident),*>
        where { $($bounds:tt)* }
        $($variant:ident $code:ident $message:expr, $detail:literal => $first:ident: $ty:ty, $shown:ident;)*
    ) => {
        $(#[$attribute])?
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        $visibility enum $name<$($lifetime,)* $($parameter),*> where $($bounds)* {
            $(
                #[status($code, $message, limit = .$shown, detail = $detail, header("x-first" = "{first}"))]
                $variant { first: $ty, $first: u8 },
            )*
        }
    };
}

listed! {
    #[allow(non_camel_case_types)]
    pub(crate) enum Listed<'a; T> where { T: Copy + 'a }
    r#match NOT_FOUND "no {first} below {limit}", "no {r#type}" => r#type: &'a str, first;
    Conflict CONFLICT "{first} of {limit}", "{other}" => other: T, other;
}

#[test]
fn every_fragment_is_read() {
    let missing: Listed<'_, char> = Listed::r#match {
        first: "a",
        r#type: 1,
    };
    assert_eq!(missing.to_string(), "no a below a");
    assert_eq!(missing.detail(), "no 1");
    assert_eq!(missing.headers()["x-first"], "a");
    let conflict = Listed::Conflict {
        first: 'b',
        other: 2,
    };
    assert_eq!(conflict.to_string(), "b of 2");
    assert_eq!(conflict.status(), 409);
}

/// The attributes arrive whole.
macro_rules! whole {
    ($(#[$attribute:meta])* $name:ident $item:item) => {
        $(#[$attribute])*
        struct $name(u8);
        $item
    };
}

whole! {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no {0}")]
    Whole

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(409, "{0:>3}", detail = "{0}")]
    struct Item(u8);
}

#[test]
fn an_attribute_and_an_item_may_be_passed_on() {
    assert_eq!(Whole(1).to_string(), "no 1");
    assert_eq!(Item(1).to_string(), "  1");
}

/// A macro that passes on to a macro: groups inside of groups.
macro_rules! outer {
    ($code:literal, $message:literal, $ty:ty, $table:path, $visibility:vis) => {
        inner!($code, $message, $ty, $table, $visibility, Option<$ty>);
    };
}

macro_rules! inner {
    ($code:literal, $message:expr, $ty:ty, $table:path, $visibility:vis, $source:ty) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = $table)]
        #[status($code, $message)]
        $visibility struct Passed {
            id: $ty,
            source: $source,
        }
    };
}

mod errors {
    pub(super) type Cause = std::num::ParseIntError;
}

outer!(502, "no {id:?}", errors::Cause, statusbook::vpn, pub(crate));

#[test]
fn fragments_pass_through_several_macros() {
    let cause = "x".parse::<u8>().unwrap_err();
    let passed = Passed {
        id: cause.clone(),
        source: Some(cause),
    };
    assert_eq!(
        passed.to_string(),
        "no ParseIntError { kind: InvalidDigit }"
    );
    assert!(std::error::Error::source(&passed).is_some());
}

macro_rules! table {
    ($(#[$attribute:meta])* $visibility:vis $name:ident, $code:literal $reason:literal $text:literal, $union:ident, $other:path) => {
        statusbook::status_table! {
            $(#[$attribute])*
            $visibility mod $name {
                $code $reason => $text,
            }
            $visibility mod $union = $name | $other;
        }
    };
}

table! {
    /// At the edge.
    pub(crate) edge, 429 "Too Many Requests" "Wait.", public, statusbook::vpn
}

macro_rules! checked {
    ($table:path, $code:literal, $name:ident, $method:ident, $success:literal, $reason:literal) => {
        [
            statusbook::status!($table, $code),
            statusbook::status!($table, $name),
            statusbook::status!($table, $method $success),
            statusbook::status!($table, 418, undocumented = $reason),
        ]
    };
}

#[test]
fn tables_and_statuses_are_made_by_macros_too() {
    assert_eq!(edge::TOO_MANY_REQUESTS.description(), "Wait.");
    assert!(public::TABLE.contains(429) && public::TABLE.contains(409));
    let statuses = checked!(statusbook::vpn, 404, CONFLICT, POST, 201, "legacy");
    assert_eq!(statuses.map(|status| status.as_u16()), [404, 409, 201, 418]);
}

macro_rules! covered {
    ($table:path, $($error:ty),*; $($excepted:literal),*) => {
        statusbook::assert_exhaustive!($table, $($error),*, except($($excepted),*));
    };
}

#[derive(Debug, ApiError)]
#[api_error(table = edge)]
#[status(429)]
struct Throttled;

covered!(public, Throttled, Error; 400, 401, 403, 405, 406, 407, 408, 500, 501, 502, 503, 504);
