//! A table written in each format and read back is the same table; and no bytes make the reader panic.

mod common;

use common::{numbers::Numbers, read_page};
use statusbook_reader::{Codes, Options, Page, read};

const CODES: [(u16, &str); 12] = [
    (200, "OK"),
    (201, "Created"),
    (204, "No Content"),
    (304, "Not Modified"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (404, "Not Found"),
    (409, "Conflict"),
    (429, "Too Many Requests"),
    (500, "Internal Server Error"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
];

/// Words that hold what is markup in one format or another.
const WORDS: [&str; 24] = [
    "the",
    "gateway",
    "is",
    "gone",
    "a|b",
    "x*y",
    "snake_case",
    "_lead",
    "trail_",
    "`tick`",
    "<id>",
    "&",
    "&amp;",
    "50%",
    "\\n",
    "[1]",
    "(see)",
    "\"quoted\"",
    "it's",
    "配置",
    "错误",
    "é",
    "—",
    "#4",
];

type Row = (u16, String, String);

fn table(numbers: &mut Numbers) -> Vec<Row> {
    let rows = 1 + numbers.below(6);
    (0..rows)
        .map(|_| {
            let (code, reason) = CODES
                .get(numbers.below(CODES.len()))
                .copied()
                .unwrap_or((404, "Not Found"));
            let words = 2 + numbers.below(9);
            // Texts begin with a plain word, so that no format takes them for a list or an entry of nothing.
            let mut text = numbers.choose(&WORDS[..4]).to_owned();
            for _ in 0..words {
                text.push(' ');
                text.push_str(numbers.choose(&WORDS));
            }
            (code, reason.to_owned(), text)
        })
        .collect()
}

fn found(page: &Page) -> Vec<Row> {
    let code = |codes| match codes {
        Codes::One(code) => code,
        Codes::Range(..) => 0,
    };
    page.statuses
        .iter()
        .map(|row| (code(row.codes), row.reason.clone(), row.description.clone()))
        .collect()
}

const HEADER: [&str; 3] = ["Status Code", "Reason", "Description"];

/// How wide a text is shown: the wide characters of these tests are Chinese.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if ('\u{4e00}'..'\u{a000}').contains(&c) {
                2
            } else {
                1
            }
        })
        .sum()
}

fn padded(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to - width(text)))
}

fn escape_rst(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            if matches!(c, '\\' | '*' | '_' | '`' | '|') {
                vec!['\\', c]
            } else {
                vec![c]
            }
        })
        .collect()
}

fn escape_markdown(text: &str) -> String {
    text.replace('&', "&amp;")
        .chars()
        .flat_map(|c| {
            if matches!(c, '\\' | '*' | '_' | '`' | '|' | '<' | '[') {
                vec!['\\', c]
            } else {
                vec![c]
            }
        })
        .collect()
}

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn cells(row: &Row, escape: impl Fn(&str) -> String) -> [String; 3] {
    [row.0.to_string(), escape(&row.1), escape(&row.2)]
}

/// Wraps a text into lines of at most so many columns.
fn wrapped(text: &str, to: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= to => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn grid(rows: &[Row]) -> String {
    let widths = [13, 23, 30];
    let rule = |mark: &str| {
        format!(
            "   +{}+\n",
            widths.map(|width| mark.repeat(width + 2)).join("+")
        )
    };
    let line = |cells: [String; 3]| {
        let columns: Vec<Vec<String>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| wrapped(cell, width))
            .collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or(1);
        let cell = |column: &Vec<String>, width: usize, y: usize| {
            format!(
                " {} ",
                padded(column.get(y).map_or("", String::as_str), width)
            )
        };
        (0..height)
            .map(|y| {
                format!(
                    "   |{}|",
                    columns
                        .iter()
                        .zip(widths)
                        .map(|(column, width)| cell(column, width, y))
                        .collect::<Vec<_>>()
                        .join("|")
                ) + "\n"
            })
            .collect::<Vec<_>>()
            .concat()
    };
    let mut out = format!(
        "-  Errors\n\n{}{}{}",
        rule("-"),
        line(HEADER.map(str::to_owned)),
        rule("=")
    );
    for row in rows {
        out.push_str(&line(cells(row, escape_rst)));
        out.push_str(&rule("-"));
    }
    out
}

fn simple(rows: &[Row]) -> String {
    let border = format!(
        "{}  {}  {}\n",
        "=".repeat(13),
        "=".repeat(23),
        "=".repeat(30)
    );
    let line = |cells: [String; 3]| {
        let texts = wrapped(&cells[2], 30);
        let first = format!(
            "{}  {}  {}\n",
            padded(&cells[0], 13),
            padded(&cells[1], 23),
            texts[0]
        );
        texts.iter().skip(1).fold(first, |out, text| {
            out + &format!("{}{text}\n", " ".repeat(40))
        })
    };
    let body: String = rows
        .iter()
        .map(|row| line(cells(row, escape_rst)))
        .collect();
    format!(
        "{border}{}{border}{body}{border}",
        line(HEADER.map(str::to_owned))
    )
}

fn list(rows: &[Row]) -> String {
    let line = |cells: [String; 3]| {
        format!(
            "   * - {}\n     - {}\n     - {}\n",
            cells[0],
            cells[1],
            wrapped(&cells[2], 30).join("\n       ")
        )
    };
    let body: String = rows
        .iter()
        .map(|row| line(cells(row, escape_rst)))
        .collect();
    format!(
        ".. list-table:: Errors\n   :header-rows: 1\n\n{}{body}",
        line(HEADER.map(str::to_owned))
    )
}

fn csv(rows: &[Row]) -> String {
    let line = |cells: [String; 3]| {
        format!(
            "   {}\n",
            cells
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .join(", ")
        )
    };
    let body: String = rows
        .iter()
        .map(|row| line(cells(row, escape_rst)))
        .collect();
    format!(
        ".. csv-table:: Errors\n   :header: {}\n\n{body}",
        HEADER.join(", ")
    )
}

fn pipe(rows: &[Row]) -> String {
    let line = |cells: [String; 3]| format!("| {} |\n", cells.join(" | "));
    let body: String = rows
        .iter()
        .map(|row| line(cells(row, escape_markdown)))
        .collect();
    format!(
        "# Errors\n\n{}|---|:--|--:|\n{body}",
        line(HEADER.map(str::to_owned))
    )
}

fn bare_pipe(rows: &[Row]) -> String {
    let line = |cells: [String; 3]| format!("{}\n", cells.join("|"));
    let body: String = rows
        .iter()
        .map(|row| line(cells(row, escape_markdown)))
        .collect();
    format!("{}-|-|-\n{body}\nText.\n", line(HEADER.map(str::to_owned)))
}

fn html(rows: &[Row]) -> String {
    let line = |row: &Row| {
        format!(
            "<tr><td><p>{}</p></td>\n<td>{}</td><td><b>{}</b></td></tr>",
            row.0,
            escape_html(&row.1),
            escape_html(&row.2)
        )
    };
    let body = rows.iter().map(line).collect::<Vec<_>>().concat();
    let header = HEADER.map(|cell| format!("<th>{cell}</th>")).concat();
    format!(
        "<h1>Errors</h1>\n<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>\n"
    )
}

type Writer = fn(&[Row]) -> String;

const WRITERS: [(&str, Writer); 8] = [
    ("grid.rst", grid),
    ("simple.rst", simple),
    ("list.rst", list),
    ("csv.rst", csv),
    ("pipe.md", pipe),
    ("bare.md", bare_pipe),
    ("table.md", html),
    ("table.html", html),
];

#[test]
fn a_table_written_in_each_format_is_read_back() {
    let mut numbers = Numbers::new(2026);
    for _ in 0..150 {
        let rows = table(&mut numbers);
        for (name, write) in WRITERS {
            let text = write(&rows);
            assert_eq!(found(&read_page(name, &text)), rows, "{name}\n{text}");
        }
    }
}

/// Pieces that make or break tables.
const PIECES: [&str; 30] = [
    "\n",
    "\n\n",
    "|",
    "+",
    "-",
    "=",
    "+---+",
    "=== ===",
    "|---|",
    "<table>",
    "</table>",
    "<td",
    "<tr>",
    "<td rowspan=9999>",
    "<td colspan=99>",
    "<!--",
    "`",
    "``",
    "**",
    "](",
    "&#x",
    ".. list-table::\n",
    ".. csv-table::\n   :delim: \u{4e00}\n",
    "\"",
    "\t",
    "\u{0}",
    "\u{4e00}",
    "\u{feff}",
    "\\",
    "   * - ",
];

#[test]
fn no_bytes_make_the_reader_panic() {
    let mut numbers = Numbers::new(1);
    for round in 0..100 {
        let rows = table(&mut numbers);
        for (name, write) in WRITERS {
            let mut bytes = write(&rows).into_bytes();
            for _ in 0..=round % 8 {
                let at = numbers.below(bytes.len() + 1);
                let piece = numbers.choose(&PIECES);
                match numbers.below(4) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.drain(at..(at + numbers.below(20)).min(bytes.len()))),
                    2 => bytes.splice(at..at, piece.bytes()).for_each(drop),
                    _ => bytes
                        .splice(at..(at + piece.len()).min(bytes.len()), piece.bytes())
                        .for_each(drop),
                }
            }
            let text = String::from_utf8_lossy(&bytes);
            // The formats take each other's pages, too: a wrong extension must not matter.
            for name in [name, "other.rst", "other.md", "other.html", ""] {
                let section = if round % 3 == 0 { Some("Errors") } else { None };
                let result = read(
                    &text,
                    &Options {
                        name,
                        section,
                        ..Options::default()
                    },
                );
                if let Err(errors) = result {
                    assert!(!errors.is_empty(), "a refusal says why");
                }
            }
        }
    }
}

#[test]
fn a_broken_grid_is_never_read_as_another_table() {
    let mut numbers = Numbers::new(7);
    for _ in 0..400 {
        let rows = table(&mut numbers);
        let text = grid(&rows);
        let borders: Vec<usize> = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| b"+-=|".contains(byte))
            .map(|(at, _)| at)
            .skip(1)
            .collect();
        let at = borders
            .get(numbers.below(borders.len()))
            .copied()
            .unwrap_or(1);
        let mut broken = text.clone();
        broken.replace_range(at..=at, numbers.choose(&[" ", "x", "-", "|", "+", ""]));
        let Ok(page) = read(
            &broken,
            &Options {
                name: "grid.rst",
                ..Options::default()
            },
        ) else {
            continue;
        };
        let codes = |rows: &[Row]| rows.iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(codes(&found(&page)), codes(&rows), "{broken}");
    }
}
