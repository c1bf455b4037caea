//! What is fair to read: spellings and shapes that say what they mean.

mod common;

use common::{notes, read_page, rows};

/// The rows of a page, without their places.
fn read(name: &str, text: &str) -> Vec<String> {
    let without_place = |row: &String| {
        row.split_once(' ')
            .map_or(String::new(), |(_, row)| row.to_owned())
    };
    rows(&read_page(name, text))
        .iter()
        .map(without_place)
        .collect()
}

/// The rows that a code cell of Markdown makes.
fn cell(text: &str) -> String {
    read(
        "a.md",
        &format!("| Status code | Description |\n|---|---|\n| {text} | x |\n"),
    )
    .join(", ")
}

#[test]
fn raised_marks_after_a_code() {
    for text in [
        "404<sup>1</sup>",
        "404<sup>[1]</sup>",
        "404<sup>*</sup>",
        "404 <sup>12</sup>",
        "404<sup><a href=\"#1\">1</a></sup>",
    ] {
        assert_eq!(cell(text), "404 `` `x`", "{text}");
        let html = format!("<table><tr><th>Status code<th>Description<tr><td>{text}<td>x</table>");
        assert_eq!(read("a.html", &html), ["404 `` `x`"], "{text}");
    }
}

#[test]
fn full_width_digits() {
    assert_eq!(cell("４０４ Not Found"), "404 `Not Found` `x`");
}

#[test]
fn digits_of_other_scripts() {
    for text in ["٤٠٤", "۴۰۴", "४०४"] {
        assert_eq!(cell(text), "404 `` `x`", "{text}");
    }
}

#[test]
fn references_to_footnotes_are_not_in_a_phrase() {
    for mark in [
        "[^1]", " [^gone]", "[1]", " [#gone]", "\\*", "†", "²", "[^1][^2]",
    ] {
        assert_eq!(cell(&format!("404 {mark}")), "404 `` `x`", "{mark}");
        let page = format!(
            "| Status | Reason | Description |\n|---|---|---|\n| 404 | Not Found{mark} | x |\n| 409 | Conflict | y |\n"
        );
        assert_eq!(
            read("a.md", &page),
            ["404 `Not Found` `x`", "409 `Conflict` `y`"],
            "{mark}"
        );
    }
}

#[test]
fn headings_in_many_languages() {
    for (code, description) in [
        ("Kod statusu HTTP", "Opis"),
        ("Kod statusu", "Opis"),
        ("Codice stato", "Descrizione"),
        ("Antwortcode", "Beschreibung"),
        ("Rückgabecode", "Beschreibung"),
        ("HTTP-Fehlercode", "Beschreibung"),
        ("Code retour", "Signification"),
        ("Statut", "Signification"),
        ("Statut HTTP", "Signification"),
        ("HTTP Kodu", "Açıklama"),
        ("Statuskod", "Beskrivning"),
        ("Statuskode", "Beskrivelse"),
        ("Feilkode", "Betydning"),
        ("Tilakoodi", "Kuvaus"),
        ("Koodi", "Selitys"),
        ("Stavový kód", "Popis"),
        ("HTTP kód", "Význam"),
        ("Állapotkód", "Leírás"),
        ("Cod de stare", "Descriere"),
        ("Код стану", "Опис"),
        ("Κωδικός", "Περιγραφή"),
        ("رمز الحالة", "الوصف"),
        ("קוד", "תיאור"),
    ] {
        let page = format!("| {code} | {description} |\n|---|---|\n| 400 | xy |\n| 404 | zz |\n");
        assert_eq!(
            read("a.md", &page),
            ["400 `` `xy`", "404 `` `zz`"],
            "{code}, {description}"
        );
    }
}

#[test]
fn several_codes_with_phrases_and_notes() {
    assert_eq!(
        cell("200 OK, 404 Not Found"),
        "200 `OK` `x`, 404 `Not Found` `x`"
    );
    assert_eq!(
        cell("400 (For TKE events only), 401, 403"),
        "400 `` `x (For TKE events only)`, 401 `` `x`, 403 `` `x`"
    );
    assert_eq!(cell("4xx (400-499)"), "400-499 `` `x`");
}

#[test]
fn rows_without_a_code_in_a_plain_table_are_noted() {
    for text in [
        "default",
        "-",
        "N/A",
        "*",
        "Network Error",
        "Connection refused",
        "no response",
    ] {
        let page = read_page(
            "a.md",
            &format!(
                "| Status code | Description |\n|---|---|\n| 404 | Away |\n| {text} | Anything else |\n"
            ),
        );
        assert_eq!(rows(&page), ["3:3 404 `` `Away`"]);
        assert!(
            notes(&page)[0].starts_with("4:3: ") && notes(&page)[0].contains("has no status code"),
            "{:?}",
            notes(&page)
        );
    }
}

#[test]
fn a_simple_table_with_a_header_of_two_lines() {
    let text = "\
=========  ===========
HTTP       What it
Status     means
=========  ===========
404        Not here
500        Ill
=========  ===========
";
    assert_eq!(read("a.rst", text), ["404 `` `Not here`", "500 `` `Ill`"]);
}

#[test]
fn two_pairs_of_columns_side_by_side() {
    let text = "\
| Code | Meaning | Code | Meaning |
|---|---|---|---|
| 400 | Wrong | 500 | Ill |
| 404 | Away | 503 | Asleep |
| 409 | Taken | | |
";
    assert_eq!(
        read("a.md", text),
        [
            "400 `` `Wrong`",
            "404 `` `Away`",
            "409 `` `Taken`",
            "500 `` `Ill`",
            "503 `` `Asleep`"
        ]
    );
}

#[test]
fn a_broken_table_that_has_nothing_to_do_with_statuses_is_noted() {
    let text = "\
| Status code | Meaning |
|---|---|
| 404 | Away |

| Name | Size |
|---|---|
| cat | 3 | small |
";
    let page = read_page("a.md", text);
    assert_eq!(rows(&page), ["3:3 404 `` `Away`"]);
    assert!(notes(&page)[0].starts_with("7:"), "{:?}", notes(&page));
}

#[test]
fn definition_lists_and_field_lists_of_codes() {
    let definitions = "\
Errors
======

404 Not Found
    There is no such *pet*.

    Look elsewhere.

409
    It is taken.

Prose goes on.
";
    assert_eq!(
        read("a.rst", definitions),
        [
            "404 `Not Found` `There is no such pet. Look elsewhere.`",
            "409 `` `It is taken.`"
        ]
    );
    let fields = "\
:404: There is no
      such pet.
:500: Ill
";
    assert_eq!(
        read("a.rst", fields),
        ["404 `` `There is no such pet.`", "500 `` `Ill`"]
    );
    // One of them is prose. Numbers that are not statuses do not count here either.
    for text in [
        "404\n    There is no such pet.\n",
        "101\n    A room\n102\n    Another\n",
        ":123: a\n:234: b\n:345: c\n",
    ] {
        assert!(
            statusbook_reader::read(
                text,
                &statusbook_reader::Options {
                    name: "a.rst",
                    ..Default::default()
                }
            )
            .is_err(),
            "{text}"
        );
    }
}

#[test]
fn definition_lists_of_codes_in_markdown_and_html() {
    let expected = [
        "404 `Not Found` `There is no such pet. Look elsewhere.`",
        "409 `` `It is taken.`",
        "500-599 `` `We are ill.`",
    ];
    let markdown = "\
# Errors

404 Not Found
: There is no such *pet*.

    Look elsewhere.

**409**
:   It is
    taken.

`5xx`

: We are ill.

Prose goes on.
";
    assert_eq!(read("a.md", markdown), expected);
    let quoted = format!("> {}\n", markdown.trim_end().replace('\n', "\n> "));
    assert_eq!(read("a.md", &quoted), expected);
    let html = "<h1>Errors</h1><dl><dt>404 Not Found<dd>There is no such <i>pet</i>.<dd>Look elsewhere.<dt><code>409</code></dt>
        <dd><p>It is taken.</p></dd><dt>5xx</dt><dd>We are ill.</dd></dl>";
    assert_eq!(read("a.html", html), expected);
    assert_eq!(read("a.md", html), expected);
    // Several terms share what is said of them.
    let expected = ["404 `` `Away`", "410 `` `Away`", "409 `` `Taken Or busy`"];
    let text = "404\n410\n: Away\n\n409\n: Taken\n: Or busy\n";
    assert_eq!(read("a.md", text), expected);
    let text = "<dl><dt>404<dt>410<dd>Away<dt>409<dd>Taken<dd>Or busy</dl>";
    assert_eq!(read("a.html", text), expected);
    // The list ends where something else begins.
    let text = "404\n: Away\n\n409\n: Taken\n| Status code | Meaning |\n|---|---|\n| 500 | Ill |\n";
    let expected = ["404 `` `Away`", "409 `` `Taken`", "500 `` `Ill`"];
    assert_eq!(read("a.md", text), expected);
    // So does a list with a table that ends behind it.
    let text = "<dl><dt>404<dd>Away<dt>409<dd>Taken<table/></dl></table> Prose goes on.";
    assert_eq!(read("a.md", text), ["404 `` `Away`", "409 `` `Taken`"]);
}

#[test]
fn the_language_of_code_in_a_cell_is_not_its_text() {
    for name in ["code", "code-block", "sourcecode"] {
        let text = format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Status\n     - Meaning\n   * - 409\n     - Taken:\n\n       .. {name}:: json\n\n          {{}}\n"
        );
        assert_eq!(read("a.rst", &text), ["409 `` `Taken: {}`"], "{name}");
    }
}

#[test]
fn an_indented_line_continues_a_definition_of_markdown() {
    let text = "# Codes\n\n404 Not Found\n: Missing\n\n409\n: Taken,\n  see\n: Again\n";
    assert_eq!(
        read("a.md", text),
        ["404 `Not Found` `Missing`", "409 `` `Taken, see Again`"]
    );
}

#[test]
fn a_term_that_is_not_a_code_is_refused_among_codes() {
    for (name, text, place) in [
        (
            "a.md",
            "404\n: Away\n\n5O0\n: Ill\n\n503\n: Asleep\n",
            "4:1",
        ),
        (
            "a.rst",
            "404\n  Away\n\n5O0\n  Ill\n\n503\n  Asleep\n",
            "4:1",
        ),
        (
            "a.html",
            "<dl><dt>404<dd>Away\n<dt>5O0<dd>Ill<dt>503<dd>Asleep</dl>",
            "2:1",
        ),
    ] {
        let refusals = common::refusals(name, text);
        assert!(
            refusals[0].starts_with(&format!("{place}: `5O0`")),
            "{name}: {refusals:?}"
        );
    }
}

#[test]
fn lists_of_other_things() {
    for (name, text) in [
        (
            "a.md",
            "# Rooms\n\n101\n: Hall\n\n102\n: Kitchen\n\n103\n: Attic\n",
        ),
        (
            "a.html",
            "<h1>Rooms</h1><dl><dt>101<dd>Hall<dt>102<dd>Kitchen<dt>103<dd>Attic</dl>",
        ),
        ("a.md", "# Errors\n\n404\n: There is one only.\n"),
        ("a.html", "<dl><dt>404<dd>There is one only.</dl>"),
        (
            "a.html",
            "<dl><dt>sum(a)<dd>Adds<dt>404<dd>x<dt>mean(a)<dd>y<dt>409<dd>z<dt>max(a)<dd>m</dl>",
        ),
    ] {
        common::refusals(name, text);
    }
}
