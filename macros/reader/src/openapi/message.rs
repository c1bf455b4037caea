//! All messages of the OpenAPI reader.

use std::fmt::Display;

use super::specification::{self, Specification};
use super::tree::Kind;
use crate::spelling::distance;

/// The longest quote from the document, in characters.
const QUOTED: usize = 80;

/// Quotes a part of the document in backticks, on one line, cut if it is long.
fn code(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(QUOTED)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if text.chars().nth(QUOTED).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

fn codes<T: AsRef<str>>(texts: &[T]) -> String {
    texts
        .iter()
        .map(|text| code(text.as_ref()))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Names the kind of a value. Its text is not repeated, because the file may not be a part of the document, and may
/// hold secrets.
fn kind(found: Kind<'_>) -> &'static str {
    match found {
        Kind::Null => "nothing",
        Kind::Scalar(_) => "a text",
        Kind::Sequence(_) => "a list",
        Kind::Mapping => "a mapping",
    }
}

// The file as a whole

pub(super) fn too_large(limit: usize) -> String {
    format!("the document is larger than {} MiB", limit >> 20)
}

pub(super) fn too_large_together(limit: usize) -> String {
    format!(
        "the document and the files that it refers to are larger than {} MiB",
        limit >> 20
    )
}

pub(super) fn too_many_files(limit: usize) -> String {
    format!("the document refers to more than {limit} files: bundle them into one")
}

pub(super) fn too_many_operations(limit: usize) -> String {
    format!("more than {limit} operations are too many for the size of the document: {REPEATED}")
}

pub(super) fn too_many_responses(limit: usize) -> String {
    format!("more than {limit} responses are too many for the size of the document: {REPEATED}")
}

pub(super) fn too_much_text(limit: usize) -> String {
    let size = if limit >= 1 << 20 {
        format!("{} MiB", limit >> 20)
    } else {
        format!("{limit} bytes")
    };
    format!(
        "more than {size} of descriptions are too many for the size of the document: {REPEATED}"
    )
}

/// Why a document can have more of something than its size allows.
const REPEATED: &str = "its references and aliases repeat them";

pub(super) fn too_long(what: &str, limit: usize) -> String {
    format!("{what} is longer than {limit} bytes: shorten it")
}

pub(super) fn more_problems(left_out: usize) -> String {
    let s = if left_out == 1 { "" } else { "s" };
    format!("and {} more problem{s}", grouped(left_out))
}

/// A number with a comma between groups of three digits: `1,204`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

// JSON and YAML

pub(super) fn too_deep(limit: usize) -> String {
    format!("the document nests more than {limit} levels deep")
}

pub(super) fn not_json(expected: &str, found: Option<char>) -> String {
    match found {
        // Only punctuation is quoted: the file may not be JSON at all, and may hold secrets.
        Some(found) if found.is_ascii_punctuation() => format!(
            "not JSON: expected {expected}, found {}",
            code(&found.to_string())
        ),
        Some(_) => format!("not JSON: expected {expected}, found a text"),
        None => format!("not JSON: expected {expected}, found the end of the document"),
    }
}

pub(super) fn not_a_json_number() -> String {
    "not JSON: a number is expected here; write it like `10`, `-0.5` or `2e9`".into()
}

pub(super) fn unterminated() -> String {
    "not JSON: the closing `\"` of this text is missing on its line".into()
}

pub(super) fn bad_escape() -> String {
    "not JSON: unknown escape; a backslash is written `\\\\`".into()
}

pub(super) fn yaml_colon() -> String {
    "not YAML: there is no key before this `:`; put a text that contains `: ` in quotes".into()
}

pub(super) fn yaml_without_colon() -> String {
    "not YAML: a key is expected here, and this line has no `:`".into()
}

pub(super) fn yaml_character(character: char) -> String {
    format!(
        "not YAML: no text starts with {} outside quotes",
        code(&character.to_string())
    )
}

pub(super) fn yaml_tab() -> String {
    "not YAML: a tab here, where YAML takes only spaces".into()
}

pub(super) fn yaml_unclosed(open: char) -> String {
    format!("not YAML: this `{open}` is never closed")
}

pub(super) fn yaml_quote() -> String {
    "not YAML: a text in quotes continues here; is its closing quote missing?".into()
}

pub(super) fn yaml_escape() -> String {
    "not YAML: unknown escape; between `\"`, a backslash is written `\\\\`".into()
}

pub(super) fn not_yaml(reason: &str) -> String {
    // The first line of the parser's message is the reason; the others may repeat the position.
    let reason = reason.lines().next().unwrap_or_default().trim();
    format!("not YAML: {reason}")
}

pub(super) fn leading_tab() -> String {
    "a tab in the indentation of a block text: write spaces, \
     because most YAML readers refuse a tab here"
        .into()
}

pub(super) fn second_document() -> String {
    "a second YAML document starts here: keep one in the file".into()
}

pub(super) fn collection_as_key() -> String {
    "a list or mapping as a key: OpenAPI has only texts as keys".into()
}

pub(super) fn unknown_alias() -> String {
    "alias to an anchor that is not defined before it".into()
}

pub(super) fn alias_in_itself() -> String {
    "alias to the value that contains it".into()
}

pub(super) fn bad_merge() -> String {
    "`<<` merges mappings only: write an alias to a mapping, or a list of them, after it".into()
}

pub(super) fn merged_too_much(limit: usize) -> String {
    format!(
        "the merge keys (`<<`) copy more than {limit} entries, too many for the size of the document"
    )
}

pub(super) fn duplicate_key(key: Option<&str>, first: &str) -> String {
    let key = key.map_or_else(|| "a key".into(), |key| format!("key {}", code(key)));
    format!("{key} is written twice: first at {first}; keep one of them")
}

// OpenAPI

pub(super) fn not_a_mapping(found: Kind<'_>) -> String {
    let found = kind(found);
    format!(
        "not an OpenAPI document: expected a mapping with `openapi` or `swagger`, found {found}"
    )
}

/// Quotes a key only if it may be a typing mistake, because the file may hold secrets.
pub(super) fn not_openapi(keys: &[&str]) -> String {
    let missing = "not an OpenAPI document: `openapi` or `swagger` is missing at the top level";
    let similar = |key: &&&str| distance(key, "openapi") <= 2 || distance(key, "swagger") <= 2;
    match keys.iter().find(similar) {
        Some(key) => format!("{missing}, which has {}", code(key)),
        None => missing.into(),
    }
}

pub(super) fn unknown_version(key: &str, version: &str) -> String {
    format!(
        "`{key}: {}` is a version that this reader does not know: OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0 are read",
        code(version).trim_matches('`')
    )
}

pub(super) fn no_paths(has_webhooks: bool) -> String {
    if has_webhooks {
        "the document has only `webhooks`, which are requests that the service sends: no operations under `paths`".into()
    } else {
        "no operations: `paths` is missing at the top level".into()
    }
}

pub(super) fn no_operations() -> String {
    "no operations under `paths`".into()
}

pub(super) fn expected_mapping(what: &str, found: Kind<'_>) -> String {
    let found = kind(found);
    format!("expected a mapping for {what}, found {found}")
}

pub(super) fn unknown_method(key: &str) -> String {
    let small = key.to_ascii_lowercase();
    if specification::method(&small).is_some() {
        format!("{} is not read as an operation: write `{small}`", code(key))
    } else {
        format!(
            "{} has responses, but is not a method of OpenAPI: {}",
            code(key),
            codes(&specification::method_keys())
        )
    }
}

pub(super) fn needs_3_2(key: &str, specification: Specification) -> String {
    format!("`{key}` is an operation from OpenAPI 3.2 on, and this document is {specification}")
}

/// A key of `additionalOperations` that is not a token (RFC 9110 §5.6.2, §9.1).
pub(super) fn not_a_method(key: &str) -> String {
    format!("{} is not a method: write letters, as in `COPY`", code(key))
}

pub(super) fn operation_twice(method: &str, path: &str, first: &str) -> String {
    let operation = code(&format!("{method} {path}"));
    format!("{operation} is documented twice: first at {first}; keep one of them")
}

pub(super) fn not_a_code(key: &str) -> String {
    format!(
        "{} is not a status code: write a number from 100 to 599, a class like `4XX`, or `default`",
        code(key)
    )
}

/// No key of the file that a `$ref` names is a response.
pub(super) fn no_responses() -> String {
    "expected responses: none of the keys here is a status code, a class like `4XX`, or `default`"
        .into()
}

pub(super) fn codes_twice(key: &str, first: &str) -> String {
    format!(
        "response {} is documented twice: first at {first}; keep one of them",
        code(key)
    )
}

pub(super) fn duplicate_id(id: &str, route: &str, first: &str) -> String {
    format!(
        "`operationId` {} is used twice: first at {first}; an `operationId` names one operation, \
         so change one, or leave this operation out with {}",
        code(id),
        leave_out(route)
    )
}

/// The option that excludes an operation.
fn leave_out(route: &str) -> String {
    let rest = if route.chars().nth(QUOTED).is_some() {
        "*"
    } else {
        ""
    };
    let route: String = route.chars().take(QUOTED).collect();
    format!("`operations = [{:?}]`", format!("!{route}{rest}"))
}

pub(super) fn long_name(operation: &str, limit: usize) -> String {
    format!(
        "the module of {} would have a name longer than {limit} bytes, too long for a file: \
         give it a shorter `operationId`, or leave it out with {}",
        code(operation),
        leave_out(operation)
    )
}

/// Two operations would become one module. Each is described as `GET /pets (listPets)`.
pub(super) fn same_name(name: &str, this: &str, route: &str, other: &str, first: &str) -> String {
    format!(
        "{} and {} at {first} would both become the module `{name}`: \
         give one another `operationId`, or leave this one out with {}",
        code(this),
        code(other),
        leave_out(route)
    )
}

pub(super) fn filter_without_match(filter: &str, near: &[String]) -> String {
    let nothing = format!("no operation matches {}", code(filter));
    match near {
        [] => format!(
            "{nothing}: a filter is an `operationId` such as `getPet*`, `tag:pets`, or `GET /pets/*`"
        ),
        near => format!("{nothing}, did you mean {}?", or(near)),
    }
}

fn or(texts: &[String]) -> String {
    match texts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {}", codes(rest), code(last)),
        _ => codes(texts),
    }
}

// References

pub(super) fn reference_to_url(reference: &str) -> String {
    format!(
        "`$ref` to the URL {}: nothing is fetched at compile time, so put the file beside the document",
        code(reference)
    )
}

pub(super) fn reference_to_name(reference: &str) -> String {
    format!(
        "`$ref` {} is not a JSON Pointer: write `#/` and the keys that lead there",
        code(reference)
    )
}

pub(super) fn reference_not_decodable(reference: &str) -> String {
    format!(
        "`$ref` {}: its percent-encoded bytes are not UTF-8",
        code(reference)
    )
}

pub(super) fn reference_not_beside(file: &str) -> String {
    format!(
        "`$ref` to the file {}, which is not below the folder that holds the document: \
         write a relative path with `/` that stays within it",
        code(file)
    )
}

pub(super) fn reference_to_nothing(reference: &str, token: &str) -> String {
    let nothing = format!("`$ref` {} leads to nothing", code(reference));
    if reference.ends_with(token) && !token.contains('/') {
        nothing
    } else {
        format!("{nothing}: there is no {}", code(token))
    }
}

pub(super) fn reference_cycle(reference: &str) -> String {
    format!("`$ref` leads in a circle, back to {}", code(reference))
}

pub(super) fn long_chain(limit: usize) -> String {
    format!("more than {limit} `$ref`s lead from one to the next")
}

pub(super) fn file_not_opened(path: &str, reason: &dyn Display) -> String {
    format!(
        "cannot open {}, which this `$ref` needs: {reason}",
        code(path)
    )
}
