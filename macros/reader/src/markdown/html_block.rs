//! Where HTML begins and ends within Markdown (CommonMark §4.6 and §6.6).

use crate::{
    html::tag::{Element, HTML_BLOCK, Tag},
    text::{starts_with, starts_with_any},
};

/// What ends an HTML block.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// The first line that contains one of these.
    Mark(&'static [&'static str]),
    /// The first blank line.
    Blank,
}

/// The end tags of elements with raw content. Any of them ends one.
const RAW_ENDS: &[&str] = &["</pre>", "</script>", "</style>", "</textarea>"];

/// The end of the HTML block that a line begins.
pub(super) fn begins(content: &str, in_paragraph: bool) -> Option<End> {
    let rest = content.strip_prefix('<')?;
    for (start, end) in [
        ("!--", &["-->"] as &[&str]),
        ("?", &["?>"]),
        ("![CDATA[", &["]]>"]),
    ] {
        if rest.starts_with(start) {
            return Some(End::Mark(end));
        }
    }
    if rest
        .strip_prefix('!')
        .is_some_and(|rest| starts_with(rest, |c| c.is_ascii_alphabetic()))
    {
        return Some(End::Mark(&[">"]));
    }
    let after = rest.strip_prefix('/').unwrap_or(rest);
    let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let tag = Tag::new(after.get(..length)?);
    let behind = after.get(length..)?;
    let is_raw = matches!(
        tag.element,
        Element::Pre | Element::Script | Element::Style | Element::Textarea
    );
    let ends = behind.is_empty() || starts_with_any(behind, " \t\r>");
    if is_raw && after.len() == rest.len() && ends {
        return Some(End::Mark(RAW_ENDS));
    }
    if !is_raw && tag.is(HTML_BLOCK) && (ends || behind.starts_with("/>")) {
        return Some(End::Blank);
    }
    let is_alone = || {
        tag_length(content)
            .and_then(|length| content.get(length..))
            .is_some_and(|rest| rest.trim().is_empty())
    };
    (!in_paragraph && !is_raw && is_alone()).then_some(End::Blank)
}

/// The length of the tag, comment or declaration that a text begins with.
pub(super) fn inline(text: &str) -> Option<usize> {
    let through = |from: usize, mark: &str| Some(from + text.get(from..)?.find(mark)? + mark.len());
    match text.get(1..)? {
        rest if rest.starts_with("!--") => ["<!-->", "<!--->"]
            .iter()
            .find(|short| text.starts_with(**short))
            .map(|short| short.len())
            .or_else(|| through(4, "-->")),
        rest if rest.starts_with("![CDATA[") => through(9, "]]>"),
        rest if rest.starts_with('?') => through(2, "?>"),
        rest => match rest.strip_prefix('!') {
            Some(name) if starts_with(name, |c| c.is_ascii_alphabetic()) => through(2, ">"),
            Some(_) => None,
            None => tag_length(text),
        },
    }
}

/// The length of the open or closing tag that a text begins with.
fn tag_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is = |at: usize, test: fn(&u8) -> bool| bytes.get(at).is_some_and(test);
    let many = |at: usize, test: fn(&u8) -> bool| {
        at + bytes.iter().skip(at).take_while(|byte| test(byte)).count()
    };
    let spaces = |at: usize| many(at, u8::is_ascii_whitespace);
    let name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    if bytes.first() != Some(&b'<') {
        return None;
    }
    let closing = bytes.get(1) == Some(&b'/');
    let mut at = 1 + usize::from(closing);
    if !is(at, u8::is_ascii_alphabetic) {
        return None;
    }
    at = many(at, name);
    if closing {
        at = spaces(at);
        return is(at, |byte| *byte == b'>').then_some(at + 1);
    }
    loop {
        let next = spaces(at);
        if !is(next, |byte| {
            byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':')
        }) || next == at
        {
            at = next;
            break;
        }
        at = many(next, |byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'-')
        });
        let equals = spaces(at);
        if !is(equals, |byte| *byte == b'=') {
            continue;
        }
        let value = spaces(equals + 1);
        at = match bytes.get(value)? {
            quote @ (b'"' | b'\'') => {
                let length = bytes
                    .iter()
                    .skip(value + 1)
                    .position(|byte| byte == quote)?;
                value + 1 + length + 1
            }
            _ => many(value, |byte| {
                !byte.is_ascii_whitespace()
                    && !matches!(byte, b'"' | b'\'' | b'=' | b'<' | b'>' | b'`')
            }),
        };
        if at == value {
            return None;
        }
    }
    at += usize::from(is(at, |byte| *byte == b'/'));
    is(at, |byte| *byte == b'>').then_some(at + 1)
}
