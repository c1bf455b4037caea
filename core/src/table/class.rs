//! The class of a status code: success, error, or neither.

/// The class of a status code (RFC 9110 §15).
///
/// ```
/// use statusbook::{Class, status, vpn};
///
/// assert_eq!(status!(vpn, 404).class(), Class::Error);
/// assert_eq!(Class::of(204), Class::Success);
/// assert_eq!(Class::of(304), Class::Other);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// 2xx: the request succeeded (RFC 9110 §15.3).
    Success,
    /// 4xx and 5xx: the client or the server failed (RFC 9110 §15.5, §15.6).
    Error,
    /// 1xx and 3xx: neither.
    Other,
}

impl Class {
    /// Returns the class of `code`.
    pub const fn of(code: u16) -> Self {
        match code {
            200..=299 => Class::Success,
            400..=599 => Class::Error,
            _ => Class::Other,
        }
    }

    /// Whether a message about this class lists rows of class `entry`: for a success the successes, for an error the
    /// errors, for anything else everything.
    pub(crate) const fn lists(self, entry: Class) -> bool {
        matches!(
            (self, entry),
            (Class::Other, _) | (Class::Success, Class::Success) | (Class::Error, Class::Error)
        )
    }
}
