//! What once lost or invented a status without a word: each is read, refused, or noted.

mod common;

use common::{notes, read_page, refusals, rows};

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

/// The row of a code cell: its code, phrase and description.
fn cell(text: &str) -> String {
    let page = format!("| Status code | Description |\n|---|---|\n| {text} | It is so |\n");
    let rows = rows(&read_page("a.md", &page));
    let without_place: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.split_once(' '))
        .map(|(_, row)| row)
        .collect();
    without_place.join(", ")
}

/// The one refusal of a code cell.
fn refused_cell(text: &str) -> String {
    let page = format!(
        "| Status code | Description |\n|---|---|\n| 400 | Wrong |\n| {text} | It is so |\n"
    );
    let refusals = refusals("a.md", &page);
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    refusals.into_iter().next().unwrap_or_default()
}

#[test]
fn a_note_beside_a_code_is_not_a_reason_phrase() {
    for (text, read) in [
        ("429 (GET only)", "429 `` `It is so (GET only)`"),
        ("404 (since v2)", "404 `` `It is so (since v2)`"),
        ("404 since v2", "404 `` `It is so (since v2)`"),
        (
            "404 Not Found (GET only)",
            "404 `Not Found` `It is so (GET only)`",
        ),
        ("200 (GET only)", "200 `` `It is so (GET only)` GET"),
        ("404 (not found)", "404 `not found` `It is so`"),
        ("413 (Too Large)", "413 `Too Large` `It is so`"),
        ("404 (未找到)", "404 `未找到` `It is so`"),
    ] {
        assert_eq!(cell(text), read, "{text}");
    }
}

#[test]
fn words_beside_a_code_that_say_it_is_not_used_are_a_doubt() {
    for text in [
        "410 (no longer used)",
        "410 (removed)",
        "410 removed in v3",
        "402 (reserved)",
        "402 Reserved",
        "425 (planned)",
        "Teapot, unused (418)",
        "404 Not Found (no longer used)",
    ] {
        let refusal = refused_cell(text);
        assert!(
            refusal.starts_with("4:3: ")
                && refusal.contains("may mean that the status is not used"),
            "{refusal}"
        );
    }
}

#[test]
fn codes_that_are_struck_out_are_not_documented() {
    for text in [
        "~~410~~",
        "<del>410</del>",
        "<s>410</s>",
        "410 ~~Gone~~",
        "<span style=\"text-decoration: line-through\">410</span>",
    ] {
        let refusal = refused_cell(text);
        assert!(refusal.contains("is struck out"), "{refusal}");
    }
    let html = "<table><tr><th>Status code<th>Meaning<tr><td>404<td>Gone<tr><td><strike>410</strike><td>Gone</table>";
    assert!(refusals("a.html", html)[0].contains("is struck out"));
    let page = read_page(
        "a.md",
        "| Status code | Meaning |\n|---|---|\n| 404 | ~~Gone~~ Away |\n",
    );
    assert!(notes(&page)[0].contains("struck out"), "{:?}", notes(&page));
}

#[test]
fn sections_that_say_not() {
    let table = "| Status code | Meaning |\n|---|---|\n| 410 | Gone |\n";
    for heading in [
        "Status codes we do not use",
        "Unused",
        "Codes that are never returned",
        "Reserved codes",
        "Nicht verwendete Codes",
    ] {
        let text = format!("# Errors\n\n{SERVER_ERRORS}\n## {heading}\n\n### More\n\n{table}");
        let refusals = refusals("a.md", &text);
        assert!(
            refusals.len() == 1
                && refusals[0].starts_with("8:1: ")
                && refusals[0].contains("are not used"),
            "{refusals:?}"
        );
        // Whoever asks for the section by its name knows what it says.
        let page = common::read_section("a.md", &text, Some(heading));
        assert_eq!(page.statuses.len(), 1);
    }
    for heading in ["Not Found", "405 Method Not Allowed", "Errors"] {
        assert_eq!(codes("a.md", &format!("# {heading}\n\n{table}")), ["410"]);
    }
    let row = "<table><tr><th>Status code<th>Meaning<tr><td>404<td>Gone<tr><td colspan=2>Not used<tr><td>410<td>Gone</table>";
    assert!(refusals("a.html", row)[0].contains("may mean that the status is not used"));
}

#[test]
fn columns_that_say_not() {
    let text = "| Returned status | Never returned |\n|---|---|\n| 404 | 410 |\n| 500 | 418 |\n";
    assert_eq!(codes("a.md", text), ["404", "500"]);
    let text = "| Status code | Meaning | Not used |\n|---|---|---|\n| 404 | Away | |\n| 410 | Gone | x |\n";
    assert!(refusals("a.md", text)[0].contains("some statuses are not used"));
    let page = read_page(
        "a.md",
        "| Status code | Description |\n|---|---|\n| 404 | Away |\n| 410 | No longer used. |\n",
    );
    assert!(notes(&page)[0].contains("may mean that the status is not used"));
}

#[test]
fn signs_before_a_code_that_may_say_not() {
    for text in [
        "¬404",
        "❌ 404",
        "🚫 404 Not Found",
        "⛔ 404",
        "✗ 404",
        "≠ 404",
    ] {
        let refusal = refused_cell(text);
        assert!(refusal.starts_with("4:3: "), "{refusal}");
    }
    assert_eq!(cell("✅ 200 OK"), "200 `OK` `It is so`");
    assert_eq!(cell("⚠️ 404"), "404 `` `It is so`");
}

#[test]
fn a_code_under_an_override_of_direction() {
    for text in [
        "\u{202e}404",
        "4\u{202d}04",
        "404 \u{2067}Not Found\u{2069}",
    ] {
        let refusal = refused_cell(text);
        assert!(
            refusal.starts_with("4:3: ") && refusal.contains("U+202A"),
            "{refusal}"
        );
        assert!(!refusal.contains(['\u{202e}', '\u{202d}', '\u{2067}']));
    }
}

#[test]
fn numbers_that_are_not_statuses() {
    for (header, rows) in [
        (
            "ID | Event",
            "400 | Created; 401 | Changed; 402 | Moved; 403 | Deleted",
        ),
        (
            "Code | Event",
            "200 | Created; 201 | Changed; 204 | Moved; 400 | Deleted",
        ),
        (
            "Flavor | vCPUs | Memory",
            "s3.large.2 | 100 | 200; s3.xlarge.4 | 200 | 512; m6.large.8 | 400 | 500",
        ),
        (
            "Area code | City",
            "201 | Jersey City; 202 | Washington; 404 | Atlanta; 503 | Portland",
        ),
        (
            "Code | City",
            "201 | Jersey City; 202 | Washington; 404 | Atlanta; 503 | Portland",
        ),
        (
            "Price | Item",
            "200 | Bread; 201 | Milk; 404 | Butter; 500 | Cheese",
        ),
        (
            "Value | Weight",
            "200 | light; 400 | heavy; 404 | heavier; 500 | very heavy",
        ),
        (
            "Order number | Status",
            "400 | open; 401 | open; 404 | sent; 409 | lost",
        ),
        (
            "Amount | Result",
            "200 | accepted; 402 | declined; 404 | unknown card; 500 | broken",
        ),
        (
            "Value | Protocol",
            "200 HTTP/2.0 | fast; 443 TLS | safe; 500 IPsec | far",
        ),
        ("Size | Count", "100 | 200; 200 | 404; 404 | 500; 500 | 503"),
    ] {
        let ruler = "---|".repeat(header.matches('|').count() + 1);
        let body: Vec<String> = rows.split("; ").map(|row| format!("| {row} |\n")).collect();
        let text = format!("| {header} |\n|{ruler}\n{}", body.concat());
        refusals("a.md", &text);
        // Beside a table of statuses they are left alone.
        let text = format!("{SERVER_ERRORS}\n{text}");
        if header != "Value | Protocol" {
            assert_eq!(codes("a.md", &text), ["500", "503"], "{text}");
        }
    }
    // The same words leave a table alone that says what its numbers are.
    for (header, row) in [
        ("HTTP status | Event", "404 | Away"),
        ("Code | Product", "404 Not Found | Pet"),
    ] {
        assert_eq!(
            codes("a.md", &format!("| {header} |\n|---|---|\n| {row} |\n")),
            ["404"]
        );
    }
}

#[test]
fn round_numbers_below_value_are_not_statuses() {
    let page = |heading: &str, rows: &str| {
        format!(
            "| Status | Meaning |\n|---|---|\n| 404 | x |\n\n| Setting | {heading} |\n|---|---|\n{rows}"
        )
    };
    let settings = "| max_connections | 200 |\n| max_items | 500 |\n";
    for heading in ["Value", "Values", "Result", "Wert"] {
        let page = read_page("a.md", &page(heading, settings));
        assert_eq!(rows(&page).len(), 1, "{heading}");
        assert!(notes(&page)[0].contains("do not look like HTTP statuses"));
    }
    let statuses = "| OK | 200 |\n| Internal Server Error | 500 |\n";
    assert_eq!(rows(&read_page("a.md", &page("Value", statuses))).len(), 3);
}

#[test]
fn one_code_below_a_foreign_heading_is_noted() {
    for codes in ["| 404 | x |\n", "| 400 | x |\n| 404 | x |\n"] {
        let page = read_page(
            "a.md",
            &format!(
                "| Status | Meaning |\n|---|---|\n| 500 | x |\n\n| सथिति | x |\n|---|---|\n{codes}"
            ),
        );
        assert_eq!(rows(&page).len(), 1);
        assert!(notes(&page)[0].contains("under a heading that does not say what they are"));
    }
}

#[test]
fn a_table_of_informational_statuses_beside_others_with_the_same_headings() {
    let table = |rows: &str| format!("| Code | Meaning |\n|---|---|\n{rows}\n");
    let text = format!(
        "# 1xx\n\n{}# 4xx\n\n{}# 5xx\n\n{}",
        table("| 100 | Go on |\n| 101 | Switch |\n"),
        table("| 400 | Wrong |\n| 404 | Away |\n"),
        table("| 500 | Ill |\n| 503 | Asleep |\n"),
    );
    assert_eq!(
        codes("a.md", &text),
        ["100", "101", "400", "404", "500", "503"]
    );
    // On its own it says too little.
    refusals("a.md", &table("| 100 | Go on |\n| 101 | Switch |\n"));
}

#[test]
fn no_column_of_text_is_left_out_without_a_word() {
    for (header, row, unread) in [
        (
            "Status | Description | Cause",
            "404 | It is gone | Somebody took it",
            "`Cause`",
        ),
        (
            "Status | Error | Message",
            "404 | PET_IS_GONE | It is gone",
            "`Error`",
        ),
        (
            "Code | Description | Meaning | When",
            "404 | It is gone | Taken | On Mondays, mostly",
            "`When`",
        ),
    ] {
        let ruler = "---|".repeat(header.matches('|').count() + 1);
        let page = read_page("a.md", &format!("| {header} |\n|{ruler}\n| {row} |\n"));
        let notes = notes(&page);
        assert!(
            notes
                .iter()
                .any(|note| note.contains("not read") && note.contains(unread)),
            "{header}: {notes:?}"
        );
    }
}

#[test]
fn kinds_of_errors_are_not_reason_phrases() {
    let text = "| Code | Type | When |\n|---|---|---|\n| 400 | client | The input is wrong |\n| 404 | client | It is away |\n| 500 | server | We are ill |\n| 503 | server | We sleep |\n";
    // As many kinds as repetitions: nobody can tell.
    assert!(refusals("a.md", text)[0].contains("`Type`"));
    let text = format!("{text}| 504 | server | We are slow |\n");
    let page = read_page("a.md", &text);
    assert!(
        page.statuses.iter().all(|row| row.reason.is_empty()),
        "{:?}",
        rows(&page)
    );
    assert_eq!(page.statuses[0].description, "The input is wrong");
    assert!(notes(&page)[0].contains("`Type`"));
}

#[test]
fn statuses_in_another_form_than_a_table_are_reported() {
    let rst =
        "====  =======\nCode  Meaning\n====  =======\n500   Ill\n503   Asleep\n====  =======\n\n";
    let html =
        "<table><tr><th>Status code<th>Meaning<tr><td>500<td>Ill<tr><td>503<td>Asleep</table>";
    for (name, text) in [
        (
            "a.md",
            format!("{SERVER_ERRORS}\n- 404: Away\n- **409** – Taken\n- 500: Ill\n"),
        ),
        (
            "a.md",
            format!("{SERVER_ERRORS}\n### 404 Not Found\n\nAway.\n\n### 409\n\nTaken.\n"),
        ),
        ("a.rst", format!("{rst}* 404: Away\n* **409** Conflict\n")),
        (
            "a.html",
            format!("{html}<ul><li>404: Away<li><b>409</b> Conflict</ul>"),
        ),
        (
            "a.html",
            format!("{html}<h3>404 Not Found</h3><p>Away<h3>409</h3><p>Taken"),
        ),
    ] {
        assert_eq!(codes(name, &text), ["500", "503"], "{text}");
        let notes = notes(&read_page(name, &text));
        assert!(
            notes.len() == 1 && notes[0].contains("`404`, `409` are listed here without a table"),
            "{text}: {notes:?}"
        );
    }
    for text in [
        format!("{SERVER_ERRORS}\n- 200 grams of sugar\n- 404-500 ms\n- 500: Ill\n"),
        format!("{SERVER_ERRORS}\n## 500 Internal Server Error\n"),
    ] {
        let notes = notes(&read_page("a.md", &text));
        assert!(notes.is_empty(), "{text}: {notes:?}");
    }
}

#[test]
fn a_heading_that_hides_the_rest_is_named_as_written() {
    let page = "<h3 hidden>Old <p><table><tr><th>Status code<th>Meaning<tr><td>500<td>Ill</table>";
    let refusals = refusals("a.html", page);
    assert!(refusals[1].contains("the end of `<h3>`"), "{refusals:?}");
}

#[test]
fn what_hides_the_rest_of_a_page_is_said() {
    let html = "<table><tr><th>Status code<th>Meaning<tr><td>500<td>Ill</table>";
    for begin in [
        "<template>",
        "<script>",
        "<style>",
        "<textarea>",
        "<div hidden>",
        "<!-- a comment",
    ] {
        for (name, text) in [
            (
                "a.md",
                format!("{SERVER_ERRORS}\n{begin}\n\n{SERVER_ERRORS}"),
            ),
            ("a.html", format!("{html}\n{begin}{html}")),
        ] {
            let notes = notes(&read_page(name, &text));
            assert!(
                notes
                    .iter()
                    .any(|note| note.contains("is missing, so nothing that follows is shown")),
                "{text}: {notes:?}"
            );
            let hidden = text.get(text.find(begin).unwrap_or(0)..).unwrap_or("");
            let refusals = refusals(name, hidden);
            assert!(
                refusals
                    .iter()
                    .any(|refusal| refusal.starts_with("1:1: the end of")),
                "{hidden}: {refusals:?}"
            );
        }
    }
    let text = format!("{SERVER_ERRORS}\n```http\nHTTP/1.1 404\n\n{SERVER_ERRORS}");
    assert!(notes(&read_page("a.md", &text))[0].starts_with("6:1: the end of `'''http`"));
}

#[test]
fn sections_about_the_codes_of_something_else() {
    for (heading, header, rows) in [
        (
            "SMTP reply codes",
            "Code | Meaning",
            "220 | Ready; 421 | Busy; 500 | Bad syntax; 501 | Bad parameters; 503 | Bad sequence",
        ),
        (
            "FTP responses",
            "Response code | Meaning",
            "200 | Okay; 425 | No connection; 500 | Bad syntax; 503 | Bad sequence",
        ),
        (
            "Exit status",
            "Status | Meaning",
            "200 | Broken input; 201 | No room; 204 | Nothing to do; 400 | No configuration",
        ),
        (
            "Rooms",
            "Code | Name",
            "201 | Library; 202 | Kitchen; 301 | Hall; 404 | Attic",
        ),
        (
            "ISO country codes",
            "Code | Name",
            "400 | Jordan; 404 | Kenya; 410 | Korea; 422 | Lebanon",
        ),
    ] {
        let body: Vec<String> = rows.split("; ").map(|row| format!("| {row} |\n")).collect();
        let table = format!("| {header} |\n|---|---|\n{}", body.concat());
        refusals("a.md", &format!("# {heading}\n\n{table}"));
        refusals(
            "a.md",
            &format!("# Tables\n\n## {heading}\n\n### More\n\n{table}"),
        );
        let text = format!("{SERVER_ERRORS}\n# {heading}\n\n{table}");
        assert_eq!(codes("a.md", &text), ["500", "503"], "{text}");
    }
    // What speaks of errors and responses is about those of HTTP.
    for heading in [
        "Product errors",
        "Order API",
        "Rooms\n\n## Responses",
        "Rooms\n\n## GET /rooms",
    ] {
        let text = format!("# {heading}\n\n| Code | Meaning |\n|---|---|\n| 404 | Away |\n");
        assert_eq!(codes("a.md", &text), ["404"], "{text}");
    }
}

#[test]
fn a_text_above_a_table_that_may_say_not() {
    let rst = "====  =======\nCode  Meaning\n====  =======\n404   Away\n====  =======\n";
    let html = "<table><tr><th>Status code<th>Meaning<tr><td>404<td>Away</table>";
    let markdown = "| Status code | Meaning |\n|---|---|\n| 404 | Away |\n";
    let indented = |text: &str| -> String {
        text.lines()
            .fold(String::new(), |all, line| all + "    " + line + "\n")
    };
    for (name, text) in [
        ("a.md", format!("**Never returned**\n\n{markdown}")),
        ("a.md", format!("These codes are not used:\n{markdown}")),
        ("a.md", format!("We do not return these:\n\n{html}")),
        ("a.md", format!("## Legacy codes\n\n{markdown}")),
        (
            "a.md",
            format!("!!! note \"Never returned\"\n\n{}", indented(markdown)),
        ),
        ("a.rst", format!("**Never returned**\n\n{rst}")),
        ("a.rst", format!(".. rubric:: Not used\n\n{rst}")),
        ("a.rst", format!(".. only:: internal\n\n{}", indented(rst))),
        (
            "a.html",
            format!("<p>We <b>never</b> return these:</p>{html}"),
        ),
    ] {
        let page = read_page(name, &text);
        assert_eq!(page.statuses.len(), 1, "{text}");
        assert!(
            notes(&page)
                .iter()
                .any(|note| note.contains("above the table, and may say")),
            "{text}: {:?}",
            notes(&page)
        );
    }
    for name in ["a.md", "a.html"] {
        let text = format!("<p>All of these are returned.</p>\n\n{html}");
        assert_eq!(notes(&read_page(name, &text)), Vec::<String>::new());
    }
    let text = format!("{SERVER_ERRORS}\n: Codes that are never returned\n");
    assert!(refusals("a.md", &text)[0].contains("are not used"));
}

#[test]
fn a_heading_that_names_the_versions_before() {
    let table = "| Status code | Meaning |\n|---|---|\n| 404 | Away |\n";
    let notes_below = |heading: &str| {
        let page = read_page("a.md", &format!("## {heading}\n\n{table}"));
        assert_eq!(page.statuses.len(), 1, "{heading}");
        notes(&page)
    };
    for heading in [
        "Before v2",
        "Errors until version 3",
        "Prior to 2.0",
        "Statuses up to V1.9",
        "Before 2024-05",
        "Vor Version 2",
        "Avant la version 2",
        "v2 之前",
    ] {
        let notes = notes_below(heading);
        let expected = format!("1:1: `{heading}` stands above the table, and may say");
        assert!(
            notes.iter().any(|note| note.starts_with(&expected)),
            "{notes:?}"
        );
    }
    for heading in [
        "Before you begin",
        "Errors before validation",
        "Errors in v2",
        "Up to 10 items",
        "Up to 5000 items",
        "Since 2024",
    ] {
        assert_eq!(notes_below(heading), Vec::<String>::new(), "{heading}");
    }
}

#[test]
fn a_table_that_is_shown_only_without_scripts() {
    let html = "<table><tr><th>Status code<th>Meaning<tr><td>404<td>Away</table>";
    let markdown = "| Status code | Meaning |\n|---|---|\n| 404 | Away |\n";
    let list = "<dl><dt>404<dd>Away<dt>409<dd>Taken</dl>";
    for (name, text) in [
        ("a.html", format!("<noscript>{html}</noscript>")),
        (
            "a.html",
            format!("<NOSCRIPT><p>Codes</p><div>{html}</div></NOSCRIPT>"),
        ),
        ("a.html", format!("<noscript>{list}</noscript>")),
        ("a.md", format!("<noscript>{html}</noscript>\n")),
        ("a.md", format!("<noscript>\n\n{markdown}\n</noscript>\n")),
    ] {
        let page = read_page(name, &text);
        let notes = notes(&page);
        assert!(!page.statuses.is_empty(), "{text}");
        assert!(
            notes.len() == 1 && notes[0].contains("`<noscript>` stands above the table"),
            "{text}: {notes:?}"
        );
    }
    let image = "<noscript><img src=\"x\"></noscript>";
    for (name, text) in [
        ("a.html", format!("{image}<p>Codes</p>{html}{image}")),
        ("a.html", html.replace("Away", &format!("Away{image}"))),
        (
            "a.md",
            format!("<noscript>\n\nNo scripts\n\n</noscript>\n\n{markdown}"),
        ),
    ] {
        assert_eq!(
            notes(&read_page(name, &text)),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn a_text_that_is_not_written_yet() {
    let page = |text: &str| {
        read_page(
            "a.md",
            &format!("| Status code | Description |\n|---|---|\n| 404 | {text} |\n| 500 | Ill |\n"),
        )
    };
    for text in ["TODO", "TODO.", "[TODO]", "TODO: describe it", "FIXME"] {
        let page = page(text);
        assert_eq!(page.statuses.len(), 2, "{text}");
        let notes = notes(&page);
        assert!(
            notes.len() == 1 && notes[0].contains("may mean that the status is not used"),
            "{text}: {notes:?}"
        );
    }
    for text in ["TODO not found", "Todo", "The TODO is done"] {
        assert_eq!(notes(&page(text)), Vec::<String>::new(), "{text}");
    }
    for above in ["## TODO: check", "TODO"] {
        let text = format!("{above}\n\n| Status code | Meaning |\n|---|---|\n| 404 | Away |\n");
        let notes = notes(&read_page("a.md", &text));
        assert!(
            notes.len() == 1 && notes[0].contains("above the table"),
            "{above}: {notes:?}"
        );
    }
}

#[test]
fn what_strikes_out_or_hides_around_cells() {
    for row in [
        "<tr style='text-decoration: line-through'><td>410<td>Gone",
        "<tr><td style='text-decoration: line-through'>410<td>Gone",
        "<tr style='visibility: collapse'><td>410<td>Gone",
        "<tr style='opacity: 0'><td>410<td>Gone",
        "<tr><td><bdo dir=rtl>014</bdo><td>Gone",
        "<tr><td style='unicode-bidi: bidi-override'>014<td>Gone",
    ] {
        let text = format!("<table><tr><th>Status code<th>Meaning<tr><td>500<td>Ill{row}</table>");
        assert_eq!(refusals("a.html", &text).len(), 1, "{text}");
    }
    let table = "<table><tr><th>Status code<th>Meaning<tr><td>410<td>Gone</table>";
    assert!(refusals("a.html", &format!("<del>{table}</del>"))[0].contains("struck out"));
    let after = format!("<p><del>x</del></p>{table}");
    assert_eq!(codes("a.html", &after), ["410"]);
    let rst = ".. list-table::\n   :header-rows: 1\n\n   * - Status code\n     - Meaning\n   * - :strike:`410`\n     - Gone\n";
    assert!(refusals("a.rst", rst)[0].contains("`410` is struck out"));
}

#[test]
fn words_beside_a_code_that_name_more() {
    for text in [
        "200 (or 201)",
        "410 (replaced by 404)",
        "500 and others",
        "500 etc.",
        "500, 501, ...",
        "404 unless it is there",
    ] {
        let refusal = refused_cell(text);
        assert!(refusal.contains("more than a status code"), "{refusal}");
    }
    let page = read_page(
        "a.md",
        "| Status code | Description |\n|---|---|\n| 500 or other 5XX | Ill |\n",
    );
    assert!(notes(&page)[0].contains("may limit it or add others"));
    for text in [
        "500 (not implemented yet)",
        "500 (TBD)",
        "500 (nicht mehr)",
        "500 (entfällt)",
        "500（不再使用）",
    ] {
        let refusal = refused_cell(text);
        assert!(refusal.contains("status is not used"), "{refusal}");
    }
    for (text, code) in [
        ("404.", "404"),
        ("4**", "400-499"),
        ("429 (100 a minute)", "429"),
    ] {
        assert_eq!(cell(text).split(' ').next(), Some(code));
    }
}

#[test]
fn sentences_that_say_that_a_status_is_not_used() {
    for text in [
        "Unused.",
        "Removed in v2, use 404",
        "Not returned by this API",
        "We never return this.",
        "Deprecated. Never sent since 2.0.",
        "(coming soon)",
    ] {
        let page = read_page(
            "a.md",
            &format!(
                "| Status code | Description |\n|---|---|\n| 404 | Away |\n| 410 | {text} |\n"
            ),
        );
        let notes = notes(&page);
        assert!(
            notes.len() == 1
                && notes[0].starts_with("4:")
                && notes[0].contains("status is not used"),
            "{text}: {notes:?}"
        );
    }
    for text in [
        "The account was removed",
        "Not supported",
        "The name is reserved by another user",
        "Never retry this request",
        "The pet is no longer there",
    ] {
        let page = read_page(
            "a.md",
            &format!("| Status code | Description |\n|---|---|\n| 404 | {text} |\n"),
        );
        assert_eq!(notes(&page), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn admonitions_tabs_and_comments_of_dialects() {
    let table = |code: u16| {
        format!("    | Status code | Meaning |\n    |---|---|\n    | {code} | Away |\n\n")
    };
    let text = format!(
        "# Errors\n\n!!! note \"Client\"\n\n{}=== \"JSON\"\n{}??? info\n{}{}",
        table(404),
        table(409),
        table(410),
        table(500).replace("    |", "|"),
    );
    assert_eq!(codes("a.md", &text), ["404", "409", "410", "500"]);
    let text = format!(
        "{{/*\n{}*/}}\n\n{SERVER_ERRORS}",
        table(404).replace("    |", "|")
    );
    assert_eq!(codes("a.mdx", &text), ["500", "503"]);
    assert!(notes(&read_page("a.mdx", &text))[0].starts_with("1:1: a comment of MDX"));
    let text = "====  =======\nCode  Meaning\n====  =======\n404   Away\n====  =======\n\n.. include:: more.rst\n";
    assert!(notes(&read_page("a.rst", text))[0].starts_with("7:1: the page includes `more.rst`"));
}

#[test]
fn tags_that_a_text_only_names() {
    let table = "| Status code | Meaning |\n|---|---|\n| 404 | Gone |\n";
    for text in [
        "The element \\<table> is",
        "The element ``<table>`` is",
        "The element ``a ` <table>`` is",
        "The [element](docs/<table>) is",
        "The [element](docs_(a)/<textarea> \"title\") is",
        "The [element](<b c> '<table>') is",
    ] {
        for blank in ["", "\n"] {
            let page = format!("{table}\n{text}\n{blank}{SERVER_ERRORS}");
            assert_eq!(codes("a.md", &page), ["404", "500", "503"], "{text}");
        }
    }
}

#[test]
fn a_table_that_an_html_table_swallows_is_refused() {
    let table = "| Status code | Meaning |\n|---|---|\n| 404 | Gone |\n";
    for begin in [
        "A <table> begins here.",
        "A ` <table> begins here.",
        "<table>",
        "Text\n    <table>",
        "> Text\n    <table>",
    ] {
        let page = format!("{table}\n{begin}\n\n{SERVER_ERRORS}");
        let refused = refusals("a.md", &page).join("\n");
        assert!(refused.contains("is inside an HTML table"), "{refused}");
        let ended = format!("{table}\n{begin}</table>\n\n{SERVER_ERRORS}");
        assert_eq!(codes("a.md", &ended), ["404", "500", "503"], "{begin}");
    }
}
