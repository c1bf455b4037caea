//! Replaces substitution references (`|name|`) by the texts that the document defines for them.

use super::inline;
use crate::{
    table::Document,
    text::{contains, fold, indent},
};

/// A name, and the text that it stands for.
type Definition = (String, String);

/// The maximal number of definitions, because each reference searches all of them.
const MOST_DEFINITIONS: usize = 1000;

/// Puts the defined texts into the cells, captions and headings that refer to them, and notes the names in cells that
/// are not defined.
pub(super) fn resolve(lines: &[&str], document: &mut Document) {
    let mut definitions = None;
    // A short name may stand for a long text a thousand times. So substitutions may at most double the page.
    let mut room = lines.iter().map(|line| line.len() + 1).sum();
    let mut resolved = |text: &mut String| {
        let mut undefined = None;
        if text.contains('|') {
            let definitions = definitions.get_or_insert_with(|| defined(lines));
            (*text, undefined) = substitute(text, definitions, &mut room);
        }
        if !text.is_ascii() && contains(text, |c| matches!(c, inline::BAR | inline::STRUCK)) {
            *text = text.replace(inline::BAR, "|").replace(inline::STRUCK, "");
        }
        undefined
    };
    for heading in &mut document.headings {
        resolved(&mut heading.text);
        resolved(&mut heading.below);
    }
    for table in &mut document.tables {
        resolved(&mut table.caption);
        for cell in &mut table.cells {
            cell.struck |= !cell.text.is_ascii() && cell.text.contains(inline::STRUCK);
            cell.undefined = resolved(&mut cell.text);
        }
    }
}

/// The definitions of a document: `.. |name| replace:: text`, with the lines that are indented below it.
fn defined(lines: &[&str]) -> Vec<Definition> {
    let mut definitions: Vec<Definition> = Vec::new();
    // The indentation of the definition that the next line may continue.
    let mut open = None;
    for line in lines {
        if open.is_some_and(|column| !line.trim().is_empty() && indent(line) > column) {
            if let Some((_, text)) = definitions.last_mut() {
                text.push(' ');
                text.push_str(line.trim());
            }
            continue;
        }
        open = None;
        let definition = line
            .trim_start()
            .strip_prefix(".. |")
            .and_then(|rest| rest.split_once('|'))
            .and_then(|(name, rest)| Some((name, rest.trim_start().strip_prefix("replace::")?)));
        if let Some((name, text)) = definition
            && definitions.len() < MOST_DEFINITIONS
        {
            definitions.push((fold(name), text.trim().to_owned()));
            open = Some(indent(line));
        }
    }
    definitions
}

/// The text that a name stands for. Like docutils, it searches for the exact name first, and then ignores case.
fn text_of<'a>(definitions: &'a [Definition], name: &str) -> Option<&'a str> {
    let mut similar = None;
    for (known, text) in definitions {
        if known == name {
            return Some(text);
        }
        if similar.is_none() && known.eq_ignore_ascii_case(name) {
            similar = Some(text.as_str());
        }
    }
    similar
}

/// A text with its references replaced, and the first name that is not defined.
fn substitute(
    text: &str,
    definitions: &[Definition],
    room: &mut usize,
) -> (String, Option<String>) {
    let mut out = String::with_capacity(text.len());
    let mut undefined = None;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('|') {
        out.push_str(before);
        let Some((name, behind)) = reference(&out, after) else {
            out.push('|');
            rest = after;
            continue;
        };
        let text = text_of(definitions, name);
        if let Some((text, left)) =
            text.and_then(|text| Some((text, room.checked_sub(text.len())?)))
        {
            *room = left;
            out.push_str(&inline::reduce(text));
        } else {
            undefined = undefined.or_else(|| Some(name.to_owned()));
            out.push('|');
            out.push_str(name);
            out.push('|');
        }
        rest = behind;
    }
    out.push_str(rest);
    (out, undefined)
}

/// The name of a reference whose first bar is between `before` and `after`, and the text after its second bar.
fn reference<'a>(before: &str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let (name, behind) = after.split_once('|')?;
    // The places where inline markup may begin and end (docutils, "inline markup recognition rules"). Bars within words,
    // between spaces and between quoted words are only bars.
    let before = before.chars().next_back().unwrap_or(' ');
    let next = behind.chars().next().unwrap_or(' ');
    let may_border = |c: char, marks: &str| {
        c.is_whitespace() || marks.contains(c) || !(c.is_ascii() || c.is_alphanumeric())
    };
    let is_quoted = ["''", "\"\"", "()", "[]", "{}", "<>"]
        .iter()
        .any(|pair| pair.starts_with(before) && name.starts_with(|first| pair.ends_with(first)));
    let is_name = name.trim() == name && contains(name, char::is_alphabetic);
    let stands_alone = may_border(before, "'\"([{<-/:") && may_border(next, "'\")]}>-/\\:.,;!?_");
    (is_name && stands_alone && !is_quoted).then_some((name, behind))
}
