//! What once lost or invented a status without a word: each is read, refused, or noted.

mod common;

use common::{read_page, refusals, rows};

/// The codes of a page, in document order.
fn codes(name: &str, text: &str) -> Vec<String> {
    let code = |row: &String| row.split(' ').nth(1).unwrap_or("").to_owned();
    rows(&read_page(name, text)).iter().map(code).collect()
}

/// What the cell of a description is read as.
fn described(name: &str, cell: &str) -> String {
    let text = if name.ends_with("html") {
        format!("<table><tr><th>Status code<th>Description<tr><td>404<td>{cell}</table>")
    } else {
        format!("| Status code | Description |\n|---|---|\n| 404 | {cell} |\n")
    };
    read_page(name, &text)
        .statuses
        .first()
        .map_or(String::new(), |row| row.description.clone())
}

const SERVER_ERRORS: &str =
    "| Status code | Meaning |\n|---|---|\n| 500 | Ill |\n| 503 | Asleep |\n";

#[test]
fn a_fence_ends_with_its_block_quote() {
    let text = format!("# Errors\n\n> Look:\n> ```\n> code\n\n{SERVER_ERRORS}");
    assert_eq!(codes("a.md", &text), ["500", "503"]);
}

#[test]
fn a_fence_ends_with_its_list_item() {
    for item in ["- ```\n  code\n", "1. Look:\n   ~~~\n   code\n\n"] {
        let text = format!("{item}{SERVER_ERRORS}");
        assert_eq!(codes("a.md", &text), ["500", "503"], "{item}");
    }
    // A fence that goes on in its item hides what looks like a table.
    let text = format!(
        "- ```\n  | Code | Meaning |\n  |---|---|\n\n  | 404 | a |\n  ```\n\n{SERVER_ERRORS}"
    );
    assert_eq!(codes("a.md", &text), ["500", "503"]);
}

#[test]
fn a_fence_without_an_end_goes_on_to_the_end_of_the_document() {
    let text =
        format!("{SERVER_ERRORS}\n```\n| Status code | Meaning |\n|---|---|\n| 404 | Gone |\n");
    assert_eq!(codes("a.md", &text), ["500", "503"]);
}

/// What is not shown, around a table.
const NOT_SHOWN: [(&str, &str); 11] = [
    ("<template>", "</template>"),
    ("<textarea>", "</textarea>"),
    ("<script type=\"text/x\">", "</script>"),
    ("<style>", "</style>"),
    ("<!--", "-->"),
    ("<div hidden>", "</div>"),
    ("<div hidden=\"\"><p>x<div></div>", "</div>"),
    ("<section style=\"color: red; display:none\">", "</section>"),
    ("<div style='DISPLAY : None !important'>", "</div>"),
    ("<div style=\"visibility: hidden\">", "</div>"),
    ("<dialog>", "</dialog>"),
];

#[test]
fn tables_that_no_reader_sees_document_nothing() {
    let hidden = "<table><tr><th>Status code<th>Meaning<tr><td>404<td>Gone</table>";
    let shown = "<table><tr><th>Status code<th>Meaning<tr><td>500<td>Ill</table>";
    for (open, close) in NOT_SHOWN {
        let text = format!("<h1>Errors</h1>{open}{hidden}{close}{shown}");
        assert_eq!(codes("a.html", &text), ["500"], "{text}");
        for text in [
            format!("# Errors\n\n{open}\n{hidden}\n{close}\n\n{shown}\n"),
            format!("# Errors\n\n{open}{hidden}{close}{shown}\n"),
            format!(
                "# Errors\n\n{open}\n\n| Status code | Meaning |\n|---|---|\n| 404 | Gone |\n\n{close}\n\n{SERVER_ERRORS}"
            ),
        ] {
            let codes = codes("a.md", &text);
            assert!(!codes.contains(&"404".to_owned()), "{text}");
            assert!(codes.contains(&"500".to_owned()), "{text}");
        }
    }
    // What is hidden until somebody asks for it is there to be read.
    for (open, close) in [
        ("<details><summary>More</summary>", "</details>"),
        ("<div hidden=until-found>", "</div>"),
        ("<dialog open>", "</dialog>"),
        ("<p hidden>x", ""),
        ("<input hidden>", ""),
    ] {
        let text = format!("{open}{hidden}{close}{shown}");
        assert_eq!(codes("a.html", &text), ["404", "500"], "{text}");
    }
}

#[test]
fn a_hidden_row_of_a_table_that_is_shown() {
    for row in [
        "<tr hidden><td>404<td>Gone</tr>",
        "<tr style='display:none'><td>404<td>Gone</tr>",
        "<tr><td>404<td hidden>Gone",
    ] {
        let text = format!("<table><tr><th>Status code<th>Meaning<tr><td>500<td>Ill{row}</table>");
        let refusals = refusals("a.html", &text);
        assert!(refusals[0].contains("does not see"), "{refusals:?}");
    }
}

#[test]
fn every_entity_of_html_is_its_character() {
    for name in ["a.html", "a.md"] {
        for (cell, read) in [
            ("a &frac12; b", "a ½ b"),
            ("a &CounterClockwiseContourIntegral;", "a ∳"),
            ("a &NotEqualTilde; b", "a ≂̸ b"),
            ("&lbrack;x&rbrack;", "[x]"),
            ("&unknown;", "&unknown;"),
        ] {
            assert_eq!(described(name, cell), read, "{name}: {cell}");
        }
    }
}

#[test]
fn links_to_a_definition_are_their_text() {
    let text = "\
| Status code | Description |
|---|---|
| [404] | [Not Found] here, [or *there*][e], [not this] |
| [409][e] | ![Conflict][] |

[not found]: https://example.com 'Not found'
[404]: <https://example.com/404>
[E]: #e
[conflict]: /c.png
";
    assert_eq!(
        rows(&read_page("a.md", text)),
        [
            "3:3 404 `` `Not Found here, or there, [not this]`",
            "4:3 409 `` `Conflict`"
        ]
    );
}

#[test]
fn emphasis_within_emphasis_is_its_text() {
    for (cell, read) in [
        ("**Not *found*** here", "Not found here"),
        ("***Not** found*", "Not found"),
        ("*a **b** c*", "a b c"),
        ("_a __b___ c", "a b c"),
        ("**a*b**", "a*b"),
        ("a * b * c", "a * b * c"),
        ("snake_case_name", "snake_case_name"),
        ("a*3*b", "a3b"),
    ] {
        assert_eq!(described("a.md", cell), read, "{cell}");
    }
}

#[test]
fn attributes_of_kramdown_are_not_shown() {
    for (cell, read) in [
        ("**Gone**{: .label .label-red}", "Gone"),
        ("`Gone`{:.code} now", "Gone now"),
        ("{:x} is not one", "{:x} is not one"),
        ("{: title=\"a b\"}Gone", "Gone"),
    ] {
        assert_eq!(described("a.md", cell), read, "{cell}");
    }
}
