//! Documented text as rustdoc: escaped, so that nothing in it is read as markup.

use std::fmt::Write as _;

use super::contents::{Contents, Entry, Operation};
use crate::names;

/// How many descriptions the documentation of a constant shows.
const SHOWN: usize = 5;

/// The whole table, for the documentation of its module; of an OpenAPI document, which operation documents what.
pub(crate) fn table(document: &str, contents: &Contents) -> String {
    let mut text = format!("\n\nDocumented in `{document}`:");
    if !contents.operations.is_empty() {
        return text + &operations(contents);
    }
    text.push_str(&rows(contents));
    if !contents.error_codes.is_empty() {
        text.push_str("\n| error code | status | message |\n|---|---|---|\n");
    }
    for code in &contents.error_codes {
        let statuses: Vec<String> = code.statuses.iter().map(u16::to_string).collect();
        let (name, message) = (escape(&code.code), escape(&code.message));
        line(&mut text, &[&name, &statuses.join(", "), &message]);
    }
    text
}

/// The documentation of an operation's module.
pub(crate) fn operation(document: &str, operation: &Operation) -> String {
    let summary = match operation.summary.as_str() {
        "" => String::new(),
        summary => format!("{}\n\n", escape(summary)),
    };
    let place = operation.document.as_deref().unwrap_or(document);
    let shown = operation.shown();
    format!("{summary}`{shown}`, `{place}`, line {}", operation.line) + &rows(&operation.contents)
}

/// The documentation of a status's constant.
pub(crate) fn status(document: &str, entry: &Entry) -> String {
    let mut text = format!("`{}`", entry.range().0);
    if !entry.reason.is_empty() {
        text = format!("{text} {}", escape(&entry.reason));
    }
    for description in entry.descriptions.iter().take(SHOWN) {
        text = format!("{text}\n\n{}", escape(description));
    }
    if let Some(more) = entry
        .descriptions
        .len()
        .checked_sub(SHOWN)
        .filter(|more| *more > 0)
    {
        text = format!("{text}\n\nand {more} more");
    }
    let document = entry.document.as_deref().unwrap_or(document);
    format!("{text}\n\n`{document}`, line {}", entry.line)
}

fn rows(contents: &Contents) -> String {
    let mut text = "\n\n| status | | description |\n|---|---|---|\n".to_owned();
    for entry in &contents.entries {
        let code = match entry.range() {
            (first, last) if first == last => match names::names(first).first() {
                Some(name) => format!("[`{first}`](self::{name})"),
                None => first.to_string(),
            },
            range => range_of(range),
        };
        let descriptions: Vec<String> =
            entry.descriptions.iter().map(|text| escape(text)).collect();
        line(
            &mut text,
            &[&code, &escape(&entry.reason), &descriptions.join("<br>")],
        );
    }
    text
}

fn operations(contents: &Contents) -> String {
    let mut text = "\n\n| operation | statuses |\n|---|---|\n".to_owned();
    for operation in &contents.operations {
        let codes = operation
            .contents
            .entries
            .iter()
            .map(|entry| range_of(entry.range()));
        let codes: Vec<String> = codes.collect();
        let name = format!("[{}](self::{})", escape(&operation.shown()), operation.name);
        line(&mut text, &[&name, &codes.join(" ")]);
    }
    text
}

/// `404`, or `400-499`.
fn range_of((first, last): (u16, u16)) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

/// A line of a table.
fn line(text: &mut String, cells: &[&str]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Text that markdown shows as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_is_read_as_markup() {
        assert_eq!(
            escape("a <b> [c] `d` | https://e"),
            r"a \<b\> \[c\] \`d\` \| https\:\/\/e"
        );
    }
}
