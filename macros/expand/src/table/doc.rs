//! The rustdoc of a table: of the modules, and of the constant of each status.

use super::contents::{Contents, Entry, ErrorCode, Operation};
use super::parse::Part;
use crate::names;
use crate::rustdoc::Rustdoc;
use crate::table_ref::written;

/// The maximal number of descriptions in the documentation of a constant.
const SHOWN: usize = 5;

/// The whole table, for the documentation of its module. For an OpenAPI document, it also lists the operations of
/// each code.
pub(super) fn table(document: &str, contents: &Contents) -> Rustdoc {
    let docs = Rustdoc::default();
    // An editor does not tell the name of the file.
    let docs = match document {
        "" => docs.markup("\n\nDocumented here:"),
        _ => docs.markup("\n\nDocumented in ").code(document).markup(":"),
    };
    if !contents.operations.is_empty() {
        return unspecific(operations(docs, contents), contents);
    }
    let mut docs = rows(docs, contents);
    if !contents.error_codes.is_empty() {
        docs = docs.markup("\n| error code | status | message |\n|---|---|---|\n");
    }
    for code in &contents.error_codes {
        docs = docs.markup("| ").text(&code.code).markup(" |");
        for (index, status) in code.statuses.iter().enumerate() {
            docs = docs
                .markup(if index == 0 { " " } else { ", " })
                .number(*status);
        }
        docs = docs.markup(" | ").text(&code.message).markup(" |\n");
    }
    docs
}

/// The documentation of an operation's module.
pub(super) fn operation(document: &str, operation: &Operation) -> Rustdoc {
    let mut docs = Rustdoc::default();
    if !operation.summary.is_empty() {
        docs = docs.text(&operation.summary).markup("\n\n");
    }
    let place = operation.document.as_deref().unwrap_or(document);
    let docs = docs.code(&operation.shown()).markup(", ").code(place);
    let docs = docs.markup(", line ").number(operation.line);
    rows(docs, &operation.contents)
}

/// The documentation of a status's constant.
pub(super) fn status(document: &str, entry: &Entry) -> Rustdoc {
    let mut docs = Rustdoc::default()
        .markup("`")
        .number(entry.range().0)
        .markup("`");
    if !entry.reason.is_empty() {
        docs = docs.markup(" ").text(&entry.reason);
    }
    for description in entry.descriptions.iter().take(SHOWN) {
        docs = docs.markup("\n\n").text(description);
    }
    let more = entry.descriptions.len().saturating_sub(SHOWN);
    if more > 0 {
        docs = docs.markup("\n\nand ").number(more as u64).markup(" more");
    }
    let document = entry.document.as_deref().unwrap_or(document);
    let docs = docs.markup("\n\n").code(document);
    docs.markup(", line ").number(entry.line)
}

/// The documentation of a service error code's constant.
pub(super) fn error_code(document: &str, code: &ErrorCode) -> Rustdoc {
    let mut docs = Rustdoc::default().code(&code.code);
    for (index, status) in code.statuses.iter().enumerate() {
        docs = docs
            .markup(if index == 0 {
                ", documented for "
            } else {
                ", "
            })
            .number(*status);
    }
    for text in [&code.message, &code.description] {
        if !text.is_empty() {
            docs = docs.markup("\n\n").text(text);
        }
    }
    let document = code.document.as_deref().unwrap_or(document);
    let docs = docs.markup("\n\n").code(document);
    docs.markup(", line ").number(code.line)
}

/// The documentation of a union's module.
pub(super) fn composed(parts: &[Part]) -> Rustdoc {
    let docs = Rustdoc::default().markup("\n\n");
    let mut docs = docs.markup(if parts.len() > 1 { "The union of " } else { "" });
    for (index, part) in parts.iter().enumerate() {
        docs = docs.markup(if index == 0 { "" } else { ", " });
        for (index, code) in part.codes.iter().flatten().enumerate() {
            docs = docs
                .markup(if index == 0 { "" } else { " " })
                .number(code.number);
        }
        docs = docs.markup(if part.codes.is_some() { " of " } else { "" });
        docs = docs.code(&written(&part.table));
    }
    docs.markup(".")
}

/// The documentation of a constant of a union.
pub(super) fn status_of_union(code: u16) -> Rustdoc {
    let docs = Rustdoc::default().markup("`").number(code);
    docs.markup("`, documented by one of the tables")
}

fn rows(docs: Rustdoc, contents: &Contents) -> Rustdoc {
    let has_reasons = contents
        .entries
        .iter()
        .any(|entry| !entry.reason.is_empty());
    let mut docs = docs.markup(if has_reasons {
        "\n\n| status | reason | description |\n|---|---|---|\n"
    } else {
        "\n\n| status | description |\n|---|---|\n"
    });
    for entry in &contents.entries {
        docs = codes(docs.markup("| "), entry);
        if has_reasons {
            docs = docs.markup(" | ").text(&entry.reason);
        }
        for (index, description) in entry.descriptions.iter().enumerate() {
            docs = docs
                .markup(if index == 0 { " | " } else { "<br>" })
                .text(description);
        }
        docs = docs.markup(if entry.descriptions.is_empty() {
            " | |\n"
        } else {
            " |\n"
        });
    }
    docs
}

/// `404` with a link to its constant, or `400-499`.
fn codes(docs: Rustdoc, entry: &Entry) -> Rustdoc {
    let (first, last) = entry.range();
    match names::names(first).first() {
        Some(name) if first == last => {
            let label = Rustdoc::default().markup("`").number(first).markup("`");
            docs.link(&label, name)
        }
        _ => range_of(docs, (first, last)),
    }
}

fn operations(docs: Rustdoc, contents: &Contents) -> Rustdoc {
    let mut docs = docs.markup("\n\n| operation | statuses |\n|---|---|\n");
    for operation in &contents.operations {
        let label = Rustdoc::default().text(&operation.shown());
        docs = docs
            .markup("| ")
            .link(&label, &operation.name.to_string())
            .markup(" |");
        for entry in &operation.contents.entries {
            docs = range_of(docs.markup(" "), entry.range());
        }
        docs = docs.markup(" |\n");
    }
    docs
}

/// The number of operations whose documented errors allow every error.
fn unspecific(docs: Rustdoc, contents: &Contents) -> Rustdoc {
    if contents.unspecific == 0 {
        return docs;
    }
    let docs = docs
        .markup("\n")
        .number(contents.unspecific as u64)
        .markup(" of ");
    let docs = docs.number(contents.operations.len() as u64);
    docs.markup(
        " operations document errors only as a class (`4XX`) or as `default`: every error of it passes their checks. \
         A table of the statuses that are meant makes them strict, as in `pub mod strict = catalog & { 401, 404 };`.",
    )
}

/// `404`, or `400-499`.
fn range_of(docs: Rustdoc, (first, last): (u16, u16)) -> Rustdoc {
    let docs = docs.number(first);
    if first == last {
        docs
    } else {
        docs.markup("-").number(last)
    }
}

#[cfg(test)]
mod tests {
    use std::mem;

    use proc_macro2::{TokenStream, TokenTree};
    use syn::LitStr;

    /// The documentation of each item that `status_table!` prints for some modules.
    fn docs(modules: &str) -> Vec<String> {
        let input = format!("[::statusbook] {modules}");
        let mut found = Vec::new();
        collect(
            crate::table::expand(&input.parse().expect("tokens")),
            &mut found,
        );
        found
    }

    fn collect(tokens: TokenStream, found: &mut Vec<String>) {
        let mut item = String::new();
        for token in tokens {
            match token {
                TokenTree::Group(group) => match documentation(group.stream()) {
                    Some(text) => item.push_str(&text),
                    None => collect(group.stream(), found),
                },
                TokenTree::Ident(_) if !item.is_empty() => found.push(mem::take(&mut item)),
                _ => {}
            }
        }
    }

    /// The text of `[doc = "…"]`.
    fn documentation(attribute: TokenStream) -> Option<String> {
        let mut words = attribute.into_iter();
        (words.next()?.to_string() == "doc").then_some(())?;
        let text = syn::parse2::<LitStr>(words.skip(1).collect());
        text.ok().map(|text| text.value())
    }

    const EDGE: &str = r#"
        /// At the edge.
        mod edge {
            404 "Not Found" => "No such route.",
            429 => "Wait.",
            404 => "No such host.",
            404 => "No such route.",
            599 "Odd",
        }
    "#;

    #[test]
    fn a_module_shows_its_table() {
        assert_eq!(
            docs(EDGE)[0],
            " At the edge.\n\nDocumented here:\n\n\
             | status | reason | description |\n|---|---|---|\n\
             | [`404`](self::NOT_FOUND) | Not Found | No such route\\.<br>No such host\\. |\n\
             | [`429`](self::TOO_MANY_REQUESTS) |  | Wait\\. |\n\
             | [`599`](self::STATUS_599) | Odd | |\n"
        );
        assert_eq!(
            docs("mod bare { 404, 401 }")[0],
            "\n\nDocumented here:\n\n| status | description |\n|---|---|\n\
             | [`404`](self::NOT_FOUND) | |\n| [`401`](self::UNAUTHORIZED) | |\n"
        );
    }

    #[test]
    fn a_constant_shows_what_is_documented_of_its_status() {
        let constants = [
            "`404` Not Found\n\nNo such route\\.\n\nNo such host\\.\n\n, line 0",
            "`429`\n\nWait\\.\n\n, line 0",
            "`599` Odd\n\n, line 0",
        ];
        assert_eq!(docs(EDGE)[2..], constants);
    }

    #[test]
    fn a_constant_shows_five_descriptions_and_counts_the_others() {
        let table = |count: u8| {
            let rows: Vec<_> = (0..count).map(|n| format!("404 => \"d{n}\"")).collect();
            docs(&format!("mod table {{ {} }}", rows.join(","))).remove(2)
        };
        let five = "`404`\n\nd0\n\nd1\n\nd2\n\nd3\n\nd4";
        assert_eq!(table(5), format!("{five}\n\n, line 0"));
        assert_eq!(table(7), format!("{five}\n\nand 2 more\n\n, line 0"));
    }

    #[test]
    fn a_union_names_its_parts() {
        let of_parts = [
            " The parts are named as the module's surroundings name them.",
            " The table that is made of others.",
        ];
        let union = docs("mod public = statusbook::vpn | edge & { 404, 429 };");
        assert_eq!(
            union[0],
            "\n\nThe union of `statusbook::vpn`, 404 429 of `edge`."
        );
        assert_eq!(union[1..3], of_parts);
        let intersection = docs("mod strict = statusbook::vpn & { 401, 404 };");
        assert_eq!(intersection[0], "\n\n401 404 of `statusbook::vpn`.");
        assert_eq!(intersection[1..3], of_parts);
        let constants =
            ["401", "404"].map(|code| format!("`{code}`, documented by one of the tables"));
        assert_eq!(intersection[3..], constants);
    }

    #[test]
    fn a_page_of_endpoints_shows_its_operations() {
        let docs = docs(r#"mod api = "../../tests/documents/orders.md";"#);
        assert_eq!(
            docs[0],
            "\n\nDocumented in `../../tests/documents/orders.md`:\n\n\
             | operation | statuses |\n|---|---|\n\
             | [GET \\/orders\\/\\{id\\}](self::get_orders_by_id) | 200 404 |\n\
             | [POST \\/orders](self::post_orders) | 201 409 |\n\
             | [DELETE \\/orders\\/\\{id\\}](self::delete_orders_by_id) | 204 |\n\
             | [PUT \\/orders\\/\\{id\\}](self::put_orders_by_id) | |\n"
        );
        assert!(
            docs.contains(
                &"`DELETE /orders/{id}`, `../../tests/documents/orders.md`, line 17\n\n\
              | status | reason | description |\n|---|---|---|\n\
              | [`204`](self::NO_CONTENT) | No Content | It is gone |\n"
                    .to_owned()
            )
        );
    }

    #[test]
    fn a_service_error_code_shows_its_statuses_its_texts_and_its_place() {
        let docs = docs(
            r#"mod api = "../../tests/documents/billing.md", codes = "../../tests/documents/billing_errors.md";"#,
        );
        assert!(docs[0].contains(
            "\n| error code | status | message |\n|---|---|---|\n| BILL\\.0001 | 400 | Invalid invoice\\. |\n"
        ));
        assert!(docs[0].contains("\n| BILL\\.0004 | 409, 500 | Already sent\\. |\n"));
        assert!(docs.contains(
            &"`BILL.0004`, documented for 409, 500\n\nAlready sent\\.\n\nThe invoice was sent\\.\n\n\
              `../../tests/documents/billing_errors.md`, line 8"
                .to_owned()
        ));
    }

    #[cfg(feature = "openapi")]
    #[test]
    fn a_document_of_classes_says_that_they_allow_much() {
        let docs = docs(r#"mod api = "../../tests/openapi/documents/classes.yaml";"#);
        assert!(docs[0].contains(
            "| [GET \\/pets](self::get_pets) | 200 400-499 400-599 |\n\
             | [PUT \\/pets](self::put_pets) | 400-499 |\n\n\
             2 of 2 operations document errors only as a class (`4XX`) or as `default`"
        ));
        assert!(
            docs.contains(
                &"`PUT /pets`, `../../tests/openapi/documents/classes.yaml`, line 10\n\n\
              | status | description |\n|---|---|\n| 400-499 | The request is wrong |\n"
                    .to_owned()
            )
        );
    }

    #[cfg(feature = "openapi")]
    #[test]
    fn an_operation_begins_with_its_summary() {
        let docs = docs(r#"mod api = "../../tests/openapi/documents/petstore.yaml";"#);
        let summary = "List all pets \\<of the \\*store\\*\\>\n\n`GET /pets`, ";
        assert!(docs.iter().any(|one| one.starts_with(summary)), "{docs:#?}");
    }
}
