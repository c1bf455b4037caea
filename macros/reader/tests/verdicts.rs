//! Small documents and what the reader says of each, to the letter: rows, notes and columns, or the refusal.
//!
//! A file of `verdicts/` is an area. In it, a case is its rule, its document, and what is said of it:
//!
//! ```text
//! @@ a cell that is empty inherits the code above
//! @ page.md
//! | Code | Meaning |
//! ...
//! @ says
//! 3:3 404 `` `Gone`
//! ```
//!
//! Behind the name of a document may stand the section that is asked for, columns as `status=Code description=Meaning`, or the
//! filters of operations. Instead of a document, `@ cells` has a code cell in each line, `@ tables` a table of Markdown whose
//! lines are parted by `//`, and `@ texts page.md` the description of a row; what is said of each follows `⇒`. `⟦9⟧` is the character of that hexadecimal number, `⟦⟧` takes the line end after it away.
//!
//! `BLESS=1 cargo test -p statusbook-reader --all-features --test verdicts` writes what is said anew. Read it then: a rule and
//! its verdict must agree.

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::{error_codes, notes, rows};
use statusbook_reader::{Columns, DocError, Options, Page, read};

macro_rules! areas {
    ($($(#[$cfg:meta])* $area:ident)*) => {
        $($(#[$cfg])* #[test] fn $area() {
            check(stringify!($area), include_str!(concat!("verdicts/", stringify!($area), ".txt")));
        })*

        const AREAS: &[&str] = &[$(stringify!($area)),*];
    };
}

areas! {
    code_cells
    service_codes
    formats
    html
    markdown_blocks
    markdown_inline
    pipe_tables
    rst
    sections
    status_columns
    text_columns
    #[cfg(feature = "openapi")]
    openapi
}

#[test]
fn every_area_is_checked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let area = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("");
        assert!(AREAS.contains(&area), "{area}");
    }
}

fn check(area: &str, recorded: &str) {
    let mut said = String::new();
    let mut wrong = String::new();
    for case in recorded
        .split_inclusive('\n')
        .collect::<Vec<_>>()
        .chunk_by(|_, line| !line.starts_with("@@ "))
    {
        let (recorded, now) = (case.concat(), judged(case));
        if now != recorded {
            let _ = writeln!(wrong, "recorded:\n{recorded}now:\n{now}");
        }
        said.push_str(&now);
    }
    if std::env::var_os("BLESS").is_some() {
        let path = format!("{}/tests/verdicts/{area}.txt", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, said).unwrap();
    } else {
        assert!(wrong.is_empty(), "{area}\n{wrong}");
    }
}

/// A case with what is said of it now.
fn judged(case: &[&str]) -> String {
    let [rule, kind, rest @ ..] = case else {
        panic!("no case: {case:?}");
    };
    let head = format!("{rule}{kind}");
    let kind = kind.strip_prefix("@ ").unwrap().trim_end();
    let lines = |judge: &dyn Fn(&str) -> String| {
        rest.iter().fold(head.clone(), |mut out, line| {
            let input = line.split('⇒').next().unwrap_or("").trim();
            let said = if input.is_empty() {
                String::new()
            } else {
                format!("{input} ⇒ {}", judge(&plain(input)))
            };
            let _ = writeln!(out, "{}", said.trim_end());
            out
        })
    };
    match kind.split_once(' ').unwrap_or((kind, "")) {
        ("cells", _) => lines(&|cell| {
            let said = table(&format!(
                "Status code | Meaning // 404 | away // {cell} | so"
            ));
            let own = said.strip_prefix("404 `` `away` / ");
            own.unwrap_or(&said).to_owned()
        }),
        ("tables", _) => lines(&table),
        ("texts", name) => lines(&|text| described(name, text)),
        (name, section) => {
            let end = rest
                .iter()
                .position(|line| *line == "@ says\n")
                .unwrap_or(rest.len());
            let written = rest[..end].concat();
            let section = Some(section).filter(|section| !section.is_empty());
            format!(
                "{head}{written}@ says\n{}\n",
                whole(name, section, &plain(&written))
            )
        }
    }
}

/// A text with the characters that a file would not show.
fn plain(text: &str) -> String {
    let mut parts = text.split('⟦');
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (number, rest) = part.split_once('⟧').unwrap();
        match u32::from_str_radix(number, 16) {
            Ok(number) => {
                out.extend(char::from_u32(number));
                out.push_str(rest);
            }
            Err(_) => out.push_str(rest.strip_prefix('\n').unwrap_or(rest)),
        }
    }
    out
}

/// Reads a page, where `status=Code reason=… description=…,…` names columns instead of a section.
fn page(name: &str, section: Option<&str>, text: &str) -> Result<Page, Vec<DocError>> {
    let value = |key: &str| {
        let mut pairs = section.into_iter().flat_map(|text| text.split(' '));
        pairs.find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    };
    let description: Vec<&str> = value("description")
        .into_iter()
        .flat_map(|names| names.split(','))
        .collect();
    let columns = value("status").map(|status| Columns {
        status,
        reason: value("reason"),
        description: &description,
    });
    let section = section.filter(|_| columns.is_none());
    read(
        text,
        &Options {
            name,
            section,
            columns,
        },
    )
}

/// The refusals in a line, without what they advise.
fn refused(errors: &[DocError]) -> String {
    let errors = errors.iter().map(ToString::to_string);
    let errors: Vec<String> = errors
        .map(|error| error.split("; ").next().unwrap_or("").to_owned())
        .collect();
    format!("REFUSED {}", errors.join(" / "))
}

/// What is said of a table that is written in a line.
fn table(line: &str) -> String {
    let mut lines = line.split("//").map(str::trim);
    let header = lines.next().unwrap_or("");
    let mut text = format!(
        "| {header} |\n|{}\n",
        "---|".repeat(header.matches('|').count() + 1)
    );
    for row in lines {
        let _ = writeln!(text, "| {row} |");
    }
    match page("page.md", None, &text) {
        Ok(page) => {
            let without_place = |row: String| {
                row.split_once(' ')
                    .map_or(String::new(), |(_, row)| row.to_owned())
            };
            let rows = rows(&page)
                .into_iter()
                .chain(error_codes(&page))
                .map(without_place);
            let notes = notes(&page).into_iter().map(|note| format!("NOTE {note}"));
            rows.chain(notes).collect::<Vec<_>>().join(" / ")
        }
        Err(errors) => refused(&errors),
    }
}

/// What the text of a description is read as.
fn described(name: &str, text: &str) -> String {
    let document = match name.rsplit('.').next() {
        Some("html") => {
            format!("<table><tr><th>Status code<th>Description<tr><td>404<td>{text}</table>")
        }
        Some("rst") => format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Status code\n     - Description\n   * - 404\n     - {}\n",
            text.replace('\n', "\n       ")
        ),
        _ => format!("| Status code | Description |\n|---|---|\n| 404 | {text} |\n"),
    };
    match page(name, None, &document) {
        Ok(page) => {
            let described = page
                .statuses
                .iter()
                .map(|row| format!("`{}`", row.description));
            let notes = notes(&page).into_iter().map(|note| format!("NOTE {note}"));
            described.chain(notes).collect::<Vec<_>>().join(" / ")
        }
        Err(errors) => refused(&errors),
    }
}

/// All that is said of a document.
fn whole(name: &str, section: Option<&str>, text: &str) -> String {
    #[cfg(feature = "openapi")]
    if statusbook_reader::source::is_openapi(name) {
        return api(name, section, text);
    }
    let mut out = String::new();
    match page(name, section, text) {
        Ok(page) => {
            for row in rows(&page).into_iter().chain(error_codes(&page)) {
                let _ = writeln!(out, "{row}");
            }
            for endpoint in &page.endpoints {
                let rows = endpoint.statuses.len();
                let _ = writeln!(
                    out,
                    "ENDPOINT {} {} {} {rows}",
                    endpoint.position,
                    endpoint.route(),
                    endpoint.name
                );
            }
            for note in notes(&page) {
                let _ = writeln!(out, "NOTE {note}");
            }
            for table in &page.tables {
                let columns: Vec<String> = table
                    .columns
                    .iter()
                    .map(|column| format!("{:?} {:?}", column.heading, column.role))
                    .collect();
                let _ = writeln!(out, "TABLE {} {}", table.position, columns.join(", "));
            }
        }
        Err(errors) => {
            for error in errors {
                let _ = writeln!(out, "REFUSED {error}");
            }
        }
    }
    out
}

/// All that is said of an OpenAPI document.
#[cfg(feature = "openapi")]
fn api(name: &str, filters: Option<&str>, text: &str) -> String {
    use statusbook_reader::openapi::{self, Options, Policy};

    let filters: Vec<&str> = filters.iter().flat_map(|text| text.split(", ")).collect();
    let options = Options {
        name,
        default: Policy::Document,
        operations: &filters,
        ..Options::default()
    };
    let mut out = String::new();
    match openapi::read(text, &options, &mut |_| Err("there is none".to_owned())) {
        Ok(api) => {
            let _ = writeln!(out, "API {:?} {:?}", api.title, api.version);
            for operation in &api.operations {
                let _ = writeln!(
                    out,
                    "{} {} {} {:?} {:?}",
                    operation.position,
                    operation.route(),
                    operation.name,
                    operation.summary,
                    operation.tags
                );
                for (row, _) in operation.rows() {
                    let _ = writeln!(
                        out,
                        "  documents {:?} {:?} {:?}",
                        row.codes, row.methods, row.description
                    );
                }
                for response in operation.responses.iter() {
                    let _ = writeln!(
                        out,
                        "  {} {} {:?}",
                        response.position, response.key, response.description
                    );
                }
            }
        }
        Err(refusal) => {
            let _ = writeln!(out, "REFUSED {refusal}");
        }
    }
    out
}
