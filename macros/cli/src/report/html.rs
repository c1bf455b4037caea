//! Writes the page. It loads no other files, and works without its script.

use std::fmt::Write as _;

use super::matrix::{Cell, Column, Matrix, Row, State};
use crate::contract::Place;
use crate::document::Document;
use crate::screen::{count, inert};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

impl State {
    /// The CSS class of the cell, its sign and its text.
    fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            State::Complete => ("complete", "●", "complete"),
            State::Untested => ("untested", "◐", "no test provokes it"),
            State::Documented => ("documented", "○", "documented only"),
            State::Undocumented => ("undocumented", "!", "not documented"),
        }
    }
}

const STATES: [State; 4] = [
    State::Complete,
    State::Untested,
    State::Documented,
    State::Undocumented,
];

/// Returns the page. `base` is the URL of a place in the source, with `{file}` and `{line}`.
pub(super) fn page(matrix: &Matrix<'_>, document: &Document, base: Option<&str>) -> String {
    let name = text(&document.name);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <title>{name}: status codes</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    );
    head(matrix, &name, &mut out);
    table(matrix, base, &mut out);
    out.push_str(
        "<p id=\"none\" hidden>Nothing matches the search. <button type=\"button\" id=\"reset\">Show everything</button></p>\n\
         <dialog id=\"details\" aria-labelledby=\"details-title\"><h2 id=\"details-title\"></h2><div id=\"details-body\"></div>\
         <form method=\"dialog\"><button autofocus>Close</button></form></dialog>\n</main>\n<script>\n",
    );
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out
}

fn head(matrix: &Matrix<'_>, name: &str, out: &mut String) {
    let _ = write!(
        out,
        "<header>\n<h1><bdi>{name}</bdi></h1>\n<p class=\"sum\">{}, {}</p>\n<ul class=\"legend\">\n",
        count(matrix.rows.len(), "operation"),
        count(matrix.columns.len(), "status"),
    );
    // Without a file from the tests, it is not known which statuses are untested.
    let states = STATES
        .into_iter()
        .filter(|state| matrix.knows_seen || *state != State::Untested);
    for state in states {
        let (class, sign, meaning) = state.parts();
        let meaning = match (state, matrix.knows_sent, matrix.knows_seen) {
            (State::Complete, _, true) => "documented, can be sent, exercised by tests",
            (State::Complete, _, false) => "documented and can be sent",
            (State::Documented, true, _) => "documented, and nothing in the code sends it",
            _ => meaning,
        };
        let many = matrix.count(state);
        let is_possible = matrix.knows_sent || matrix.knows_seen || state == State::Documented;
        if is_possible {
            let _ = writeln!(
                out,
                "<li><span class=\"sign {class}\" aria-hidden=\"true\">{sign}</span> {meaning}: <b>{many}</b></li>"
            );
        }
    }
    out.push_str("</ul>\n");
    for (is_known, missing) in [
        (
            matrix.knows_sent,
            "What the code can send is not known: no <code>--contract</code> file was given.",
        ),
        (
            matrix.knows_seen,
            "What the tests exercised is not known: no <code>--exercised</code> file was given.",
        ),
    ] {
        if !is_known {
            let _ = writeln!(out, "<p class=\"unknown\">{missing}</p>");
        }
    }
    out.push_str(
        "</header>\n<main>\n<div class=\"tools\" role=\"search\">\n\
         <label>Search <input type=\"search\" id=\"search\" placeholder=\"path, status or code\" autocomplete=\"off\"></label>\n\
         <label>Show <select id=\"show\"><option value=\"\">everything</option>",
    );
    for state in STATES.into_iter().filter(|state| matrix.count(*state) > 0) {
        let (class, _, meaning) = state.parts();
        let _ = write!(out, "<option value=\"{class}\">{meaning}</option>");
    }
    out.push_str(
        "</select></label>\n<label>Sort <select id=\"sort\"><option value=\"\">as documented</option><option value=\"name\">by name</option><option value=\"look\">what needs a look first</option></select></label>\n<p id=\"shown\" role=\"status\" aria-live=\"polite\"></p>\n</div>\n",
    );
}

fn table(matrix: &Matrix<'_>, base: Option<&str>, out: &mut String) {
    out.push_str(
        "<div class=\"scroll\" tabindex=\"-1\">\n<table>\n<caption>Operations and their statuses</caption>\n<thead><tr>\
         <th scope=\"col\" aria-sort=\"none\"><button type=\"button\" class=\"sort\">Operation</button></th>",
    );
    for column in &matrix.columns {
        let _ = write!(
            out,
            "<th scope=\"col\" class=\"class{}\" aria-sort=\"none\"><button type=\"button\" class=\"sort\">{}</button></th>",
            class(*column),
            column.shown()
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &matrix.rows {
        let name = shown(row);
        let place = row.place.map_or_else(
            || "<span class=\"place\">the document does not name it</span>".to_owned(),
            |Place { file, position }| {
                format!(
                    "<span class=\"place\">{}</span>",
                    place(file, u64::from(position.line), base)
                )
            },
        );
        // A long path is broken between its segments.
        let shown = name.replace('/', "/<wbr>");
        let _ = write!(out, "<tr><th scope=\"row\"><bdi>{shown}</bdi> {place}</th>");
        for column in &matrix.columns {
            match row.cells.get(column) {
                Some(cell) => self::cell(*column, cell, matrix, base, &name, out),
                None => out.push_str("<td class=\"empty\"></td>"),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// A cell: a button with its sign, and what it shows when it is pressed.
fn cell(
    column: Column,
    cell: &Cell<'_>,
    matrix: &Matrix<'_>,
    base: Option<&str>,
    operation: &str,
    out: &mut String,
) {
    let (class, sign, meaning) = cell.state(matrix).parts();
    let code = column.shown();
    let _ = write!(
        out,
        "<td data-state=\"{class}\"><button type=\"button\" class=\"cell {class}\" tabindex=\"-1\" aria-label=\"{operation}, {code}: {meaning}\">\
         <span class=\"code\">{code}</span><span class=\"sign\" aria-hidden=\"true\">{sign}</span></button><div class=\"facts\" hidden>"
    );
    if let Some(row) = cell.documented {
        for said in &row.texts {
            let _ = write!(out, "<p><bdi>{}</bdi></p>", text(said));
        }
        let by = row.codes.shown();
        let by = if by == code {
            String::new()
        } else {
            format!(" by <code>{by}</code>")
        };
        let _ = write!(
            out,
            "<dl><dt>documented{by}</dt><dd>{}</dd>",
            place(row.place.file, u64::from(row.place.position.line), base)
        );
    } else {
        out.push_str("<dl><dt>documented</dt><dd>no</dd>");
    }
    if let Some(sent) = &cell.sent {
        for (name, file, line) in &sent.sources {
            let _ = write!(
                out,
                "<dt>sent by <code>{}</code></dt><dd>{}</dd>",
                text(name),
                place(file, *line, base)
            );
        }
        if sent.sources.is_empty() {
            out.push_str("<dt>can be sent</dt><dd>yes</dd>");
        }
        if !sent.codes.is_empty() {
            let codes: Vec<String> = sent
                .codes
                .iter()
                .map(|code| format!("<code>{}</code>", text(code)))
                .collect();
            let _ = write!(out, "<dt>service codes</dt><dd>{}</dd>", codes.join(", "));
        }
    } else if matrix.knows_sent {
        out.push_str("<dt>can be sent</dt><dd>no type or handler declares it</dd>");
    }
    if matrix.knows_seen {
        let seen = match cell.seen {
            0 => "never".to_owned(),
            1 => "once".to_owned(),
            many => format!("{many} times"),
        };
        let _ = write!(out, "<dt>exercised by tests</dt><dd>{seen}</dd>");
    }
    out.push_str("</dl></div></td>");
}

fn shown(row: &Row<'_>) -> String {
    if row.name.is_empty() {
        "whole service".to_owned()
    } else {
        text(&row.name)
    }
}

/// The first digit of the column's statuses, for its CSS class; empty for `default`.
fn class(column: Column) -> String {
    match column {
        Column::Code(code) | Column::Range(code, _) => (code / 100).to_string(),
        Column::Default => String::new(),
    }
}

/// `docs/api.yaml:12`, as a link if there is a base URL.
fn place(file: &str, line: u64, base: Option<&str>) -> String {
    let shown = format!("{}:{line}", text(file));
    let Some(base) = base else {
        return format!("<code>{shown}</code>");
    };
    let target = base
        .replace("{file}", &encoded(file))
        .replace("{line}", &line.to_string());
    format!("<a href=\"{}\"><code>{shown}</code></a>", text(&target))
}

/// Encodes a path for a URL (RFC 3986 §3.3).
fn encoded(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Escapes a text, so that it has no markup and no characters that change the direction of text.
fn text(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    for character in inert(&words.join(" ")).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
