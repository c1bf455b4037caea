//! Documented text as rustdoc: escaped, so that nothing in it is read as markup.

use super::contents::{Contents, Entry};
use crate::names;

/// The whole table, for the documentation of its module.
pub(crate) fn table(document: &str, contents: &Contents) -> String {
    let mut text =
        format!("\n\nDocumented in `{document}`:\n\n| status | | description |\n|---|---|---|\n");
    for entry in &contents.entries {
        let codes = codes(entry);
        let reason = escape(&entry.reason);
        let descriptions: Vec<String> =
            entry.descriptions.iter().map(|text| escape(text)).collect();
        text.push_str(&format!(
            "| {codes} | {reason} | {} |\n",
            descriptions.join("<br>")
        ));
    }
    if !contents.error_codes.is_empty() {
        text.push_str("\n| error code | status | message |\n|---|---|---|\n");
    }
    for code in &contents.error_codes {
        let statuses: Vec<String> = code.statuses.iter().map(u16::to_string).collect();
        let (name, message) = (escape(&code.code), escape(&code.message));
        text.push_str(&format!(
            "| {name} | {} | {message} |\n",
            statuses.join(", ")
        ));
    }
    text
}

/// The documentation of a status's constant.
pub(crate) fn status(document: &str, entry: &Entry) -> String {
    let reason = if entry.reason.is_empty() {
        String::new()
    } else {
        format!(" {}", escape(&entry.reason))
    };
    let mut text = format!("`{}`{reason}", entry.range().0);
    for description in &entry.descriptions {
        text.push_str(&format!("\n\n{}", escape(description)));
    }
    let document = entry.document.as_deref().unwrap_or(document);
    text.push_str(&format!("\n\n`{document}`, line {}", entry.line));
    text
}

/// `404`, or `400-499` as a link target cannot be a range.
fn codes(entry: &Entry) -> String {
    match entry.range() {
        (first, last) if first == last => match names::names(first).first() {
            Some(name) => format!("[`{first}`](self::{name})"),
            None => first.to_string(),
        },
        (first, last) => format!("{first}-{last}"),
    }
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
