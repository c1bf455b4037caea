//! Explicit markup (`.. name:: argument`), which may hold a table.

use crate::text::{indent, starts_with_any};

/// What a line that begins with `..` begins.
pub(super) enum Kind<'a> {
    /// `.. table:: caption`, whose content is a table in plain syntax.
    Table(&'a str),
    ListTable(&'a str),
    CsvTable(&'a str),
    /// `.. raw:: html`, whose content is HTML.
    RawHtml,
    /// Code, raw text for another format, or a comment. A table in it is not read.
    Verbatim,
    /// `.. include:: file`.
    Include(&'a str),
    /// Any other directive. Its content is read like the rest of the document.
    Other,
}

/// Directives whose content is not reStructuredText.
const VERBATIM: [&str; 16] = [
    "code",
    "code-block",
    "sourcecode",
    "parsed-literal",
    "literalinclude",
    "raw",
    "highlight",
    "math",
    "graphviz",
    "mermaid",
    "uml",
    "prompt",
    "comment",
    "productionlist",
    "doctest",
    "testcode",
];

/// Returns what begins at a line with `..`.
pub(super) fn kind(line: &str) -> Kind<'_> {
    let Some(rest) = line.strip_prefix("..") else {
        return Kind::Other;
    };
    if rest.trim().is_empty() {
        return Kind::Other;
    }
    let Some(rest) = rest.strip_prefix(' ') else {
        return Kind::Other;
    };
    let rest = rest.trim_start();
    if starts_with_any(rest, "_[|") {
        return Kind::Other;
    }
    let Some((name, argument)) = rest.split_once("::").filter(|(name, _)| is_name(name)) else {
        return Kind::Verbatim;
    };
    match name.trim_end().to_ascii_lowercase().as_str() {
        "table" => Kind::Table(argument.trim()),
        "list-table" => Kind::ListTable(argument.trim()),
        "csv-table" => Kind::CsvTable(argument.trim()),
        "raw" if argument.trim().eq_ignore_ascii_case("html") => Kind::RawHtml,
        "include" => Kind::Include(argument.trim()),
        name if VERBATIM.contains(&name) => Kind::Verbatim,
        _ => Kind::Other,
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '+'))
}

/// A directive's options and content.
pub(super) struct Block<'a> {
    /// The index of the directive's own line, and its column.
    pub(super) line: usize,
    pub(super) column: usize,
    /// `:name: value`, with the index of the line.
    options: Vec<(&'a str, &'a str, usize)>,
    /// The lines of the content with their indices, beginning with the first that is not blank.
    pub(super) content: Vec<(usize, &'a str)>,
    /// The index of the first line after the directive.
    pub(super) end: usize,
}

impl<'a> Block<'a> {
    /// Collects the lines that belong to the directive at a line.
    pub(super) fn new(lines: &[&'a str], line: usize, column: usize) -> Self {
        let mut end = line + 1;
        let belongs = |text: &&str| text.trim().is_empty() || indent(text) > column;
        while lines.get(end).is_some_and(belongs) {
            end += 1;
        }
        let mut options = Vec::new();
        let mut at = line + 1;
        // Options follow the directive's line directly; a caption may run over several lines first.
        while at < end {
            let text = lines.get(at).copied().unwrap_or("").trim();
            if text.is_empty() {
                break;
            }
            if let Some((name, value)) = text
                .strip_prefix(':')
                .and_then(|option| option.split_once(':'))
            {
                options.push((name, value.trim(), at));
            }
            at += 1;
        }
        while at < end && lines.get(at).is_some_and(|text| text.trim().is_empty()) {
            at += 1;
        }
        let mut content = Vec::with_capacity(end - at);
        for (index, text) in lines.iter().enumerate().take(end).skip(at) {
            content.push((index, *text));
        }
        Block {
            line,
            column,
            options,
            content,
            end,
        }
    }

    /// The value of an option.
    pub(super) fn option(&self, name: &str) -> Option<&'a str> {
        self.option_on_line(name).map(|(value, _)| value)
    }

    /// The value of an option, with the index of its line.
    pub(super) fn option_on_line(&self, name: &str) -> Option<(&'a str, usize)> {
        self.options
            .iter()
            .find(|(key, ..)| *key == name)
            .map(|(_, value, line)| (*value, *line))
    }
}
