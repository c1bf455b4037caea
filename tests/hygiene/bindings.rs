//! Constants, statics and unit structs with names that a macro could bind.
#![allow(non_upper_case_globals, non_camel_case_types, dead_code, unused_macros)]

use statusbook::{ApiError, vpn};

const f: u8 = 0;
const fmt: u8 = 0;
const formatter: u8 = 0;
const __formatter: u8 = 0;
const _0: u8 = 0;
const __0: u8 = 0;
const field_0: u8 = 0;
const __field_0: u8 = 0;
const __field_1: u8 = 0;
const __value: u8 = 0;
const __outcome: u8 = 0;
const __TABLE: u8 = 0;
const __STATUS_404: u8 = 0;
const NOT_FOUND_STATUS: u8 = 0;
const STATUS: u8 = 0;
const TABLE: u8 = 0;
const DATA: u8 = 0;
const ANSWERED: u8 = 0;
const MODULE: u8 = 0;
const binding: u8 = 0;
static error: u8 = 0;
static value: u8 = 0;
static id: u8 = 0;
static __field_2: u8 = 0;
struct source;
struct self_;
struct __source;
struct backtrace(u8);
struct __statusbook;
struct __Case;
struct Case;
struct Reply;
macro_rules! format_args {
    () => {};
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(404, "{id} {f} {self_} {max}", max = u32::MAX)]
    NotFound { id: u8, f: u8, self_: u8 },
    #[status(409, "{0} {1}")]
    Conflict(u8, u8),
    #[status(
        503,
        header(RETRY_AFTER = "{value}"),
        detail = "{value}",
        instance = "/{value}"
    )]
    Wrapped {
        #[from]
        value: std::num::ParseIntError,
    },
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404, "{__field_0} {__formatter}")]
struct Underscores {
    __field_0: u8,
    __formatter: u8,
}

/// The constants of the derive are called like these would be.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404, "{NOT_FOUND_STATUS} {__TABLE}")]
struct NotFound;

#[test]
fn constants_called_like_a_binding_change_nothing() {
    let shown = Error::NotFound {
        id: 1,
        f: 2,
        self_: 3,
    };
    assert_eq!(shown.to_string(), "1 2 3 4294967295");
    assert_eq!(Error::Conflict(4, 5).to_string(), "4 5");
    let wrapped = Error::from("x".parse::<u8>().unwrap_err());
    assert_eq!(wrapped.detail(), "invalid digit found in string");
}

#[test]
fn fields_called_like_a_binding_are_shown() {
    let shown = Underscores {
        __field_0: 6,
        __formatter: 7,
    };
    assert_eq!(shown.to_string(), "6 7");
}

#[test]
fn constants_called_like_a_generated_one_are_captured() {
    assert_eq!(NotFound.to_string(), "0 0");
}

statusbook::status_table! {
    mod edge {
        404 "Not Found" => "No such route.",
    }
    mod public = edge | vpn;
}

statusbook::assert_exhaustive!(edge, NotFound);

#[test]
fn constants_called_like_those_of_the_other_macros_change_nothing() {
    assert_eq!(statusbook::status!(public, 404), 404);
    assert_eq!(statusbook::status!(vpn, POST 201).as_u16(), 201);
    assert_eq!(edge::TABLE.name(), "edge");
    assert_eq!(TABLE + STATUS + ANSWERED, 0);
}

const ERROR_BODY: u8 = 1;
const ERROR_TABLE: u8 = 2;
const ERROR_EXCEPT_409: u8 = 3;
const ERROR_CODE: u8 = 4;
const ERROR_STATUS: u8 = 5;

#[test]
fn a_message_shows_constants_that_are_called_like_checks() {
    // Each alone: one of them is enough for the derive to choose other names for all.
    macro_rules! shown {
        ($text:literal) => {{
            #[derive(Debug, ApiError)]
            #[api_error(table = vpn, body = statusbook::body::Text, exhaustive(except(
                                400, 401, 403, 405, 406, 407, 408, 409, 500, 501, 502, 503, 504
                            )))]
            #[status(404, $text, code = "VPN.0404")]
            struct Error;
            Error.to_string()
        }};
    }
    assert_eq!(shown!("{ERROR_BODY}"), "1");
    assert_eq!(shown!("{ERROR_TABLE}"), "2");
    assert_eq!(shown!("{ERROR_EXCEPT_409}"), "3");
    assert_eq!(shown!("{ERROR_CODE}"), "4");
    assert_eq!(shown!("{ERROR_STATUS}"), "5");
}
