//! The HTTP methods that the row of a success names.

use std::fmt;
use std::ops::BitOr;

use crate::message::value;

/// A set of HTTP methods (RFC 9110 §9), as a row of a table names them: "Successful GET or PUT operations".
///
/// ```
/// use statusbook::{Methods, vpn};
///
/// assert_eq!(vpn::OK.methods().to_string(), "GET PUT");
/// assert!(vpn::CREATED.methods().contains("POST"));
/// assert_eq!(vpn::NOT_FOUND.methods(), Methods::NONE);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Methods(u16);

/// In the order of `Display`.
const NAMES: [&str; 10] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY",
];

impl Methods {
    /// No method. The row names none.
    pub const NONE: Self = Methods(0);
    /// Every method: those of RFC 9110 §9, `PATCH` (RFC 5789), and `QUERY` of OpenAPI 3.2.
    pub const ALL: Self = Self::of(&NAMES);

    /// Returns the set of these methods.
    ///
    /// # Panics
    /// If a name is not a method. In a constant, that is a compile error:
    ///
    /// ```compile_fail,E0080
    /// const METHODS: statusbook::Methods = statusbook::Methods::of(&["get"]);
    /// ```
    #[track_caller]
    pub const fn of(names: &[&str]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < names.len() {
            assert!(
                bit(names[at]) != 0,
                "{}",
                value::not_a_method(names[at]).as_str()
            );
            set |= bit(names[at]);
            at += 1;
        }
        Methods(set)
    }

    /// Returns whether the method is in the set. Methods are upper case (RFC 9110 §9.1).
    pub const fn contains(self, name: &str) -> bool {
        self.0 & bit(name) != 0
    }

    /// Returns the methods that are in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Methods(self.0 | other.0)
    }

    /// Returns whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the methods in a fixed order.
    pub fn iter(self) -> MethodNames {
        MethodNames { set: self, at: 0 }
    }

    /// The names of the set one by one, for messages that are built at compile time.
    pub(crate) const fn get(self, index: usize) -> Option<&'static str> {
        let mut at = 0;
        let mut seen = 0;
        while at < NAMES.len() {
            if self.0 & (1 << at) != 0 {
                if seen == index {
                    return Some(NAMES[at]);
                }
                seen += 1;
            }
            at += 1;
        }
        None
    }
}

/// The methods of a set: see [`Methods::iter`].
#[derive(Clone, Debug)]
pub struct MethodNames {
    set: Methods,
    at: usize,
}

impl Iterator for MethodNames {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let name = self.set.get(self.at);
        self.at += 1;
        name
    }
}

impl IntoIterator for Methods {
    type Item = &'static str;
    type IntoIter = MethodNames;

    fn into_iter(self) -> MethodNames {
        self.iter()
    }
}

/// Panics if a name is not a method, as [`Methods::of`] does.
impl<'a> FromIterator<&'a str> for Methods {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        names
            .into_iter()
            .fold(Self::NONE, |methods, name| methods | Self::of(&[name]))
    }
}

/// The [union](Methods::union).
impl BitOr for Methods {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

const fn bit(name: &str) -> u16 {
    let mut at = 0;
    while at < NAMES.len() {
        if crate::text::same(NAMES[at], name) {
            return 1 << at;
        }
        at += 1;
    }
    0
}

/// Shows the methods with a space between them: `GET PUT`.
impl fmt::Display for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{name}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
