//! Writes valid JSON (RFC 8259) for any text, at run time and at compile time.

use super::Members;
use crate::text::listed;

/// Writes bytes into a buffer, or only counts them where it has none.
///
/// The same `const` functions write a body at compile time and at run time, so both say the same, byte for byte.
pub(crate) struct Writer<'b> {
    buffer: &'b mut [u8],
    length: usize,
    /// Whether to expect strings that need no escape.
    guessing: bool,
}

impl<'b> Writer<'b> {
    /// Counts, and writes nothing.
    pub(crate) const fn counting() -> Self {
        Writer {
            buffer: &mut [],
            length: 0,
            guessing: false,
        }
    }

    /// Counts as if no string needed an escape, without a look at them.
    pub(crate) const fn guessing() -> Self {
        Writer {
            guessing: true,
            ..Self::counting()
        }
    }

    /// Writes into `buffer`. What does not fit is only counted.
    pub(crate) const fn new(buffer: &'b mut [u8]) -> Self {
        Writer {
            buffer,
            length: 0,
            guessing: false,
        }
    }

    /// How many bytes were written or counted.
    pub(crate) const fn length(&self) -> usize {
        self.length
    }

    /// Writes text as it is.
    pub(crate) const fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Writes a number of three digits, as every status code is.
    pub(crate) const fn code(&mut self, code: u16) {
        self.bytes(&digits(code));
    }

    /// Writes a JSON string (RFC 8259 §7).
    pub(crate) const fn string(&mut self, text: &str) {
        if self.guessing {
            self.length += text.len() + "\"\"".len();
            return;
        }
        self.text("\"");
        let mut rest = text.as_bytes();
        loop {
            let (clean, special) = rest.split_at(clean_length(rest));
            self.bytes(clean);
            let Some((&byte, after)) = special.split_first() else {
                break;
            };
            self.escape(byte);
            rest = after;
        }
        self.text("\"");
    }

    const fn escape(&mut self, byte: u8) {
        match byte {
            b'"' => self.text("\\\""),
            b'\\' => self.text("\\\\"),
            b'\n' => self.text("\\n"),
            b'\r' => self.text("\\r"),
            b'\t' => self.text("\\t"),
            0x08 => self.text("\\b"),
            0x0c => self.text("\\f"),
            _ => {
                self.text("\\u00");
                self.bytes(&[hexadecimal(byte >> 4), hexadecimal(byte & 0xf)]);
            }
        }
    }

    const fn bytes(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        if end <= self.buffer.len() {
            let (_, free) = self.buffer.split_at_mut(self.length);
            let (place, _) = free.split_at_mut(bytes.len());
            place.copy_from_slice(bytes);
        }
        self.length = end;
    }
}

/// Further members of an object, whose values are JSON already. Those that the object has itself are left out.
pub(super) const fn members(writer: &mut Writer<'_>, members: &Members, own: &[&str]) {
    let mut rest = members.as_slice();
    while let Some(((name, json), after)) = rest.split_first() {
        if !listed(own, name) {
            writer.text(",");
            writer.string(name);
            writer.text(":");
            writer.text(json.as_str());
        }
        rest = after;
    }
}

/// The three digits of a status code, as ASCII.
pub(crate) const fn digits(code: u16) -> [u8; 3] {
    [digit(code / 100), digit(code / 10), digit(code)]
}

#[allow(clippy::cast_possible_truncation, reason = "a digit is below 10")]
const fn digit(number: u16) -> u8 {
    b'0' + (number % 10) as u8
}

const fn hexadecimal(nibble: u8) -> u8 {
    match nibble {
        0..=9 => b'0' + nibble,
        _ => b'a' + nibble - 10,
    }
}

/// Returns the number of bytes at the start that need no escape.
const fn clean_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    // Eight bytes at a time: the compiler's own interpreter runs this for every fixed text.
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        if has_special(u64::from_le_bytes(*word)) {
            break;
        }
        rest = after;
    }
    while let Some((&byte, after)) = rest.split_first() {
        if byte < 0x20 || byte == b'"' || byte == b'\\' {
            break;
        }
        rest = after;
    }
    bytes.len() - rest.len()
}

/// Whether one of eight bytes needs an escape. It may return `true` where none does.
const fn has_special(word: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    /// Returns a word with a high bit for each byte below `limit`.
    const fn below(word: u64, limit: u64) -> u64 {
        word.wrapping_sub(ONES * limit) & !word & HIGH
    }
    let quote = below(word ^ (ONES * b'"' as u64), 1);
    let backslash = below(word ^ (ONES * b'\\' as u64), 1);
    below(word, 0x20) | quote | backslash != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_needs_it_is_escaped() {
        // Miri is slow.
        let last = if cfg!(miri) { 0x7f } else { 0x2ff };
        for character in (0..=last)
            .chain(0x1_f600..0x1_f610)
            .filter_map(char::from_u32)
        {
            // At every place of a word of eight bytes.
            for before in 0..10 {
                let text = format!("{}{character}{character}12345678", "x".repeat(before));
                assert_eq!(written(&text), expected(&text), "{text:?}");
            }
        }
    }

    fn written(text: &str) -> String {
        let mut counter = Writer::counting();
        counter.string(text);
        let mut bytes = vec![0; counter.length()];
        let mut writer = Writer::new(&mut bytes);
        writer.string(text);
        assert_eq!(writer.length(), counter.length());
        String::from_utf8(bytes).unwrap()
    }

    /// The table of RFC 8259 §7, character by character.
    fn expected(text: &str) -> String {
        let escaped: String = text
            .chars()
            .map(|character| match character {
                '"' => r#"\""#.to_owned(),
                '\\' => r"\\".to_owned(),
                '\u{8}' => r"\b".to_owned(),
                '\u{c}' => r"\f".to_owned(),
                '\n' => r"\n".to_owned(),
                '\r' => r"\r".to_owned(),
                '\t' => r"\t".to_owned(),
                '\0'..='\x1f' => format!(r"\u{:04x}", character as u32),
                _ => character.to_string(),
            })
            .collect();
        format!("\"{escaped}\"")
    }
}
