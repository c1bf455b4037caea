//! Every sentence that the OpenAPI reader can say, side by side.

use std::fmt::Display;

use super::specification::{self, Specification};
use super::tree::Kind;

/// How many characters of the document a sentence repeats.
const QUOTED: usize = 80;

/// A piece of the document, in backticks: on one line, and not all of it where it is long.
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

fn kind(found: Kind<'_>) -> String {
    match found {
        Kind::Null => "nothing".into(),
        Kind::Scalar(text) => code(text),
        Kind::Sequence(_) => "a list".into(),
        Kind::Mapping => "a mapping".into(),
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
    format!("the document has more than {limit} operations")
}

pub(super) fn too_many_responses(limit: usize) -> String {
    format!("the operations of the document have more than {limit} responses")
}

pub(super) fn too_much_text(limit: usize) -> String {
    format!(
        "the descriptions of all responses are longer than {} MiB",
        limit >> 20
    )
}

pub(super) fn more_problems(left_out: usize) -> String {
    let s = if left_out == 1 { "" } else { "s" };
    format!("and {left_out} more problem{s}")
}

// JSON and YAML

pub(super) fn too_deep(limit: usize) -> String {
    format!("the document nests more than {limit} levels deep")
}

pub(super) fn not_json(expected: &str, found: Option<char>) -> String {
    match found {
        Some(found) => format!(
            "not JSON: expected {expected}, found {}",
            code(&found.to_string())
        ),
        None => format!("not JSON: expected {expected}, found the end of the document"),
    }
}

pub(super) fn unterminated() -> String {
    "not JSON: the closing `\"` of this text is missing on its line".into()
}

pub(super) fn bad_escape() -> String {
    "not JSON: unknown escape; a backslash is written `\\\\`".into()
}

pub(super) fn yaml_colon() -> String {
    "not YAML: no key can stand before this `:`; a text with `: ` in it is put in quotes".into()
}

pub(super) fn yaml_without_colon() -> String {
    "not YAML: this line stands where a key is expected and has no `:`".into()
}

pub(super) fn yaml_character(character: char) -> String {
    format!(
        "not YAML: no text starts with {} outside quotes",
        code(&character.to_string())
    )
}

pub(super) fn yaml_tab() -> String {
    "not YAML: a tab where YAML takes only spaces".into()
}

pub(super) fn yaml_unclosed(open: char) -> String {
    format!("not YAML: this `{open}` is never closed")
}

pub(super) fn yaml_quote() -> String {
    "not YAML: a text in quotes goes on here; is its closing quote missing?".into()
}

pub(super) fn yaml_escape() -> String {
    "not YAML: unknown escape; between `\"`, a backslash is written `\\\\`".into()
}

pub(super) fn not_yaml(reason: &str) -> String {
    // The parser's own reason, which may go on to say where it was.
    let reason = reason.lines().next().unwrap_or_default().trim();
    format!("not YAML: {reason}")
}

pub(super) fn leading_tab() -> String {
    "a tab where the first line of a block text shows how far it is indented: write spaces, \
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
    "alias to the value that it stands in".into()
}

pub(super) fn bad_merge() -> String {
    "`<<` merges mappings only: write an alias to a mapping, or a list of them, behind it".into()
}

pub(super) fn merged_too_much(limit: usize) -> String {
    format!("the merge keys (`<<`) of the document copy more than {limit} entries")
}

pub(super) fn duplicate_key(key: &str, first: &str) -> String {
    format!(
        "key {} is written twice: first at {first}; keep one of them",
        code(key)
    )
}

// OpenAPI

pub(super) fn not_a_mapping(found: Kind<'_>) -> String {
    let found = kind(found);
    format!(
        "not an OpenAPI document: expected a mapping with `openapi` or `swagger`, found {found}"
    )
}

pub(super) fn not_openapi(keys: &[&str]) -> String {
    let missing = "not an OpenAPI document: `openapi` or `swagger` is missing at the top level";
    match keys {
        [] => missing.into(),
        keys => format!("{missing}, which has {}", codes(keys)),
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
        "the document has only `webhooks`, which its service calls and does not answer: no operations under `paths`".into()
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
            "{} has responses but is not a method that OpenAPI knows: {}",
            code(key),
            codes(&specification::method_keys())
        )
    }
}

pub(super) fn needs_3_2(key: &str, specification: Specification) -> String {
    format!("`{key}` is an operation from OpenAPI 3.2 on, and this document is {specification}")
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

pub(super) fn codes_twice(key: &str, first: &str) -> String {
    format!(
        "response {} is documented twice: first at {first}; keep one of them",
        code(key)
    )
}

pub(super) fn duplicate_id(id: &str, first: &str) -> String {
    format!(
        "`operationId` {} is used twice: first at {first}; an `operationId` names one operation, \
         so change one, or leave one operation out with `operations = […]`",
        code(id)
    )
}

/// Two operations want one module; each is described as `GET /pets (listPets)`.
pub(super) fn same_name(name: &str, this: &str, other: &str, first: &str) -> String {
    format!(
        "{} and {} at {first} would both become the module `{name}`: \
         give one another `operationId`, or leave one out with `operations = […]`",
        code(this),
        code(other)
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
        "`$ref` to the URL {}: nothing is fetched while compiling, so keep the file beside the document",
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
        "`$ref` to the file {}, which is not below the directory that holds the document: \
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
