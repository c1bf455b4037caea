//! Character references: numbers, and the names that documentation uses.

use crate::text::find_within;

/// Names beside `&name;`. The whole list has 2,231 names; a name that is not here stays as it is written.
const NAMES: [(&str, &str); 60] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("zwnj", ""),
    ("zwj", ""),
    ("shy", ""),
    ("ndash", "–"),
    ("mdash", "—"),
    ("minus", "−"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("lsaquo", "‹"),
    ("rsaquo", "›"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("deg", "°"),
    ("plusmn", "±"),
    ("times", "×"),
    ("divide", "÷"),
    ("le", "≤"),
    ("ge", "≥"),
    ("ne", "≠"),
    ("asymp", "≈"),
    ("larr", "←"),
    ("rarr", "→"),
    ("uarr", "↑"),
    ("darr", "↓"),
    ("harr", "↔"),
    ("rArr", "⇒"),
    ("para", "¶"),
    ("sect", "§"),
    ("dagger", "†"),
    ("Dagger", "‡"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("lbrace", "{"),
    ("rbrace", "}"),
    ("lcub", "{"),
    ("rcub", "}"),
    ("vert", "|"),
    ("lowbar", "_"),
    ("ast", "*"),
];

/// The longest reference that is looked for, in bytes.
const LONGEST: usize = 10;

/// Appends a text, its character references decoded.
pub(crate) fn decode_into(out: &mut String, mut text: &str) {
    while let Some((before, after)) = text.split_once('&') {
        out.push_str(before);
        if let Some((length, decoded)) = reference(after) {
            decoded.push_to(out);
            text = after.get(length..).unwrap_or("");
        } else {
            out.push('&');
            text = after;
        }
    }
    out.push_str(text);
}

enum Decoded {
    Character(char),
    Text(&'static str),
}

impl Decoded {
    fn push_to(&self, out: &mut String) {
        match self {
            Decoded::Character(character) => out.push(*character),
            Decoded::Text(text) => out.push_str(text),
        }
    }
}

/// The reference at the beginning of a text, after its `&`, and its length.
fn reference(text: &str) -> Option<(usize, Decoded)> {
    let end = find_within(text, b';', LONGEST)?;
    let name = text.get(..end)?;
    let decoded = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => usize::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        let character = char::from_u32(u32::try_from(code).ok()?)?;
        Decoded::Character(Some(character).filter(|character| *character != '\0')?)
    } else {
        Decoded::Text(NAMES.iter().find(|(known, _)| *known == name)?.1)
    };
    Some((end + 1, decoded))
}
