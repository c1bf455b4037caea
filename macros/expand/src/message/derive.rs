//! The messages of the derive about an error type that it cannot parse, or that breaks a rule.

use crate::message::list;
use crate::names;

pub(crate) const UNION: &str =
    "a union cannot be an error: write an enum, with a `#[status(…)]` for each variant";

pub(crate) const NO_TABLE: &str = "the table is missing: `#[api_error(table = vpn)]`";

pub(crate) const EMPTY_API_ERROR: &str =
    "expected the table that documents the statuses: `#[api_error(table = vpn)]`";

pub(crate) const EMPTY_STATUS: &str =
    "expected a status code, and optionally a message: `#[status(404, \"…\")]`";

pub(crate) const NO_CODE: &str = "expected the status code first: `#[status(404, …)]`, or `#[status(transparent)]` for an inner `ApiError`";

pub(crate) const SECOND_STATUS: &str = "a variant has one status: remove this `#[status(…)]`";

pub(crate) const STATUS_ON_FIELD: &str = "`#[status(…)]` belongs on the variant, not on a field";

pub(crate) const API_ERROR_ELSEWHERE: &str =
    "`#[api_error(…)]` belongs on the type: all variants have the same table";

pub(crate) const NO_MESSAGE: &str = "expected a message in quotes, or a key such as `code = \"…\"`";

pub(crate) const LONE_OPENING_BRACE: &str =
    "a `{` is never closed: add the `}`, or write `{{` for a literal brace";

pub(crate) const LONE_CLOSING_BRACE: &str =
    "a `}` was never opened: write `}}` for a literal brace";

pub(crate) const BAD_PLACEHOLDER: &str = "cannot parse this placeholder: write `{field}` or `{field:?}`, an expression after the message, as in `\"{name}\", name = .field.name`, or `{{` for a literal brace";

/// `"{self}"`, or `"{}", self`.
pub(crate) const SHOWS_ITSELF: &str =
    "the message cannot show itself: name the fields, or write `{self:?}`";

pub(crate) const NO_ARGUMENT: &str = "`{}` has no argument: name a field, as in `{0}` or `{id}`, or add an argument after the message";

/// The same for `detail`, `instance` and the value of a header, which take no arguments.
pub(crate) const NO_FIELD: &str = "`{}` does not name a field: write one, as in `{0}` or `{id}`";

/// `#[status(transparent, 503)]`.
pub(crate) const CODE_BEHIND_TRANSPARENT: &str =
    "the status code comes first: `#[status(503, transparent)]`";

pub(crate) const UNUSED_ARGUMENT: &str =
    "the message does not use this argument: add a `{}` to the message, or remove the argument";

pub(crate) const MESSAGE_AND_FUNCTION: &str =
    "`fmt = …` writes the message: remove the text, or the function";

pub(crate) const TRANSPARENT_WITH_MESSAGE: &str =
    "`transparent` takes the message from the inner error: remove the message, or `transparent`";

pub(crate) const MESSAGE_ELSEWHERE: &str = "the message comes from `#[error(…)]` or from your own `Display`: remove it here, or write `detail = \"…\"` for the client";

pub(crate) const PUBLIC_CLIENT_ERROR: &str =
    "the client sees the message of a 4xx anyway: remove `public`";

pub(crate) const PUBLIC_AND_DETAIL: &str =
    "`detail` replaces the message, so `public` does nothing: remove one of them";

pub(crate) const FROM_ELSEWHERE: &str = "`#[from]` belongs on a field: `Variant(#[from] Source)`";

pub(crate) const SOURCE_ELSEWHERE: &str =
    "`#[source]` belongs on a field: `Variant(#[source] Source)`";

pub(crate) const EXTENSION_ELSEWHERE: &str =
    "`#[extension]` belongs on a field: `Variant { #[extension] id: u64 }`";

pub(crate) const EXPECTED_FIELD: &str = "expected a field after `.`: `.0` or `.id`";

/// `any()`.
pub(crate) const ANY_USAGE: &str =
    "expected the statuses that the value can have: `any(400, 422), by = .0.status()`";

/// `any(400, 422)` alone.
pub(crate) const ANY_WITHOUT_BY: &str =
    "`any(…)` needs an expression for the status: `any(…), by = .0.status()`";

/// `404, by = .0.status()`.
pub(crate) const BY_WITHOUT_ANY: &str =
    "`by` chooses one of the statuses in `any(…)`: list them, as in `any(400, 422), by = …`";

/// `undocumented()`.
pub(crate) const EXCUSED_USAGE: &str =
    "expected each status with its reason: `undocumented(429 = \"until 1.3\")`";

/// `404, undocumented(404 = "…")`.
pub(crate) const EXCUSED_OF_ONE: &str =
    "a variant with one status needs only the reason: `undocumented = \"…\"`";

/// `transparent, undocumented = "…"`.
pub(crate) const UNDOCUMENTED_OF_SEVERAL: &str =
    "name the status that is not documented: `undocumented(429 = \"…\")`";

/// `header(RETRY_AFTER = .after else 30)`.
pub(crate) const HEADER_ELSE: &str =
    "expected a text in quotes after `else`: `header(RETRY_AFTER = .after else \"30\")`";

/// `header(RETRY_AFTER = "{after:?}")`.
pub(crate) const HEADER_DEBUG: &str = "a header value cannot use `{:?}`: write `{field}`, or `header(NAME = .field)` for an `Option`, which sends no header for `None`";

/// `with()`, `with(Timeout)`.
pub(crate) const WITH_USAGE: &str =
    "expected a type for each parameter: `with(E = Timeout)` checks this instance";

/// `with(E = Timeout)` of a type that is not generic.
pub(crate) const WITH_WITHOUT_PARAMETERS: &str = "`with` is only for a generic type: remove it";

/// `#[status(transparent)]` over a `Box<dyn ApiError>`.
pub(crate) const TRANSPARENT_OBJECT: &str = "the statuses of a `dyn ApiError` are unknown: write the type of the error, or give the variant a status, as in `#[status(500, transparent)]`";

pub(crate) const EMPTY_SKIP: &str = "expected what you implement yourself: `skip(Error)`, `skip(Display)`, `skip(From)` or `skip(IntoResponse)`";

pub(crate) const SECOND_FROM: &str = "only one field can have `#[from]`: remove this one";

pub(crate) const SECOND_SOURCE: &str = "an error has one source: remove this `#[source]`";

/// A variant, or a struct, without `#[status(…)]`.
pub(crate) fn missing_status(item: &str) -> String {
    format!("{item} needs a status: `#[status(404, \"…\")]`")
}

/// The same, where `#[error(…)]` writes the message.
pub(crate) fn missing_status_beside_thiserror(item: &str) -> String {
    format!(
        "{item} needs a status: `#[status(404)]` beside thiserror's `#[error(…)]`, or `#[status(404, \"…\")]` instead of it"
    )
}

/// `#[api_error(vpn)]`.
pub(crate) fn table_without_key(table: &str) -> String {
    format!("unknown key `{table}`: a table needs its key, `table = {table}`")
}

/// `#[status(404, body = Text)]`.
pub(crate) fn key_of_type(key: &str) -> String {
    format!("`{key}` belongs on the type, in its `#[api_error(…)]`: it applies to all variants")
}

/// `#[api_error(code = "…")]`.
pub(crate) fn key_of_variant(key: &str) -> String {
    format!("`{key}` belongs on the variant, in its `#[status(…)]`")
}

/// `#[status(404, from)]`.
pub(crate) fn key_of_field(key: &str) -> String {
    format!("`{key}` is an attribute of the field: `Variant(#[{key}] Source)`")
}

/// `#[status(code = 404)]`.
pub(crate) fn code_with_key(code: &str) -> String {
    format!("write the status first, without a key: `#[status({code})]`")
}

/// `message = "…"`.
pub(crate) fn message_without_key(key: &str) -> String {
    format!("the message needs no key: remove `{key} =`")
}

/// The message names a field that is not there.
pub(crate) fn no_field(name: &str, variant: &str, fields: &[&str]) -> String {
    let problem = format!("`{{{name}}}` names no field of `{variant}`");
    if fields.is_empty() {
        return format!("{problem}, which has none: write `{{{{{name}}}}}` for literal braces");
    }
    match names::nearest(name, fields.iter().copied(), str::to_owned) {
        Some(similar) => format!("{problem}, did you mean `{{{similar}}}`?"),
        None => format!("{problem}: {}", those(fields)),
    }
}

/// `.name` in an argument names a field that is not there.
pub(crate) fn no_field_of_argument(name: &str, variant: &str, fields: &[&str]) -> String {
    let problem = format!("`.{name}` names no field of `{variant}`");
    if fields.is_empty() {
        return format!("{problem}, which has no fields: add the field, or write another value");
    }
    match names::nearest(name, fields.iter().copied(), str::to_owned) {
        Some(similar) => format!("{problem}, did you mean `.{similar}`?"),
        None => format!("{problem}: {}", those(fields)),
    }
}

/// `"{0} {}", .1` of a tuple variant.
pub(crate) fn ambiguous_index(index: usize) -> String {
    format!(
        "`{{{index}}}` may be the field or the argument: give the argument a name, as in `\"{{name}}\", name = …`"
    )
}

pub(crate) fn transparent_fields(count: usize) -> String {
    match count {
        0 => "`transparent` needs a field: the inner error".to_owned(),
        _ => format!(
            "`transparent` needs one field, the inner error, but here are {count}: write a message instead"
        ),
    }
}

pub(crate) fn from_with_others(field: &str) -> String {
    format!(
        "`#[from]` makes the variant from one value, which cannot fill the field `{field}`: write `#[source]` instead"
    )
}

pub(crate) fn same_from(other: &str) -> String {
    format!("`{other}` already has `#[from]` for this type: write `#[source]` here")
}

pub(crate) const EXTENSION_WITHOUT_NAME: &str =
    "a member of the body needs a name: name the field, or write `#[extension(name = \"…\")]`";

/// `#[extension()]`.
pub(crate) const EXTENSION_USAGE: &str =
    "expected nothing, or the name of the member: `#[extension(name = \"code\")]`";

pub(crate) fn extension_twice(name: &str) -> String {
    format!("two fields of this variant become the member `{name}`: rename one of them")
}

pub(crate) fn extension_taken(name: &str) -> String {
    format!(
        "the body has a member `{name}` of its own: rename this one, as in `#[extension(name = \"…\")]`"
    )
}

/// `with(F = Timeout)` of a type with the parameters `E` and `N`.
pub(crate) fn unknown_parameter(name: &str, known: &[&str]) -> String {
    format!("unknown parameter `{name}`, expected {}", list(known))
}

/// `with(E = Timeout)`, where `F` needs a type too.
pub(crate) fn missing_parameter(name: &str) -> String {
    format!("the parameter `{name}` needs a value too: `with(…, {name} = …)`")
}

/// `any(400, 422), undocumented(429 = "…")`.
pub(crate) fn excused_outside(code: u16) -> String {
    format!("status `{code}` is not listed in `any(…)`: remove it from `undocumented(…)`")
}

/// `code = "{code}"`.
pub(crate) fn code_with_placeholder(field: &str) -> String {
    format!(
        "`code = \"…\"` cannot have placeholders: write `code = .{field}` to take the code from the value"
    )
}

pub(crate) fn header_of_body(name: &str) -> String {
    format!(
        "the body of the response sets `{name}`: remove this header, or choose another body with `#[api_error(body = …)]`"
    )
}

pub(crate) fn header_name(name: &str) -> String {
    format!("`{name}` is not a header name (RFC 9110 §5.1): write letters, digits and `-`")
}

pub(crate) fn unknown_header(name: &str, similar: &str) -> String {
    format!(
        "unknown header `{name}`, did you mean `{similar}`? Write the name of any other header in quotes: `\"{}\" = \"…\"`",
        name.to_lowercase().replace('_', "-")
    )
}

pub(crate) const HEADER_VALUE: &str =
    "a header value cannot have control characters (RFC 9110 §5.5): remove them";

pub(crate) const HEADER_USAGE: &str =
    "expected a header and its value: `header(RETRY_AFTER = \"{seconds}\")`";

/// `type = "https://example.com/{id}"`.
pub(crate) const TYPE_WITH_FIELD: &str = "`type` is the same for every value, so it cannot have placeholders (RFC 9457 §3.1.1): remove them, or write `instance = \"…\"` for this occurrence";

/// ``its fields are `a`, `b` and `c` ``.
fn those(fields: &[&str]) -> String {
    let names = list(fields).replace(" or `", " and `");
    match fields {
        [_] => format!("its only field is {names}"),
        _ => format!("its fields are {names}"),
    }
}
