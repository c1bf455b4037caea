//! A status code that is known to be documented.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use http::StatusCode;

use crate::methods::Methods;
use crate::registry::reason_phrase;
use crate::set::{FIRST, LAST};
use crate::table::{Class, Entry, Table, TableData};

/// A status code that is known to be documented, with the documented text.
///
/// `status!` and the derive create it at compile time, [`Table::status`] at run time. It dereferences to
/// [`http::StatusCode`], can be compared with it and with numbers, and is shown as `404 Not Found`, with the
/// documented reason phrase.
///
/// ```
/// use statusbook::{Status, http::StatusCode, status, vpn};
///
/// const MISSING: Status = status!(vpn, 404);
/// assert_eq!(MISSING, StatusCode::NOT_FOUND);
/// assert!(MISSING.is_client_error());
/// assert_eq!(MISSING.to_string(), "404 Not Found");
/// assert_eq!(MISSING.description(), "The requested page is not found.");
/// // To match, match on the number.
/// assert!(matches!(MISSING.code(), 404 | 410));
/// ```
#[derive(Clone, Copy)]
pub struct Status {
    code: StatusCode,
    table: &'static TableData,
    entry: Option<&'static Entry>,
}

impl Status {
    /// `None` if `code` is outside 100 to 599.
    pub(crate) const fn new(
        code: u16,
        table: Table,
        entry: Option<&'static Entry>,
    ) -> Option<Self> {
        if code < FIRST || code > LAST {
            return None;
        }
        match StatusCode::from_u16(code) {
            Ok(code) => Some(Status {
                code,
                table: table.data(),
                entry,
            }),
            Err(_) => None,
        }
    }

    /// Returns the code as a number.
    pub const fn code(self) -> u16 {
        self.code.as_u16()
    }

    /// Returns the code in the type of the `http` crate.
    pub const fn status_code(self) -> StatusCode {
        self.code
    }

    /// Returns the table that documents the status.
    pub const fn table(self) -> Table {
        Table::new(self.table)
    }

    /// Returns the row of the table, or `None` for a status that `undocumented = "…"` allowed.
    pub const fn entry(self) -> Option<&'static Entry> {
        self.entry
    }

    /// Returns the documented reason phrase. If the document has none, it is that of the IANA registry, or empty for an
    /// unregistered code.
    pub const fn reason(self) -> &'static str {
        match self.entry {
            Some(entry) if entry.is_single() && !entry.reason.is_empty() => entry.reason,
            _ => reason_phrase(self.code()),
        }
    }

    /// Returns the documented description, or an empty text without one. If several rows list the code, it is the first.
    pub const fn description(self) -> &'static str {
        match self.descriptions().first() {
            Some(description) => description,
            None => "",
        }
    }

    /// The title of a problem without a type of its own (RFC 9457 §4.2.1): the documented phrase where the table's column
    /// holds reason phrases, or else that of HTTP.
    pub(crate) const fn title(self) -> Option<&'static str> {
        let phrase = match self.entry {
            Some(entry) if entry.is_single() && entry.phrase => entry.reason,
            _ => reason_phrase(self.code()),
        };
        if phrase.is_empty() {
            None
        } else {
            Some(phrase)
        }
    }

    /// The default text for the client: the documented description. Without one, it is the reason phrase, or for an
    /// unknown code the phrase of its class (RFC 9110 §15).
    pub(crate) const fn text(self) -> &'static str {
        if !self.description().is_empty() {
            self.description()
        } else if !self.reason().is_empty() {
            self.reason()
        } else {
            reason_phrase(self.code() / 100 * 100)
        }
    }

    /// Returns all descriptions in the order of the document.
    pub const fn descriptions(self) -> &'static [&'static str] {
        match self.entry {
            Some(entry) => entry.descriptions(),
            None => &[],
        }
    }

    /// Returns whether the status is a success, an error or neither.
    pub const fn class(self) -> Class {
        Class::of(self.code())
    }

    /// Returns the HTTP methods that the status is documented for. Empty if the document names none.
    pub const fn methods(self) -> Methods {
        match self.entry {
            Some(entry) => entry.methods(),
            None => Methods::NONE,
        }
    }

    /// Returns the code with a body. Frameworks on `http` 1, such as axum and poem, take the pair as a response. For
    /// other frameworks, `into()` returns the code in their own type.
    ///
    /// ```
    /// use statusbook::{http::StatusCode, status, vpn};
    ///
    /// assert_eq!(status!(vpn, POST 201).with("made"), (StatusCode::CREATED, "made"));
    /// ```
    pub fn with<B>(self, body: B) -> (StatusCode, B) {
        (self.code, body)
    }
}

impl Deref for Status {
    type Target = StatusCode;

    fn deref(&self) -> &StatusCode {
        &self.code
    }
}

impl From<Status> for StatusCode {
    fn from(status: Status) -> Self {
        status.code
    }
}

impl From<Status> for u16 {
    fn from(status: Status) -> Self {
        status.code()
    }
}

/// Two statuses are equal if their codes are, even if different tables document them.
impl PartialEq for Status {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Status {}

/// Ordered by code.
impl Ord for Status {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }
}

impl PartialOrd for Status {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Status {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl PartialEq<StatusCode> for Status {
    fn eq(&self, other: &StatusCode) -> bool {
        self.code == *other
    }
}

impl PartialEq<Status> for StatusCode {
    fn eq(&self, other: &Status) -> bool {
        *self == other.code
    }
}

impl PartialEq<u16> for Status {
    fn eq(&self, other: &u16) -> bool {
        self.code() == *other
    }
}

impl PartialEq<Status> for u16 {
    fn eq(&self, other: &Status) -> bool {
        *self == other.code()
    }
}

/// Shows `404 Not Found`, with the documented reason phrase.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason() {
            "" => write!(f, "{}", self.code()),
            reason => write!(f, "{} {reason}", self.code()),
        }
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Status({self}, {})", self.table.name)
    }
}
