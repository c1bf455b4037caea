//! Text that a `const fn` can build.

const CAPACITY: usize = 4096;

/// Text that a `const fn` can build. A text that is too long is cut, with a mark.
pub(crate) struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
    cut: bool,
}

impl Message {
    pub(crate) const fn new() -> Self {
        Message {
            bytes: [0; CAPACITY],
            length: 0,
            cut: false,
        }
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match str::from_utf8(text) {
            Ok(text) => text,
            // Only whole strings are pushed, so that the bytes are UTF-8.
            Err(_) => "",
        }
    }

    /// Adds a text if it fits. Otherwise adds a mark, and nothing after it.
    ///
    /// The text may come from a document, and must not begin a line of its own. So characters with an effect on a
    /// terminal or an editor are replaced by spaces.
    pub(crate) const fn text(mut self, text: &str) -> Self {
        const CUT: &str = " …";
        if self.cut {
            return self;
        }
        let room = CAPACITY - CUT.len() - self.length;
        self.cut = text.len() > room;
        let bytes = if self.cut {
            CUT.as_bytes()
        } else {
            text.as_bytes()
        };
        let mut at = 0;
        while at < bytes.len() {
            let acting = acting(bytes, at);
            self.bytes[self.length] = if acting == 0 { bytes[at] } else { b' ' };
            self.length += 1;
            at += if acting == 0 { 1 } else { acting };
        }
        self
    }

    pub(crate) const fn code(self, code: &str) -> Self {
        self.text("`").text(code).text("`")
    }

    /// Adds a text as a URI spells it.
    pub(crate) const fn uri(mut self, text: &str) -> Self {
        let mut rest = text.as_bytes();
        while let Some((piece, after)) = crate::uri::next(rest) {
            self = self.text(piece.as_str());
            rest = after;
        }
        self
    }

    /// Adds the name of a header field as `http` names its constant: `WWW_AUTHENTICATE`.
    pub(crate) const fn constant(mut self, header: &str) -> Self {
        let mut rest = header.as_bytes();
        while let [letter, after @ ..] = rest {
            let letter = match *letter {
                b'-' => b'_',
                other => other.to_ascii_uppercase(),
            };
            // Names are short, and ASCII.
            if letter.is_ascii() && self.length < CAPACITY {
                self.bytes[self.length] = letter;
                self.length += 1;
            }
            rest = after;
        }
        self
    }

    /// Adds the module of an operation: `get_file` for `getFile`.
    pub(crate) const fn module(mut self, operation: &str) -> Self {
        let mut rest = operation.as_bytes();
        let mut after_small = false;
        while let [letter, after @ ..] = rest {
            if letter.is_ascii_uppercase() && after_small {
                self = self.text("_");
            }
            after_small = !letter.is_ascii_uppercase();
            // Names are short. Characters that are not ASCII are left out.
            if letter.is_ascii() && self.length < CAPACITY {
                self.bytes[self.length] = letter.to_ascii_lowercase();
                self.length += 1;
            }
            rest = after;
        }
        self
    }

    pub(crate) const fn number(self, number: u32) -> Self {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let message = if number >= 10 {
            self.number(number / 10)
        } else {
            self
        };
        message.text(DIGITS[(number % 10) as usize])
    }

    pub(crate) const fn status(self, code: u16) -> Self {
        self.text("`").number(code as u32).text("`")
    }

    /// Begins a line below the message: `documented: …`.
    pub(crate) const fn line(self, label: &str) -> Self {
        let mut message = self.text(" ");
        // The only line break of the message.
        if !message.cut {
            message.bytes[message.length - 1] = b'\n';
        }
        message.text("  ").text(label).text(": ")
    }
}

/// Returns the length of the character at `at` if it has an effect where a message is read: it breaks the line,
/// controls a terminal, or changes the direction of text (Unicode's `Bidi_Control`). Returns 0 for any other.
const fn acting(text: &[u8], at: usize) -> usize {
    const fn byte(text: &[u8], at: usize) -> u8 {
        if at < text.len() { text[at] } else { 0 }
    }
    match (byte(text, at), byte(text, at + 1), byte(text, at + 2)) {
        (0..=0x1f | 0x7f, _, _) => 1,
        // C1 controls, and the Arabic letter mark.
        (0xc2, 0x80..=0x9f, _) | (0xd8, 0x9c, _) => 2,
        // U+200E and U+200F, U+2028 to U+202E, U+2066 to U+2069.
        (0xe2, 0x80, 0x8e | 0x8f | 0xa8..=0xae) | (0xe2, 0x81, 0xa6..=0xa9) => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_writes_a_line_of_its_own() {
        for letter in '\0'..=char::MAX {
            let text = format!("a{letter}b");
            let message = Message::new().text(&text).line("table");
            let acts = letter.is_control()
                || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let expected = if acts { "a b" } else { &text };
            assert_eq!(
                message.as_str(),
                format!("{expected}\n  table: "),
                "{letter:?}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_cut_with_a_mark() {
        let long = "x".repeat(CAPACITY / 2);
        let message = Message::new().text(&long).text(&long).text("never seen");
        let text = message.as_str();
        assert!(text.starts_with(&long));
        assert!(text.ends_with('…'), "{}", &text[text.len() - 20..]);
    }
}
