//! One log event for each error response (feature `tracing`, target `statusbook`), with everything that the client
//! does not see.

#[cfg(feature = "tracing")]
use std::{error::Error, fmt};

use http::HeaderName;

use crate::error::ApiError;
use crate::status::Status;

/// The response of an error: `ERROR` with the message and its sources for a 5xx, `DEBUG` for anything else.
#[cfg(feature = "tracing")]
pub(crate) fn responded<E: ApiError + ?Sized>(status: Status, error: &E) {
    let code = error.error_code();
    let sources = error
        .source()
        .map(|first| tracing::field::display(Sources(first)));
    let (message, shown) = (Shown(error), Shown(&status));
    if status.is_server_error() {
        tracing::error!(target: "statusbook", status = status.code(), code, error = %message, sources, "responded with {shown}");
    } else {
        tracing::debug!(target: "statusbook", status = status.code(), code, error = %message, sources, "responded with {shown}");
    }
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn responded<E: ApiError + ?Sized>(_: Status, _: &E) {}

/// A status without an error.
#[cfg(feature = "tracing")]
pub(crate) fn responded_with(status: Status) {
    if status.is_server_error() {
        tracing::error!(target: "statusbook", status = status.code(), "responded with {}", Shown(&status));
    } else if status.is_client_error() {
        tracing::debug!(target: "statusbook", status = status.code(), "responded with {}", Shown(&status));
    }
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn responded_with(_: Status) {}

/// The value is not valid. It is not repeated here: logs are read line by line too.
pub(crate) fn header_left_out(name: &HeaderName) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "statusbook", header = %name, "left out a header whose value is not visible ASCII");
    #[cfg(not(feature = "tracing"))]
    let _ = name;
}

/// The map took no more fields.
pub(crate) fn headers_full() {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "statusbook", "left out a header: the response has too many");
}

/// The `Display` of a value failed.
pub(crate) fn text_left_out() {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "statusbook", "left out a text whose `Display` failed");
}

/// The body has a member of this name.
pub(crate) fn member_taken(name: &str) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "statusbook", member = name, "left out an extension member that the body has itself");
    #[cfg(not(feature = "tracing"))]
    let _ = name;
}

/// A status by value is not in the variant's list.
pub(crate) fn status_outside(value: u16, first: u16) {
    #[cfg(feature = "tracing")]
    tracing::error!(target: "statusbook", status = value, "responded with {first}: the status of the value is not in `any(…)`");
    #[cfg(not(feature = "tracing"))]
    let _ = (value, first);
}

/// The value could not be written as JSON.
#[cfg(feature = "serde")]
pub(crate) fn member_left_out(name: &str) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "statusbook",
        member = name,
        "left out an extension member that cannot be written as JSON"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = name;
}

/// Returns whether a character is a control character, changes the direction of text, or ends a line.
#[cfg(feature = "tracing")]
fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// An error and its sources, from the outside in: `request failed: connection refused`.
#[cfg(feature = "tracing")]
struct Sources<'e>(&'e (dyn Error + 'static));

#[cfg(feature = "tracing")]
impl fmt::Display for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// An error that is its own source must not fill the log.
        const DEEPEST: usize = 64;
        Shown(self.0).fmt(f)?;
        let mut error = self.0;
        for _ in 0..DEEPEST {
            let Some(source) = error.source() else { break };
            write!(f, ": {}", Shown(source))?;
            error = source;
        }
        Ok(())
    }
}

/// A message on one line, whose own failure is not one of the log: a subscriber may panic at it.
///
/// The text may be a client's. What would end the line, drive a terminal or turn the direction of text is escaped,
/// because subscribers write a field that is displayed, and the message of an event, as they are.
#[cfg(feature = "tracing")]
struct Shown<'e, E: ?Sized>(&'e E);

#[cfg(feature = "tracing")]
impl<E: fmt::Display + ?Sized> fmt::Display for Shown<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        if fmt::write(&mut text, format_args!("{}", self.0)).is_err() {
            text.push('…');
        }
        let mut rest = text.as_str();
        while let Some(at) = rest.find(acts) {
            let (before, after) = rest.split_at(at);
            f.write_str(before)?;
            let mut letters = after.chars();
            if let Some(letter) = letters.next() {
                write!(f, "{}", letter.escape_default())?;
            }
            rest = letters.as_str();
        }
        f.write_str(rest)
    }
}

#[cfg(all(test, feature = "tracing"))]
mod tests {
    use std::{error::Error, fmt};

    use super::{Shown, Sources, acts};

    /// An error whose message and whose source's message a client wrote.
    #[derive(Debug)]
    struct Told(String, Option<Box<Told>>);

    impl fmt::Display for Told {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&self.0)
        }
    }

    impl Error for Told {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(self.1.as_deref()?)
        }
    }

    #[test]
    fn no_message_ends_a_log_line_drives_a_terminal_or_turns_text() {
        for letter in [
            '\0', '\x08', '\n', '\r', '\x1b', '\x7f', '\u{85}', '\u{9b}', '\u{61c}', '\u{200e}',
            '\u{200f}', '\u{2028}', '\u{2029}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}',
        ] {
            let text = format!("no pet {letter}[2J{letter} ERROR forged");
            let escaped = letter.escape_default();
            let wanted = format!("no pet {escaped}[2J{escaped} ERROR forged");
            assert_eq!(Shown(&text).to_string(), wanted);
            let error = Told(text.clone(), Some(Box::new(Told(text, None))));
            let shown = Sources(&error).to_string();
            assert_eq!(shown, format!("{wanted}: {wanted}"));
            assert!(!shown.contains(acts));
        }
        assert_eq!(Shown("é 日本 😀 \\ \"").to_string(), "é 日本 😀 \\ \"");
    }
}
