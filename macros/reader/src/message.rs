//! All messages of refusals and notes.

use crate::{
    classify::code::Doubt,
    error::{DocError, Position},
    text::fold,
};

/// The longest quote from a cell, in characters.
const LONGEST_QUOTE: usize = 60;

/// Quotes the text of a cell in backticks, cut if it is long.
fn quote(text: &str) -> String {
    let text = fold(text).replace('`', "'");
    if text.chars().count() <= LONGEST_QUOTE {
        return format!("`{text}`");
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    format!("`{}…`", cut.trim_end())
}

fn list(items: &[String]) -> String {
    items
        .iter()
        .map(|item| quote(item))
        .collect::<Vec<_>>()
        .join(", ")
}

pub(crate) fn no_status_table(tables: usize, section: Option<&str>) -> DocError {
    let place = section.map_or_else(String::new, |section| {
        format!(" in section {}", quote(section))
    });
    let seen = match tables {
        0 => "it has no table at all".to_owned(),
        1 => "its one table has no column of HTTP status codes".to_owned(),
        _ => format!("none of its {tables} tables has a column of HTTP status codes"),
    };
    DocError::whole(format!(
        "no status table found{place}: {seen}; name another document, or write the table inline"
    ))
}

pub(crate) fn more(count: usize) -> DocError {
    DocError::whole(format!(
        "and {count} more like these; if the table does not list statuses, choose a section without it"
    ))
}

pub(crate) fn no_section(section: &str, exists: bool, others: &[String]) -> DocError {
    let what = if exists {
        "has no table"
    } else {
        "does not exist"
    };
    let hint = if others.is_empty() {
        "no section of the document has one; remove `section`".to_owned()
    } else {
        format!("sections with a table: {}", list(others))
    };
    DocError::whole(format!("section {} {what}; {hint}", quote(section)))
}

pub(crate) fn ambiguous_section(section: &str, count: usize, paths: &[String]) -> DocError {
    let hint = if paths.len() > 1 {
        format!("choose one by the headings above it, as in {}", list(paths))
    } else {
        "rename the one that is meant".to_owned()
    };
    DocError::whole(format!(
        "{count} sections are called {}; {hint}",
        quote(section)
    ))
}

/// Cells with `rowspan` that repeat too much text.
pub(crate) fn repeated_text(position: Position) -> DocError {
    DocError::at(
        position,
        "cells of this table reach over so many rows that they repeat megabytes of text; write the text once, outside of the table",
    )
}

/// Two endpoints would become the module `name`. Each is a route and its position.
pub(crate) fn same_endpoint(
    name: &str,
    later: (&str, Position),
    first: (&str, Position),
) -> DocError {
    DocError::at(
        later.1,
        format!(
            "{} and {} at {} would both become the module `{name}`: leave one out, or choose a section with one of them",
            quote(later.0),
            quote(first.0),
            first.1,
        ),
    )
}

pub(crate) fn endpoint_without_rows(route: &str) -> String {
    format!(
        "the section of {} documents no status, because its table is empty; every status that it sends is undocumented",
        quote(route)
    )
}

pub(crate) fn not_a_code(position: Position, text: &str, heading: &str) -> DocError {
    let column = if heading.is_empty() {
        String::new()
    } else {
        format!(" in column {}", quote(heading))
    };
    DocError::at(
        position,
        format!(
            "{}{column} is not a status code; fix the row, choose a section without it, or write the table inline",
            quote(text)
        ),
    )
}

pub(crate) fn out_of_range(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} is not an HTTP status, which is a number from 100 to 599; fix the row, or choose a section without it",
            quote(text)
        ),
    )
}

pub(crate) fn code_in_sentence(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} has more than a status code and its phrase; give each code a row of its own, and write a class as `5xx`",
            quote(text)
        ),
    )
}

pub(crate) fn no_code(position: Position) -> DocError {
    DocError::at(
        position,
        "the row has no status code, and no row above it has one; write the code into the row",
    )
}

pub(crate) fn whole_row_code(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} fills a whole row, which may be a heading or a status; split it into cells",
            quote(text)
        ),
    )
}

pub(crate) fn heading_row(text: &str) -> String {
    format!(
        "{} fills a whole row and was read as a heading",
        quote(text)
    )
}

pub(crate) fn error_of_class(code: &str) -> String {
    format!(
        "{} is documented for a class of statuses, not for one; it was read without a status",
        quote(code)
    )
}

pub(crate) fn codes_without_statuses() -> String {
    "the table of error codes was not read: it has no statuses; to read it, choose its section"
        .to_owned()
}

pub(crate) fn status_list(position: Position, codes: &[u16]) -> DocError {
    let what = if codes.is_empty() {
        "statuses are".to_owned()
    } else {
        let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
        format!(
            "{} {}",
            list(&codes),
            if codes.len() == 1 { "is" } else { "are" }
        )
    };
    DocError::at(
        position,
        format!(
            "{what} listed here without a table, and only tables are read; write a table, in the document or inline"
        ),
    )
}

pub(crate) fn unclosed(position: Position, begin: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the end of {} is missing, so nothing that follows is shown, and nothing of it was read; add it",
            quote(begin)
        ),
    )
}

pub(crate) fn comment(position: Position) -> DocError {
    DocError::at(
        position,
        "a comment of MDX begins here, and what looks like a table in it was not read",
    )
}

pub(crate) fn included(position: Position, file: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the page includes {}, which was not read; name that file, if its statuses count",
            quote(file)
        ),
    )
}

pub(crate) fn struck_out(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} is struck out, in whole or in part, which may mean that it is no longer used; remove what is struck out",
            quote(text)
        ),
    )
}

pub(crate) fn partly_struck_out(text: &str) -> String {
    format!(
        "a part of {} is struck out; it was read as if it were not",
        quote(text)
    )
}

pub(crate) fn doubtful(position: Position, text: &str, doubt: Doubt) -> DocError {
    let (text, why) = match doubt {
        Doubt::Unused => (
            quote(text),
            "may mean that the status is not used; remove the row, or write the note elsewhere",
        ),
        Doubt::Sign => (
            quote(text),
            "has a sign before the code, which may mean that it is not used; remove the sign or the row",
        ),
        Doubt::Bidi => (
            "the code".to_owned(),
            "is among characters that change the direction of text (U+202A to U+202E, U+2066 to U+2069); remove them",
        ),
    };
    DocError::at(position, format!("{text} {why}"))
}

pub(crate) fn unused_row(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} may mean that the status is not used; remove the row, or choose a section without it",
            quote(text)
        ),
    )
}

pub(crate) fn maybe_unused(text: &str) -> String {
    format!(
        "{} may mean that the status is not used; it was read as documented",
        quote(text)
    )
}

pub(crate) fn negated_section(position: Position, heading: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the section {} says that its statuses are not used; choose another section, or choose this one by its name",
            quote(heading)
        ),
    )
}

pub(crate) fn maybe_negated(text: &str) -> String {
    format!(
        "{} stands above the table, and may say that its statuses are not used; they were read as documented",
        quote(text)
    )
}

pub(crate) fn negating_column(position: Position, heading: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the column {} says that some statuses are not used; remove their rows, or name the columns to read with `columns(status = …)`",
            quote(heading)
        ),
    )
}

pub(crate) fn row_without_code(text: &str) -> String {
    format!(
        "the row of {} has no status code and was not read",
        quote(text)
    )
}

pub(crate) fn more_beside_code(phrase: &str) -> String {
    format!(
        "{} follows the code, and may limit it or add others; it was read as a reason phrase",
        quote(phrase)
    )
}

pub(crate) fn columns_not_read(headings: &[String]) -> String {
    let (columns, were) = match headings {
        [_] => ("column", "was"),
        _ => ("columns", "were"),
    };
    format!(
        "the {columns} {} {were} not read; name the columns to read with `columns(status = …, description = …)`",
        list(headings)
    )
}

pub(crate) fn reason_or_description(position: Position, heading: &str) -> DocError {
    let (column, advice) = if heading.is_empty() {
        (
            "a column without a heading".to_owned(),
            "give the columns headings",
        )
    } else {
        (
            format!("the column {}", quote(heading)),
            "name the columns with `columns(status = …, reason = …, description = …)`",
        )
    };
    DocError::at(
        position,
        format!(
            "{column} may hold reason phrases or descriptions: half of its cells are phrases; {advice}"
        ),
    )
}

pub(crate) fn maybe_error_codes(position: Position, heading: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the column {} may hold service error codes: half of its cells look like one; rename it to `Error code` if it does, or name the columns with `columns(status = …)`",
            quote(heading)
        ),
    )
}

pub(crate) fn text_or_not(position: Position, heading: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the column {} may hold descriptions: half of its cells are texts; name the columns with `columns(status = …, description = …)`",
            quote(heading)
        ),
    )
}

pub(crate) fn two_descriptions(position: Position, one: &str, other: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the columns {} and {} may both be the description; choose one with `columns(status = …, description = …)`",
            quote(one),
            quote(other)
        ),
    )
}

pub(crate) fn heading_twice(position: Position, heading: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the table has two columns called {}; rename one",
            quote(heading)
        ),
    )
}

pub(crate) fn no_status_column(heading: &str) -> DocError {
    DocError::whole(format!(
        "no table has a column {}; write the heading of the status column as in the document",
        quote(heading)
    ))
}

pub(crate) fn no_column(heading: &str, status: &str) -> DocError {
    DocError::whole(format!(
        "no table has a column {} beside {}; write the heading as in the document, or remove it",
        quote(heading),
        quote(status)
    ))
}

pub(crate) fn other_columns() -> String {
    "the table was not read: it does not have the column of status codes that `columns(…)` names"
        .to_owned()
}

pub(crate) fn requests(heading: &str) -> String {
    format!(
        "the column {} holds requests: the rows may be examples, a log or a test report; if they are, choose a section without the table",
        quote(heading)
    )
}

pub(crate) fn few_codes(position: Position, heading: &str, codes: usize, of: usize) -> DocError {
    DocError::at(
        position,
        format!(
            "the table was not read: only {codes} of {of} cells of its column {} are status codes",
            quote(heading)
        ),
    )
}

pub(crate) fn not_http(position: Position, heading: &str, seen: &[u16]) -> DocError {
    DocError::at(
        position,
        format!(
            "the table was not read: its column {} holds {}, which do not look like HTTP statuses",
            quote(heading),
            examples(seen)
        ),
    )
}

pub(crate) fn two_status_columns(position: Position, first: &str, second: &str) -> DocError {
    let names = format!("{} and {}", quote(first), quote(second));
    DocError::at(
        position,
        format!(
            "the columns {names} both hold status codes; rename one of them to `HTTP status code`, or write the table inline"
        ),
    )
}

pub(crate) fn codes_in_two_columns(position: Position, read: &str, other: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the columns {} and {} hold different status codes, and only one column can be read; give each code a row of its own, choose a section without the table, or write it inline",
            quote(read),
            quote(other)
        ),
    )
}

pub(crate) fn sip_codes(position: Position, heading: &str, seen: &[u16]) -> DocError {
    DocError::at(
        position,
        format!(
            "the column {} holds {}, which are status codes of SIP, not of HTTP; choose a section without the table",
            quote(heading),
            examples(seen)
        ),
    )
}

pub(crate) fn silent_heading(position: Position, heading: &str, seen: &[u16]) -> DocError {
    let seen = examples(seen);
    let reason = if heading.is_empty() {
        format!("a column of it holds {seen}, without a heading that says what they are")
    } else {
        let heading = quote(heading);
        format!(
            "its column {heading} holds {seen}, under a heading that does not say what they are"
        )
    };
    DocError::at(
        position,
        format!(
            "the table was not read: {reason}; give it the heading `HTTP status code` if it holds statuses"
        ),
    )
}

/// Lists a few of the codes of a column.
fn examples(seen: &[u16]) -> String {
    list(&seen.iter().take(4).map(u16::to_string).collect::<Vec<_>>())
}

pub(crate) fn grid_broken(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the border of the grid table is broken at {}, so that its cells would run into each other; fix the line",
            quote(line)
        ),
    )
}

pub(crate) fn grid_ragged(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the line {} does not end at the right border of its grid table; fix the line",
            quote(line)
        ),
    )
}

pub(crate) fn grid_cut_off(position: Position) -> DocError {
    DocError::at(
        position,
        "the grid table is cut off: it has no bottom border; add the missing lines",
    )
}

pub(crate) fn empty_row(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "a row is missing above {}: two lines of the table's border follow each other; add it, or remove one of them",
            quote(line)
        ),
    )
}

pub(crate) fn grid_merged(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} is several codes in one cell; add the line between two rows, or write a list with `-` before each code",
            quote(text)
        ),
    )
}

pub(crate) fn grid_no_top(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the grid has {} directly above it, and is a part of that text; put an empty line above the table",
            quote(line)
        ),
    )
}

pub(crate) fn simple_no_top(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the simple table has {} directly above it: its top border is missing or broken; add it, or put a blank line above the table",
            quote(line)
        ),
    )
}

pub(crate) fn simple_cut_off(position: Position) -> DocError {
    DocError::at(
        position,
        "the simple table is cut off: it has no bottom border; add the line of `=` that ends it",
    )
}

pub(crate) fn simple_margin(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "text crosses the gap between two columns of the simple table at {}; widen the column",
            quote(line)
        ),
    )
}

pub(crate) fn simple_border(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the parts of {} do not begin and end where the columns of the simple table do; align them",
            quote(line)
        ),
    )
}

pub(crate) fn simple_orphan(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the row {} has nothing in its first column and no row above it; fill the column",
            quote(line)
        ),
    )
}

pub(crate) fn list_table_stray(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} is not a row of the list table, which begins with `* - `; fix the list",
            quote(text)
        ),
    )
}

pub(crate) fn undefined_name(position: Position, name: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} is a substitution that the document does not define; add `.. |…| replace::` with the text, or write it into the cell",
            quote(&format!("|{name}|"))
        ),
    )
}

pub(crate) fn csv_elsewhere(position: Position, file: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the table is in another file, {}; only the document itself is read",
            quote(file)
        ),
    )
}

pub(crate) fn csv_behind_quote(position: Position, character: char) -> DocError {
    DocError::at(
        position,
        format!(
            "{} follows a closing quote; put the delimiter before it, or double the quote",
            quote(&character.to_string())
        ),
    )
}

pub(crate) fn csv_unclosed(position: Position) -> DocError {
    DocError::at(
        position,
        "a quote that opens here is never closed; close it",
    )
}

pub(crate) fn html_cut_off(position: Position) -> DocError {
    DocError::at(
        position,
        "the table is cut off: `</table>` is missing; add it",
    )
}

pub(crate) fn html_outside(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} is outside of the table's cells: a `<td>` is missing; add it",
            quote(text)
        ),
    )
}

pub(crate) fn pipe_in_html(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} would begin a table, but is inside HTML, where Markdown is not read; put an empty line before it",
            quote(line)
        ),
    )
}

pub(crate) fn pipe_in_table(position: Position, line: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} would begin a table, but is inside an HTML table, where Markdown is not read; end the HTML table before it with `</table>`",
            quote(line)
        ),
    )
}

pub(crate) fn html_overlap(position: Position) -> DocError {
    DocError::at(
        position,
        "this cell overlaps a cell from a row above; fix its `colspan`, or the `rowspan` of the other cell",
    )
}

pub(crate) fn html_hidden(position: Position, name: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} hides a part of the table, which a reader of the page does not see; remove the part, or show it",
            quote(&format!("<{}>", name.to_ascii_lowercase()))
        ),
    )
}

pub(crate) fn html_no_table(position: Position) -> DocError {
    DocError::at(
        position,
        "a table row is outside of any table: `<table>` is missing before it; add it",
    )
}

pub(crate) fn too_wide(position: Position) -> DocError {
    DocError::at(
        position,
        format!(
            "the table has more than {} columns; write it inline",
            crate::table::MAX_COLUMNS
        ),
    )
}

pub(crate) fn pipe_ruler(position: Position, header: usize, ruler: usize) -> DocError {
    DocError::at(
        position,
        format!(
            "the header has {header} cells, and the line below it has {ruler}; give both the same number of cells"
        ),
    )
}

pub(crate) fn pipe_too_many(position: Position, cells: usize, header: usize) -> DocError {
    DocError::at(
        position,
        format!(
            "the row has {cells} cells under a header of {header}; write a `|` within a cell as `\\|`"
        ),
    )
}

pub(crate) fn pipe_no_ruler(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} looks like a row of a table, but there is no header with a line of `|---|` above it; add them, or remove the gap to the table above",
            quote(text)
        ),
    )
}

pub(crate) fn pipe_cut_off(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the document ends within the row {}; add what is missing",
            quote(text)
        ),
    )
}

pub(crate) fn short_row(position: Position, cells: usize, columns: usize, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "the row of {} has {cells} of the table's {columns} cells; add empty cells, so that each text is in its column",
            quote(text)
        ),
    )
}

pub(crate) fn not_read() -> String {
    "the table was not read: it holds something like status codes, but no column of them".to_owned()
}

pub(crate) fn pipe_no_bar(position: Position, text: &str) -> DocError {
    DocError::at(
        position,
        format!(
            "{} follows the table directly and has no `|`; make it a row, or put a blank line before it",
            quote(text)
        ),
    )
}

pub(crate) fn not_found() -> DocError {
    DocError::whole("there is no such file; a path is relative to the crate's `Cargo.toml`")
}

pub(crate) fn not_a_file() -> DocError {
    DocError::whole("this is a directory; name a document in it")
}

pub(crate) fn unreadable(cause: &str) -> DocError {
    DocError::whole(format!("the file cannot be read: {cause}"))
}

pub(crate) fn not_text(position: Position) -> DocError {
    DocError::at(
        position,
        "the document is not UTF-8: this byte is invalid; save it as UTF-8",
    )
}

pub(crate) fn wide_text(encoding: &str) -> DocError {
    DocError::whole(format!("the document is {encoding}; save it as UTF-8"))
}

pub(crate) fn empty() -> DocError {
    DocError::whole("the document is empty; name one with a status table")
}

pub(crate) fn too_large(limit: u64) -> DocError {
    let limit = if limit >= 1 << 20 {
        format!("{} MiB", limit >> 20)
    } else {
        format!("{limit} bytes")
    };
    DocError::whole(format!(
        "the document is larger than {limit}; keep its status tables in a document of their own"
    ))
}

pub(crate) fn absolute(path: &str) -> DocError {
    DocError::whole(format!(
        "{} is an absolute path; write it relative to the crate's `Cargo.toml`, as in `docs/status.md`",
        quote(path)
    ))
}

pub(crate) fn not_beside() -> DocError {
    DocError::whole("there is no such file")
}

pub(crate) fn elsewhere() -> DocError {
    DocError::whole(
        "it is not below the folder that holds the document, or a symbolic link leads out of that folder",
    )
}

pub(crate) fn no_path() -> DocError {
    DocError::whole(
        "the path is empty; write one relative to the crate's `Cargo.toml`, as in `docs/status.md`",
    )
}

pub(crate) fn status_of_codes_only(status: u16, code: &str) -> String {
    format!(
        "status `{status}` is named by error code {} only, not by a status table; it counts as documented",
        quote(code)
    )
}

pub(crate) fn unknown_status(code: u16) -> String {
    format!("`{code}` is a status that the IANA registry does not have; it was kept as documented")
}

pub(crate) fn phrase_of_another(code: u16, phrase: &str, other: u16) -> String {
    format!(
        "`{code}` is documented with the phrase {}, which is that of `{other}`",
        quote(phrase)
    )
}

pub(crate) fn code_of_two_statuses(
    code: &str,
    status: u16,
    other: u16,
    position: Position,
) -> String {
    format!(
        "error code {} is listed with status `{status}` here, and with `{other}` in line {}",
        quote(code),
        position.line
    )
}
