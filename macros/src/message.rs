//! Every sentence that the macros say themselves. What the contract has to say is said by `statusbook`.

use crate::names;

/// Something else stands where a code belongs.
pub(crate) const EXPECTED_CODE: &str =
    "expected a status code: a number such as `404`, or a name such as `NOT_FOUND`";

/// `undocumented = ""`.
pub(crate) const EMPTY_REASON: &str =
    "say why the status is not documented: `undocumented = \"…\"`";

/// `status!()`.
pub(crate) const STATUS_USAGE: &str = "expected a table and a code: `status!(vpn, 404)`";

/// `status!(vpn, 404, "text")`.
pub(crate) const AFTER_CODE: &str = "expected nothing more, or `undocumented = \"…\"`";

/// `status!(vpn, POST 418, undocumented = "…")`.
pub(crate) const METHOD_OF_UNDOCUMENTED: &str =
    "a status that is not documented is documented for no method: leave it out";

pub(crate) fn unknown_method(method: &str, known: &[&str]) -> String {
    let upper = method.to_uppercase();
    match names::nearest(&upper, known.iter().copied(), str::to_owned) {
        Some(similar) => format!("unknown method `{method}`, did you mean `{similar}`?"),
        None => format!("unknown method `{method}`, expected {}", list(known)),
    }
}

pub(crate) fn no_status_code(number: &str) -> String {
    format!("`{number}` is not a status code: write a number from 100 to 599")
}

pub(crate) fn code_without_path(name: &str) -> String {
    format!("write the name of the status alone: `{name}`")
}

pub(crate) fn unknown_name(name: &str) -> String {
    match names::similar(name) {
        Some(similar) => format!("unknown status name `{name}`, did you mean `{similar}`?"),
        None => format!(
            "unknown status name `{name}`: write a number, or a name of `http::StatusCode` such as `NOT_FOUND`"
        ),
    }
}

pub(crate) fn unknown_key(key: &str, known: &[&str]) -> String {
    match names::nearest(key, known.iter().copied(), str::to_owned) {
        Some(similar) => format!("unknown key `{key}`, did you mean `{similar}`?"),
        None => format!("unknown key `{key}`, expected {}", list(known)),
    }
}

/// `` `a`, `b` or `c` ``.
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
