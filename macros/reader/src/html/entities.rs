//! Character references: numbers, and all names of HTML.

/// Every name in HTML, sorted, one on each line: the name, a `!` if its semicolon may be missing, and its characters as
/// hexadecimal numbers. Generated from the list of the WHATWG; a test compares it with `html5ever`.
const NAMES: &str = include_str!("entities.txt");

/// The length of the longest name in bytes, and of the longest one whose semicolon may be missing.
const LONGEST: usize = 31;
const LONGEST_BARE: usize = 6;

/// The rules for references in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// The semicolon of an old name may be missing.
    Html,
    /// Every reference ends with a semicolon.
    Markdown,
}

/// Appends a text with its character references decoded.
pub(crate) fn decode_into(out: &mut String, mut text: &str, dialect: Dialect) {
    while let Some((before, after)) = text.split_once('&') {
        out.push_str(before);
        let length = match after.strip_prefix('#') {
            Some(number) => numeric(out, number, dialect).map(|length| length + 1),
            None => named(out, after, dialect),
        };
        if length.is_none() {
            out.push('&');
        }
        text = after.get(length.unwrap_or(0)..).unwrap_or("");
    }
    out.push_str(text);
}

/// Decodes the number after `&#`. Returns its length too.
fn numeric(out: &mut String, text: &str, dialect: Dialect) -> Option<usize> {
    let hexadecimal = text.strip_prefix(['x', 'X']);
    let (digits, radix, most) = match hexadecimal {
        Some(digits) => (digits, 16, 6),
        None => (text, 10, 7),
    };
    let count = digits
        .bytes()
        .take_while(|byte| char::from(*byte).is_digit(radix))
        .count();
    let end = usize::from(hexadecimal.is_some()) + count;
    let closed = text.as_bytes().get(end) == Some(&b';');
    if count == 0 || (dialect == Dialect::Markdown && (!closed || count > most)) {
        return None;
    }
    let code = u32::from_str_radix(digits.get(..count)?, radix).unwrap_or(u32::MAX);
    let code = match dialect {
        Dialect::Html => windows(code),
        Dialect::Markdown => code,
    };
    let shown = char::from_u32(code).filter(|character| *character != '\0');
    out.push(shown.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(end + usize::from(closed))
}

/// HTML reads the numbers of C1 controls as Windows-1252.
fn windows(code: u32) -> u32 {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let at = code
        .checked_sub(0x80)
        .and_then(|index| usize::try_from(index).ok());
    at.and_then(|index| FROM_80.chars().nth(index))
        .map_or(code, u32::from)
}

/// Decodes the name after `&`. Returns its length too.
fn named(out: &mut String, text: &str, dialect: Dialect) -> Option<usize> {
    let length = text
        .bytes()
        .take(LONGEST + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let name = text.get(..length)?;
    if text.as_bytes().get(length) == Some(&b';')
        && let Some((characters, _)) = find(name)
    {
        out.extend(characters);
        return Some(length + 1);
    }
    if dialect == Dialect::Markdown {
        return None;
    }
    for length in (2..=length.min(LONGEST_BARE)).rev() {
        if let Some((characters, true)) = text.get(..length).and_then(find) {
            out.extend(characters);
            return Some(length);
        }
    }
    None
}

/// The characters of a name, and whether the name is valid without a semicolon.
fn find(name: &str) -> Option<(impl Iterator<Item = char>, bool)> {
    let (mut from, mut to) = (0, NAMES.len());
    while from < to {
        let middle = from.midpoint(to);
        let start = NAMES.get(..middle)?.rfind('\n').map_or(0, |end| end + 1);
        let line = NAMES.get(start..)?.split('\n').next()?;
        let (known, codes) = line.split_once(' ')?;
        let bare = known.strip_suffix('!');
        match bare.unwrap_or(known).cmp(name) {
            std::cmp::Ordering::Less => from = start + line.len() + 1,
            std::cmp::Ordering::Greater => to = start,
            std::cmp::Ordering::Equal => {
                let characters = codes
                    .split('+')
                    .filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
                return Some((characters, bare.is_some()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Dialect, NAMES, decode_into};

    fn decoded(text: &str, dialect: Dialect) -> String {
        let mut out = String::new();
        decode_into(&mut out, text, dialect);
        out
    }

    #[test]
    fn every_name_is_found() {
        let mut names = 0;
        for line in NAMES.lines() {
            let (name, codes) = line.split_once(' ').unwrap();
            let bare = name.strip_suffix('!');
            names += 1 + usize::from(bare.is_some());
            let name = bare.unwrap_or(name);
            let code = |code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
            let shown: String = codes.split('+').map(code).collect();
            assert_eq!(
                decoded(&format!("a &{name}; b"), Dialect::Markdown),
                format!("a {shown} b")
            );
            assert_eq!(decoded(&format!("&{name};"), Dialect::Html), shown);
            if bare.is_some() {
                assert_eq!(
                    decoded(&format!("&{name} b"), Dialect::Html),
                    format!("{shown} b")
                );
                assert_eq!(
                    decoded(&format!("&{name} b"), Dialect::Markdown),
                    format!("&{name} b")
                );
            }
        }
        assert_eq!(names, 2231);
    }

    #[test]
    fn numbers_and_texts_that_are_not_references() {
        for (text, html, markdown) in [
            ("&#52;04", "404", "404"),
            ("&#x34;04", "404", "404"),
            ("&#128;", "€", "\u{80}"),
            ("&#0;", "\u{fffd}", "\u{fffd}"),
            ("&#xd800;", "\u{fffd}", "\u{fffd}"),
            ("&#x110000;", "\u{fffd}", "\u{fffd}"),
            ("&#99999999999;", "\u{fffd}", "&#99999999999;"),
            ("&#52 x", "4 x", "&#52 x"),
            ("&notit;", "¬it;", "&notit;"),
            ("&notin;", "∉", "∉"),
            ("R&D &;&x;", "R&D &;&x;", "R&D &;&x;"),
        ] {
            assert_eq!(decoded(text, Dialect::Html), html, "{text}");
            assert_eq!(decoded(text, Dialect::Markdown), markdown, "{text}");
        }
    }
}
