//! What is refused, at which place, and with which message. A person has read each message.

mod common;

use common::{refusals, refusals_of_section, rows};

fn refusal(name: &str, text: &str) -> String {
    refusals(name, text).join("\n")
}

#[test]
fn a_page_without_a_status_table() {
    assert_eq!(
        refusal("page.md", "# Prices\n\nNone.\n"),
        "no status table found: it has no table at all; name another document, or write the table inline"
    );
    assert_eq!(
        refusal("page.md", "| Size | Price |\n|---|---|\n| 400 | 200 |\n"),
        "no status table found: its one table has no column of HTTP status codes; name another document, or write the table inline"
    );
    assert_eq!(
        refusals_of_section(
            "page.md",
            "# Prices\n\n| Size | Price |\n|---|---|\n| 400 | 200 |\n",
            Some("Prices")
        )
        .join("\n"),
        "no status table found in section `Prices`: its one table has no column of HTTP status codes; name another document, or write the table inline"
    );
}

#[test]
fn a_table_that_is_nearly_one_is_named() {
    assert_eq!(
        refusal(
            "page.md",
            "| Code | Meaning |\n|---|---|\n| 250 | Done |\n| 354 | Go on |\n"
        ),
        "no status table found: its one table has no column of HTTP status codes; name another document, or write the table inline\n\
         1:1: the table was not read: its column `code` holds `250`, `354`, which do not look like HTTP statuses"
    );
}

#[test]
fn a_column_of_statuses_under_a_heading_that_says_nothing_is_named() {
    assert_eq!(
        refusal(
            "page.md",
            "| Cód | Brí |\n|---|---|\n| 200 | Fuarthas |\n| 400 | Mícheart |\n| 404 | Níl sé ann |\n"
        ),
        "no status table found: its one table has no column of HTTP status codes; name another document, or write the table inline\n\
         1:1: the table was not read: its column `cód` holds `200`, `400`, `404`, under a heading that does not say what they are; give it the heading `HTTP status code` if it holds statuses"
    );
}

#[test]
fn a_first_page_of_two_statuses_learns_what_its_heading_lacks() {
    let said = refusal(
        "page.md",
        "| Outcome | Answer |\n|---|---|\n| It is there | 200 OK |\n| It is not | 404 Not Found |\n",
    );
    assert!(
        said.ends_with("its column `answer` holds `200`, `404`, under a heading that does not say what they are; give it the heading `HTTP status code` if it holds statuses"),
        "{said}"
    );
}

#[test]
fn a_doubtful_column_without_a_heading_is_not_to_be_named() {
    assert_eq!(
        refusal(
            "page.md",
            "| Status | |\n|---|---|\n| 404 | Not Found |\n| 409 | it is taken |\n"
        ),
        "1:1: a column without a heading may hold reason phrases or descriptions: half of its cells are phrases; give the columns headings"
    );
}

#[test]
fn codes_of_sip_are_not_statuses() {
    assert_eq!(
        refusal(
            "page.md",
            "\
| Status code | Meaning |
|---|---|
| 180 | Ringing |
| 404 | Not Found |
| 486 | Busy Here |

| Status code | Meaning |
|---|---|
| 503 | Service Unavailable |
"
        ),
        "1:1: the column `status code` holds `180`, `486`, which are status codes of SIP, not of HTTP; choose a section without the table"
    );
}

#[test]
fn statuses_in_two_columns_are_not_read_by_half() {
    assert_eq!(
        refusal(
            "page.md",
            "\
| Path | Success | Errors |
|---|---|---|
| /pets | 200 | 401, 403 |
| /cats | 201 and the cat | 404 |
"
        ),
        "1:1: the columns `errors` and `success` hold different status codes, and only one column can be read; give each code a row of its own, choose a section without the table, or write it inline"
    );
    // The same code twice, as the body repeats it, is not a second one.
    let page = common::read_page(
        "page.md",
        "| HTTP status | Code | Meaning |\n|---|---|---|\n| 400 | 400 | Wrong |\n| 404 | 404 | Gone |\n",
    );
    assert_eq!(rows(&page), ["3:3 400 `` `Wrong`", "4:3 404 `` `Gone`"]);
}

#[test]
fn a_name_whose_text_is_elsewhere() {
    assert_eq!(
        refusal(
            "page.rst",
            "\
======  ===============
Status  Meaning
======  ===============
404     |not found|
======  ===============
"
        ),
        "4:9: `|not found|` is a substitution that the document does not define; add `.. |…| replace::` with the text, or write it into the cell"
    );
}

const GRID: &str = "\
+------+-----------+-------------+
| Code | Reason    | Description |
+======+===========+=============+
| 404  | Not Found | Gone.       |
+------+-----------+-------------+
| 409  | Conflict  | Taken.      |
+------+-----------+-------------+
";

#[test]
fn a_grid_that_is_cut_off() {
    let cut = GRID.rsplit_once("+------").map_or("", |(before, _)| before);
    assert_eq!(
        refusal("page.rst", cut),
        "7:1: the grid table is cut off: it has no bottom border; add the missing lines"
    );
}

#[test]
fn a_grid_whose_rows_run_into_each_other() {
    let missing = GRID.replacen("+------+-----------+-------------+\n| 409", "| 409", 1);
    assert_eq!(
        refusal("page.rst", &missing),
        "4:3: `404 409` is several codes in one cell; add the line between two rows, or write a list with `-` before each code"
    );
    let broken = GRID.replacen(
        "+------+-----------+-------------+\n| 409",
        "+------+---- ------+-------------+\n| 409",
        1,
    );
    assert_eq!(
        refusal("page.rst", &broken),
        "5:8: the border of the grid table is broken at `+------+---- ------+-------------+`, so that its cells would run into each other; fix the line"
    );
}

#[test]
fn a_grid_whose_column_border_slipped() {
    let slipped = GRID
        .replace(
            "| 409  | Conflict  | Taken.      |",
            "| 409  | Conflicts | and taken   |",
        )
        .replace(
            "| 404  | Not Found | Gone.       |",
            "| 404   | Not Found| Gone.       |",
        );
    assert!(
        refusal("page.rst", &slipped).starts_with(
            "4:1: the border of the grid table is broken at `| 404 | Not Found| Gone. |`"
        ),
        "{}",
        refusal("page.rst", &slipped)
    );
    let ragged = GRID.replace("Taken.      |", "Taken by somebody |");
    assert!(refusal("page.rst", &ragged).starts_with("6:41: the line `| 409 | Conflict | Taken by somebody |` does not end at the right border"), "{}", refusal("page.rst", &ragged));
}

#[test]
fn a_table_whose_header_is_missing_between_its_rules() {
    let missing = GRID.replace("| Code | Reason    | Description |\n", "");
    assert_eq!(
        refusal("page.rst", &missing),
        "2:1: a row is missing above `+======+===========+=============+`: two lines of the table's border follow each other; add it, or remove one of them"
    );
    let simple = "====  =======\n====  =======\n404   Gone\n====  =======\n";
    assert!(
        refusal("page.rst", simple).starts_with("2:1: a row is missing above"),
        "{}",
        refusal("page.rst", simple)
    );
}

#[test]
fn a_grid_whose_top_is_broken_is_not_passed_over() {
    let broken = GRID.replacen("+------+--", "+-----+---", 1);
    let text = format!(
        "====  =======\nCode  Meaning\n====  =======\n200   OK\n====  =======\n\n{}",
        broken.replacen("-----", "--x--", 1)
    );
    assert!(
        refusal("page.rst", &text).starts_with("7:1: the border of the grid table is broken"),
        "{}",
        refusal("page.rst", &text)
    );
}

#[test]
fn simple_tables_with_something_wrong() {
    let table = "====  =======\nCode  Meaning\n====  =======\n404   Gone\n====  =======\n";
    let cut = table.rsplit_once("====  ").map_or("", |(before, _)| before);
    assert_eq!(
        refusal("page.rst", &format!("{cut}\n{table}")),
        "1:1: the simple table is cut off: it has no bottom border; add the line of `=` that ends it"
    );
    assert_eq!(
        refusal("page.rst", &table.replace("404   Gone", "404 - Gone")),
        "4:5: text crosses the gap between two columns of the simple table at `404 - Gone`; widen the column"
    );
    assert_eq!(
        refusal("page.rst", &table.replacen("====  =======\n", "", 1)),
        "2:1: the simple table has `Code Meaning` directly above it: its top border is missing or broken; add it, or put a blank line above the table"
    );
}

#[test]
fn directive_tables_with_something_wrong() {
    assert_eq!(
        refusal(
            "page.rst",
            ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Meaning\n   * - 404\n   * - 409\n     - Taken\n"
        ),
        "6:8: the row of `404` has 1 of the table's 2 cells; add empty cells, so that each text is in its column"
    );
    assert_eq!(
        refusal(
            "page.rst",
            ".. csv-table::\n   :header: Code, Meaning\n\n   404, Gone\n   409, \"Taken\n   500, Ours\n"
        ),
        "5:10: a quote that opens here is never closed; close it"
    );
    assert!(
        refusal(
            "page.rst",
            ".. csv-table:: Codes\n   :header: HTTP status code, Meaning\n   :file: codes.csv\n"
        )
        .contains("the table is in another file, `codes.csv`")
    );
}

#[test]
fn pipe_tables_with_something_wrong() {
    let head = "| Code | Meaning |\n|---|---|\n";
    for (rows, said) in [
        (
            "| 404 | Gone | or | not |\n",
            "3:16: the row has 4 cells under a header of 2; write a `|` within a cell as `\\|`",
        ),
        (
            "| 404 |\n",
            "3:3: the row of `404` has 1 of the table's 2 cells; add empty cells, so that each text is in its column",
        ),
        (
            "| 404 | Gone |\n409 Taken\n",
            "4:1: `409 Taken` follows the table directly and has no `|`; make it a row, or put a blank line before it",
        ),
        (
            "| 404 | Gone |\n| 409 | Tak",
            "4:1: the document ends within the row `| 409 | Tak`; add what is missing",
        ),
        (
            "| 404 | Gone |\n\n| 409 | Taken |\n",
            "5:1: `| 409 | Taken |` looks like a row of a table, but there is no header with a line of `|---|` above it; add them, or remove the gap to the table above",
        ),
    ] {
        assert_eq!(refusal("page.md", &format!("{head}{rows}")), said);
    }
    assert_eq!(
        refusal("page.md", "| Code | Meaning |\n|---|\n| 404 | Gone |\n"),
        "2:1: the header has 2 cells, and the line below it has 1; give both the same number of cells"
    );
}

#[test]
fn html_tables_with_something_wrong() {
    let head = "<table><tr><th>Code</th><th>Meaning</th></tr>\n";
    for (rows, said) in [
        (
            "<tr><td>404</td><td>Gone</td></tr>",
            "1:1: the table is cut off: `</table>` is missing; add it",
        ),
        (
            "<tr>404<td>Gone</td></tr></table>",
            "2:5: `404` is outside of the table's cells: a `<td>` is missing; add it",
        ),
        (
            "<tr><td>404</td></tr></table>",
            "2:9: the row of `404` has 1 of the table's 2 cells; add empty cells, so that each text is in its column",
        ),
        (
            "<tr><td>404</td><td>Gone</td></tr></table>\n<tr><td>409</td><td>Taken</td></tr>",
            "3:1: a table row is outside of any table: `<table>` is missing before it; add it\n3:1: the table is cut off: `</table>` is missing; add it",
        ),
    ] {
        assert_eq!(refusal("page.html", &format!("{head}{rows}")), said);
    }
}

#[test]
fn two_columns_of_status_codes_cannot_be_distinguished() {
    assert_eq!(
        refusal(
            "page.md",
            "| Success code | Error code | Operation |\n|---|---|---|\n| 200 | 404 | Show |\n| 201 | 409 | Make |\n"
        ),
        "1:1: the columns `success code` and `error code` both hold status codes; rename one of them to `HTTP status code`, or write the table inline"
    );
}

#[test]
fn rows_that_inherit_from_nothing_and_codes_over_a_whole_row() {
    assert_eq!(
        refusal(
            "page.md",
            "| Code | Meaning |\n|---|---|\n| | Gone |\n| 404 | Gone |\n"
        ),
        "3:3: the row has no status code, and no row above it has one; write the code into the row"
    );
    assert_eq!(
        refusal(
            "page.html",
            "<table><tr><th>Code</th><th>Meaning</th></tr><tr><td colspan=2>404 Not Found</td></tr><tr><td>409</td><td>Taken</td></tr></table>"
        ),
        "1:64: `404 Not Found` fills a whole row, which may be a heading or a status; split it into cells"
    );
}

#[test]
fn every_mistake_of_a_page_is_reported_at_once() {
    assert_eq!(refusals("page.md", "| Status code | Meaning |\n|---|---|\n| one | a |\n| 404 | b |\n| 1060 | c |\n\n| Status code | Meaning |\n|---|---|\n| 200 | d |\n| two | e |\n").len(), 3);
}

#[test]
fn a_broken_table_of_something_else_does_not_matter() {
    let page = "| Code | Meaning |\n|---|---|\n| 404 | Gone |\n\n| Name | Size |\n|---|---|\n| a | 1 | 2 |\n";
    assert_eq!(
        rows(&common::read_page("page.md", page)),
        ["3:3 404 `` `Gone`"]
    );
}

#[test]
fn lists_of_statuses_are_pointed_out() {
    let list = ".. http:get:: /pets\n\n   :statuscode 200: Fine\n   :statuscode 404: Gone\n";
    assert_eq!(
        refusal("page.rst", list),
        "no status table found: it has no table at all; name another document, or write the table inline\n\
         3:4: statuses are listed here without a table, and only tables are read; write a table, in the document or inline"
    );
    let page = common::read_page(
        "page.rst",
        &format!(
            "====  =======\nCode  Meaning\n====  =======\n409   Taken\n====  =======\n\n{list}"
        ),
    );
    assert_eq!(
        common::notes(&page),
        [
            "9:4: statuses are listed here without a table, and only tables are read; write a table, in the document or inline"
        ]
    );
}

#[test]
fn a_long_list_of_mistakes_is_cut() {
    let text = format!(
        "| Status code | Meaning |\n|---|---|\n{}{}",
        "| 404 | Gone |\n".repeat(40),
        "| teapot | Odd |\n".repeat(30)
    );
    let refusals = refusals("page.md", &text);
    assert_eq!(refusals.len(), 21);
    assert_eq!(
        refusals.last().map(String::as_str),
        Some(
            "and 10 more like these; if the table does not list statuses, choose a section without it"
        )
    );
}

#[test]
fn html_cells_that_cover_one_another() {
    let text = "<table><tr><th>Code<th>Meaning\n\
                <tr><td>404<td rowspan=\"2\">Not Found\n\
                <tr><td colspan=\"2\">410\n\
                </table>";
    assert_eq!(
        refusal("page.html", text),
        "3:21: this cell overlaps a cell from a row above; fix its `colspan`, or the `rowspan` of the other cell"
    );
}

#[test]
fn a_pipe_table_within_html() {
    let text = "<details><summary>Errors</summary>\n| Code | Meaning |\n|---|---|\n| 404 | Gone |\n</details>\n\n\
                | Status code | Meaning |\n|---|---|\n| 500 | Ill |\n";
    assert_eq!(
        refusal("page.md", text),
        "2:1: `| Code | Meaning |` would begin a table, but is inside HTML, where Markdown is not read; put an empty line before it"
    );
}

#[test]
fn rst_tables_whose_marks_do_not_fit() {
    assert_eq!(
        refusal(
            "page.rst",
            ".. csv-table::\n   :header: Code, Meaning\n\n   \"404\" Gone, there\n   500, Ill\n"
        ),
        "4:10: `G` follows a closing quote; put the delimiter before it, or double the quote"
    );
    assert_eq!(
        refusal(
            "page.rst",
            "====  =======\nCode  Meaning\n====  =======\n404   Gone\n===  ========\n"
        ),
        "5:1: the parts of `=== ========` do not begin and end where the columns of the simple table do; align them"
    );
    assert_eq!(
        refusal(
            "page.rst",
            "Errors:\n+------+---------+\n| Code | Meaning |\n+======+=========+\n| 404  | Gone    |\n+------+---------+\n"
        ),
        "2:1: the grid has `Errors:` directly above it, and is a part of that text; put an empty line above the table"
    );
}
