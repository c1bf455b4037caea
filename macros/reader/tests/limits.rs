//! Each limit of the page grammars from both sides: what just fits is read, and what is longer is read otherwise or refused.

mod common;

use common::{read_page, refusals};
use statusbook_reader::{Columns, Options, read};

/// The column of statuses, and no other.
const CODE: Columns<'_> = Columns {
    status: "Code",
    reason: None,
    description: &[],
};

const HEAD: &str = "| Status code | Meaning |\n|---|---|\n";

/// What the description of a row of Markdown is read as.
fn described(cell: &str, below: &str) -> String {
    read_page("page.md", &format!("{HEAD}| 404 | {cell} |\n\n{below}")).statuses[0]
        .description
        .clone()
}

/// Whether a document is refused; with another sentence it must not be.
fn is_refused(name: &str, text: &str, sentence: &str) -> bool {
    let options = Options {
        name,
        columns: text.contains("Code").then_some(CODE),
        ..Options::default()
    };
    match read(text, &options) {
        Ok(_) => false,
        Err(errors) => {
            let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
            assert!(said.iter().any(|said| said.contains(sentence)), "{said:?}");
            true
        }
    }
}

/// Texts that differ in a number.
fn numbered(numbers: std::ops::Range<usize>, text: impl Fn(usize) -> String) -> String {
    numbers.map(text).collect::<Vec<_>>().concat()
}

#[test]
fn a_cell_is_quoted_up_to_sixty_characters() {
    for (size, cut) in [(60, false), (61, true)] {
        let said = refusals(
            "page.md",
            &format!("{HEAD}| 404 | a |\n| {} | b |\n", "é".repeat(size)),
        );
        assert_eq!(
            said[0].contains(&format!("`{}…`", "é".repeat(60))),
            cut,
            "{said:?}"
        );
        assert!(
            cut || said[0].contains(&format!("`{}`", "é".repeat(60))),
            "{said:?}"
        );
    }
    // White space before the cut goes with it.
    let said = refusals(
        "page.md",
        &format!("{HEAD}| 404 | a |\n| {} ay | b |\n", "é".repeat(59)),
    );
    assert!(
        said[0].contains(&format!("`{}…`", "é".repeat(59))),
        "{said:?}"
    );
}

#[test]
fn the_target_of_a_link_has_so_many_bytes() {
    for (size, is_link) in [(2_046, true), (2_047, false)] {
        // The parentheses count.
        let cell = format!("[a]({})", "x".repeat(size));
        assert_eq!(described(&cell, "") == "a", is_link, "{size}");
    }
}

#[test]
fn the_label_of_a_link_has_so_many_bytes() {
    for (size, is_link) in [(999, true), (1_000, false)] {
        let label = "x".repeat(size);
        let definition = format!("[{label}]: y\n");
        assert_eq!(
            described(&format!("[a][{label}]"), &definition) == "a",
            is_link,
            "{size}"
        );
    }
    for (size, is_link) in [(999, true), (1_000, false)] {
        let definition = format!("[a]: <{}>\n", "x".repeat(size));
        assert_eq!(described("[a]", &definition) == "a", is_link, "{size}");
    }
}

#[test]
fn attributes_of_kramdown_have_so_many_bytes() {
    for (size, is_list) in [(198, true), (199, false)] {
        let cell = format!("a{{:.{}}}", "x".repeat(size));
        assert_eq!(described(&cell, "") == "a", is_list, "{size}");
    }
}

#[test]
fn a_tag_that_hides_has_so_many_bytes() {
    for (size, hides) in [(495, true), (496, false)] {
        let text = format!(
            "a <b title=\"{}\" hidden>\n\n{HEAD}| 404 | a |\n\n</b>\n\n{HEAD}| 409 | b |\n",
            "x".repeat(size)
        );
        assert_eq!(
            read_page("page.md", &text).statuses.len(),
            if hides { 1 } else { 2 },
            "{size}"
        );
    }
}

#[test]
fn a_text_is_looked_through_for_tags_so_often() {
    for (tags, is_read) in [(4, true), (5, false)] {
        // Each that has no end looks at all the rest: four times the text may be looked at, and 4,096 bytes.
        let cell = format!("{}{}> <http://b.c>", "<a= ".repeat(tags), "x".repeat(5_000));
        let shown = described(&cell, "");
        let end = if is_read {
            "x> http://b.c"
        } else {
            "x> <http://b.c>"
        };
        assert!(shown.ends_with(end), "{tags}: {shown}");
    }
}

#[test]
fn quotes_nest_so_deep() {
    for (depth, is_quote) in [(48, true), (49, false)] {
        let quotes = "> ".repeat(depth);
        let text =
            format!("{quotes}Code | Meaning\n{quotes}-|-\n{quotes}404 | a\n\n{HEAD}| 409 | b |\n");
        assert_eq!(
            read_page("page.md", &text).statuses.len(),
            if is_quote { 2 } else { 1 },
            "{depth}"
        );
    }
}

#[test]
fn tables_of_html_nest_so_deep() {
    let table = |inner: &str| format!("<table><tr><td>{inner}</table>");
    for (depth, is_read) in [(11, true), (12, false)] {
        let inner = "<table><tr><th>Code<th>Meaning<tr><td>404<td>a</table>".to_owned();
        let nested = (0..depth).fold(inner, |inner, _| table(&inner));
        let text = format!("{nested}<table><tr><th>Code<th>Meaning<tr><td>409<td>a</table>");
        assert_eq!(
            read_page("page.html", &text).statuses.len(),
            if is_read { 2 } else { 1 },
            "{depth}"
        );
    }
}

#[test]
fn a_table_that_nests_too_deep_is_not_a_part_of_the_one_around_it() {
    let inner = "<table><tr><th>Code<th>Meaning<tr><td>404<td><table><tr><td>500<td>x</table></td></tr><tr><td>409<td>b</table>";
    let nested = (0..11).fold(inner.to_owned(), |inner, _| {
        format!("<table><tr><td>{inner}</table>")
    });
    assert_eq!(read_page("page.html", &nested).statuses.len(), 2);
}

#[test]
fn lists_of_html_nest_so_deep() {
    for (depth, is_read) in [(11, true), (12, false)] {
        let inner = "<dl><dt>404<dd>a<dt>409<dd>b</dl>".to_owned();
        // Terms that are no codes: the list around cannot take the codes as its own.
        let around = "<dl><dt>a<dt>b<dt>c<dd>";
        let nested = (0..depth).fold(inner, |inner, _| format!("{around}{inner}</dl>"));
        let text = format!("{nested}<dl><dt>500<dd>a<dt>503<dd>b</dl>");
        assert_eq!(
            read_page("page.html", &text).statuses.len(),
            if is_read { 4 } else { 2 },
            "{depth}"
        );
    }
}

#[test]
fn so_many_terms_have_one_definition() {
    for (count, is_read) in [(32, true), (33, false)] {
        let terms = numbered(400..400 + count, |code| format!("{code}\n"));
        let text = format!("{terms}: a\n\n{HEAD}| 500 | b |\n");
        assert_eq!(
            read_page("page.md", &text).statuses.len(),
            if is_read { 33 } else { 1 },
            "{count}"
        );
    }
}

#[test]
fn a_table_has_so_many_columns() {
    for (columns, refused) in [(64, false), (65, true)] {
        let line = |first: &str, mark: &str, other: &str| {
            format!("{first}{}{mark}\n", other.repeat(columns - 1))
        };
        let rule = line("+------", "+", "+---");
        let grid = format!(
            "{rule}{}{rule}{}{rule}",
            line("| Code ", "|", "| a "),
            line("| 404  ", "|", "| b ")
        );
        assert_eq!(is_refused("page.rst", &grid, ""), refused, "{columns}");
        let border = line("====", "", " ===");
        let simple = format!(
            "{border}{}{border}{}{border}",
            line("Code", "", " a  "),
            line("404 ", "", " b  ")
        );
        assert_eq!(
            is_refused("page.rst", &simple, "more than 64 columns"),
            refused,
            "{columns}"
        );
        // Lists, values and pipes drop what no table has.
        let list = format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Code\n{}   * - 404\n{}",
            "     - a\n".repeat(columns - 1),
            "     - b\n".repeat(columns - 1)
        );
        let csv = format!(
            ".. csv-table::\n   :header: Code{}\n\n   404{}\n",
            ",a".repeat(columns - 1),
            ",b".repeat(columns - 1)
        );
        let pipe = format!(
            "| Code |{}\n|---|{}\n| 404 |{}\n",
            " a |".repeat(columns - 1),
            "---|".repeat(columns - 1),
            " b |".repeat(columns - 1)
        );
        for (name, text) in [("page.rst", list), ("page.rst", csv), ("page.md", pipe)] {
            let options = Options {
                name,
                columns: Some(CODE),
                ..Options::default()
            };
            let page = read(&text, &options).unwrap();
            assert_eq!(page.tables[0].columns.len(), 64, "{name} {columns}");
        }
    }
}

#[test]
fn a_page_defines_so_many_names() {
    let names = numbered(0..1_000, |n| format!(".. |n{n}| replace:: text {n}\n"));
    let page = |name: &str| format!("{names}.. |more| replace:: text\n\n:404: |{name}|\n:409: b\n");
    assert_eq!(
        read_page("page.rst", &page("n999")).statuses[0].description,
        "text 999"
    );
    assert!(is_refused("page.rst", &page("more"), "`|more|`"));
}

#[test]
fn names_at_most_double_a_page() {
    for (uses, refused) in [(10, false), (11, true)] {
        // Ten names are the page's length, once more.
        let cells = "|x| ".repeat(uses);
        let around = format!(":404: {cells}\n:409: b\n.. |x| replace:: \n").len();
        let long = "y".repeat(around / 9);
        let text = format!(":404: {cells}\n:409: b\n.. |x| replace:: {long}\n");
        let room = text.len() + 1;
        assert_eq!(
            uses * long.len() > room,
            refused,
            "{} {room}",
            uses * long.len()
        );
        assert_eq!(is_refused("page.rst", &text, "`|x|`"), refused, "{uses}");
    }
}

#[test]
fn a_role_has_so_long_a_name() {
    for (size, is_role) in [(63, true), (64, false)] {
        let role = "x".repeat(size);
        let page = read_page("page.rst", &format!(":404: a :{role}:`b`\n:409: c\n"));
        assert_eq!(page.statuses[0].description == "a b", is_role, "{size}");
    }
}

#[test]
fn cells_that_reach_down_repeat_so_much_text() {
    let sentence = "that they repeat megabytes of text";
    // A mebibyte, and four times the cell's own length.
    let own = 400_000;
    for (rows, refused) in [(7, false), (8, true)] {
        let repeated = (rows - 1) * own;
        assert_eq!(repeated > (1 << 20) + 4 * own, refused);
        let below = numbered(1..rows, |n| format!("<tr><td>{}", 400 + n));
        let text = format!(
            "<table><tr><th>Code<th>Meaning<tr><td>400<td rowspan={rows}>{}{below}</table>",
            "y".repeat(own)
        );
        assert_eq!(is_refused("page.html", &text, sentence), refused, "{rows}");
    }
}
