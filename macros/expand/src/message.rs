//! All messages of the macros. The messages about a broken contract are in `statusbook`, which prints them.

use statusbook_reader::{DocError, Visible};

use crate::names;

pub(crate) mod derive;

/// Something other than a code, where a code belongs.
pub(crate) const EXPECTED_CODE: &str =
    "expected a status code: a number such as `404`, or a name such as `NOT_FOUND`";

/// `undocumented = ""`.
pub(crate) const EMPTY_REASON: &str =
    "write the reason why the status is not documented: `undocumented = \"…\"`";

/// `status!()`.
pub(crate) const STATUS_USAGE: &str = "expected a table and a code: `status!(vpn, 404)`";

/// `status!(vpn, 404, "text")`.
pub(crate) const AFTER_CODE: &str = "expected nothing more, or `undocumented = \"…\"`";

/// `status!(vpn, POST 418, undocumented = "…")`.
pub(crate) const METHOD_OF_UNDOCUMENTED: &str =
    "an undocumented status has no documented method: remove the method";

/// `assert_exhaustive!()`.
pub(crate) const EXHAUSTIVE_USAGE: &str = "expected a table and its error types: `assert_exhaustive!(vpn, GatewayError, ConnectionError)`";

/// `guard!` without a table, or with more than one expression.
pub(crate) const GUARD_USAGE: &str = "expected one table, or a union: `guard!(petstore | edge)`; options are methods: `guard!(petstore).enforce()`";

/// `except("DNS.0001", "DNS.0001")`.
pub(crate) fn code_excepted_twice(code: &str) -> String {
    format!("error code `{code}` is excepted twice: remove one")
}

/// `exhaustive(except("DNS.0001"))`.
pub(crate) const CODES_BEFORE_EXCEPT: &str = "service error codes are checked only with `codes`: write `codes` before `except(…)`, or remove this one";

/// `exhaustive(except())`.
pub(crate) const EMPTY_EXCEPT: &str = "expected the statuses to except: `except(407, 502)`";

/// `status_table! {}`, or anything that does not begin with a module.
pub(crate) const TABLE_USAGE: &str =
    "expected a module for a table: `pub mod billing = \"docs/billing.md\";`";

/// After `pub mod billing`.
pub(crate) const AFTER_MODULE: &str =
    "expected `= \"path of a document\";`, `= a | b;` for a union, or `{ … }` with rows";

/// After `pub mod billing =`.
pub(crate) const AFTER_EQUALS: &str =
    "expected the path of a document in quotes, or a union of tables: `billing | edge`";

/// After `pub mod billing = "docs/billing.md"`.
pub(crate) const AFTER_TABLE: &str = "expected `;`";

/// `pub mod a = "docs/a.md", pub mod b = "docs/b.md";`.
pub(crate) const COMMA_AFTER_MODULE: &str =
    "expected a key: to begin another module, end this one with `;`";

/// `pub mod all = "docs/a.md" | b;`.
pub(crate) const DOCUMENT_IN_UNION: &str = "a union takes tables, not documents: give the document its own module, and write the name of the module here";

/// `pub mod billing = "docs/billing.md" section = "Errors";`.
pub(crate) const COMMA_BEFORE_KEY: &str = "expected `,` before this key, or `;`";

/// `pub mod billing = docs/billing.md;`.
pub(crate) const PATH_WITHOUT_QUOTES: &str =
    "write the path of a document in quotes: `\"docs/billing.md\"`";

/// `pub mod billing = concat!("docs", "/billing.md");`.
pub(crate) const PATH_FROM_MACRO: &str =
    "write the path of a document in quotes: macros are not expanded here";

/// `pub mod all = a | b, section = "Errors";`.
pub(crate) fn key_of_documents(key: &str) -> String {
    format!("`{key}` is only for documents: other tables take only the key `body`")
}

/// `catalog & other`, `catalog & {}`.
pub(crate) const INTERSECTION: &str =
    "expected the statuses to keep: `catalog & { 401, 403, 404 }`";

/// `{ 401, 404 } & catalog`.
pub(crate) const CODES_BEFORE_TABLE: &str =
    "write the table before its statuses: `catalog & { 401, 403, 404 }`";

/// `catalog & { 404, 404 }`, `any(400, 400)`.
pub(crate) fn listed_twice(code: u16) -> String {
    format!("status `{code}` is listed twice: remove one")
}

/// `pub mod all = a + b;`.
pub(crate) const AFTER_UNION: &str = "expected `|` and another table, or `;`";

/// `pub mod edge {}`.
pub(crate) const NO_ROWS: &str =
    "a table needs a row: `429 \"Too Many Requests\" => \"what it means here\",`";

/// Anything else in a row.
pub(crate) const ROW: &str =
    "a row is written `429 \"Too Many Requests\" => \"what it means here\",`";

/// A reason phrase that a status line cannot hold (RFC 9112 §4).
pub(crate) const CONTROL_IN_REASON: &str = "a reason phrase cannot have control characters";

/// rustc was not started by cargo.
pub(crate) const NO_MANIFEST: &str =
    "`CARGO_MANIFEST_DIR` is not set, and the path is relative to it: build with cargo";

/// `columns = "Code"`, `columns(status)`, `columns(status = Code)`.
pub(crate) const COLUMNS: &str = "name the columns by their headings: `columns(status = \"Code\", reason = \"Type\", description = \"When\")`";

/// `columns(reason = "Type")`.
pub(crate) const NO_STATUS_COLUMN: &str =
    "`columns` needs the heading of the status column: `status = \"Code\"`";

/// `columns(status = "Code", description = ["A", "B", "C"])`.
pub(crate) const TWO_DESCRIPTIONS: &str =
    "a description is one column, or two that are joined: `description = [\"Meaning\", \"When\"]`";

/// An OpenAPI document without the feature.
#[cfg(not(feature = "openapi"))]
pub(crate) const NO_OPENAPI: &str = "OpenAPI documents need the feature `openapi`: `statusbook = { version = \"…\", features = [\"openapi\"] }`";

/// A page without statuses.
pub(crate) const NO_STATUSES: &str =
    "no status table found: check the path, or write the table inline";

/// `codes = "…"` names a page without service error codes.
pub(crate) const NO_ERROR_CODES: &str = "no table of service error codes found";

/// `except(407), except(502)`.
pub(crate) const AFTER_EXCEPT: &str =
    "expected nothing more: one `except(407, 502)` lists all of them";

/// `table = 5`.
pub(crate) const EXPECTED_TABLE: &str = "expected the module of a table, such as `statusbook::vpn`";

/// `status!(vpn | edge, 404)`.
pub(crate) const UNION_ELSEWHERE: &str = "a union cannot be written here: write `pub mod both = a | b;` in `status_table!`, and its name here";

/// `petstore[get_pet]`.
pub(crate) const EXPECTED_OPERATION: &str =
    "expected an operation in quotes, as in `petstore[\"GET /pets\"]`";

/// `status!(vpn 404)`.
pub(crate) const COMMA_AFTER_TABLE: &str =
    "expected a comma between table and code: `status!(vpn, 404)`";

/// `status!(vpn, 404 undocumented = "…")`, `except(407 502)`.
pub(crate) const COMMA_BEFORE: &str = "expected a comma before this";

/// `except(407, 407)`.
pub(crate) fn excepted_twice(code: u16) -> String {
    format!("status `{code}` is excepted twice: remove one")
}

/// A key for OpenAPI documents beside a page, or the other way round.
pub(crate) fn key_of_other_document(key: &str, openapi: bool) -> String {
    if openapi {
        format!("`{key}` is for pages with tables, not for OpenAPI documents: remove it")
    } else {
        format!(
            "`{key}` is for OpenAPI documents, which are `.yaml`, `.yml` or `.json` files: remove it"
        )
    }
}

/// `columns(status = "Code", reason = "Code")`.
pub(crate) fn column_twice(heading: &str) -> String {
    format!("column `{heading}` is named twice: remove one")
}

/// `default = "ignored"`.
pub(crate) fn unknown_policy(word: &str) -> String {
    format!("unknown word `{word}`, expected `\"ignore\"` or `\"document\"`")
}

/// `pub mod vpn = vpn | edge;`.
pub(crate) fn union_of_itself(name: &str) -> String {
    format!(
        "the union `{name}` includes itself: choose another name, or write the whole path, as in `statusbook::{name}`"
    )
}

pub(crate) fn repeated_module(name: &str) -> String {
    format!("the table `{name}` is defined twice: remove one")
}

pub(crate) fn repeated_key(key: &str) -> String {
    format!("`{key}` is given twice: remove one")
}

/// `docs/vpn.rst:118:5: sentence`. Text from a document is escaped, so that it cannot add
/// lines to the message.
pub(crate) fn document(path: &str, error: &DocError) -> String {
    let (path, message) = (Visible(path), Visible(&error.message));
    match error.position {
        Some(position) => format!("{path}:{position}: {message}"),
        None => format!("{path}: {message}"),
    }
}

/// `table = "vpn"`, where a macro takes a table.
pub(crate) fn quoted_table(name: &str) -> String {
    format!("write the table without quotes: `{name}`")
}

/// `table = petstore::getPet`.
pub(crate) fn operation_as_documented(name: &str, module: &str) -> String {
    format!("the module of an operation is in snake case: write `{module}` for `{name}`")
}

/// `status!(vpn::TABLE, 404)`; `module` is the path as it was written.
pub(crate) fn table_of_module(module: &str) -> String {
    format!("write the module of the table: `{module}`")
}

/// `status!(vpn::NOT_FOUND)`, or `table = vpn::NOT_FOUND` where only a table belongs.
pub(crate) fn status_in_path(module: &str, status: &str) -> String {
    format!(
        "`{status}` is a status, and the table is `{module}`: write the table alone, or both in `status!({module}, {status})`"
    )
}

/// `status!(vpn, POST, 201)`.
pub(crate) fn method_before_code(method: &str, code: &str) -> String {
    format!("write the method before its code, without a comma: `{method} {code}`")
}

/// `status!(vpn, code)`, with the path of the table's constant.
pub(crate) fn known_at_run_time(table: &str, code: &str) -> String {
    format!(
        "`{code}` is not the name of a status: to check a code at run time, call `{table}.status({code})`"
    )
}

/// `status!(petstore["GET /pets"], code)`.
pub(crate) fn known_at_run_time_of_operation(code: &str) -> String {
    format!(
        "`{code}` is not the name of a status: to check a code at run time, call `TABLE.status({code})` in the module of the operation"
    )
}

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

/// `status!(vpn, "404")`; `None` if the text is not a code.
pub(crate) fn quoted_code(text: &str) -> Option<String> {
    let number = text
        .parse()
        .is_ok_and(|code: u16| (100..=599).contains(&code));
    (number || names::code(text).is_some())
        .then(|| format!("write the status without quotes: `{text}`"))
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

/// `pub mod vpn = "docs/vpn.md", "Errors";`.
pub(crate) fn expected_key(known: &[&str]) -> String {
    format!("expected a key: {}", list(known))
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

/// After an argument.
pub(crate) const COMMA_OR_NOTHING: &str = "expected a comma, or nothing more";

pub(crate) const NEEDLESS_COMMA: &str = "there is nothing before this comma: remove it";

/// `code = 5`; `text` is what may be between the quotes.
pub(crate) fn expected_text(key: &str, text: &str) -> String {
    format!("expected a text in quotes: `{key} = \"{text}\"`")
}

pub(crate) fn expected_value(key: &str, example: &str) -> String {
    format!("expected `{key} = {example}`")
}

/// `table = "vpn"`.
pub(crate) fn quoted_value(key: &str, value: &str) -> String {
    format!("`{key}` takes a path, without quotes: `{key} = {value}`")
}

/// `public = false`, `#[from(Io)]`.
pub(crate) fn flag_with_value(key: &str) -> String {
    format!("`{key}` takes no value: write `{key}` alone, or remove it")
}
