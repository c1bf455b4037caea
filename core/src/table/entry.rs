//! A row of a table.

use super::{Class, given};
use crate::methods::Methods;
use crate::set::StatusSet;

/// A row of a table: a code or a range of codes (`4XX`), with the documented text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    #[doc(hidden)]
    pub first: u16,
    #[doc(hidden)]
    pub last: u16,
    /// Empty where the document gives none: generated code is shorter without an `Option`.
    #[doc(hidden)]
    pub reason: &'static str,
    /// Whether the reason is in a column of reason phrases, and not of types or names.
    #[doc(hidden)]
    pub phrase: bool,
    #[doc(hidden)]
    pub descriptions: &'static [&'static str],
    #[doc(hidden)]
    pub methods: Methods,
    #[doc(hidden)]
    pub document: &'static str,
    #[doc(hidden)]
    pub line: u32,
}

impl Entry {
    /// A row without a code and without text.
    pub(crate) const EMPTY: Entry = Entry {
        first: 0,
        last: 0,
        reason: "",
        phrase: false,
        descriptions: &[],
        methods: Methods::NONE,
        document: "",
        line: 0,
    };

    /// Returns the code. For a range, it is the lowest code.
    pub const fn code(&self) -> u16 {
        self.first
    }

    /// Returns every code that the row documents.
    pub const fn codes(&self) -> StatusSet {
        StatusSet::EMPTY.with_range(self.first, self.last)
    }

    /// Returns whether the row documents one code and not a range.
    pub const fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// Returns the documented reason phrase, if the document has one.
    pub const fn reason(&self) -> Option<&'static str> {
        given(self.reason)
    }

    /// Returns the first documented description, if the document has one.
    pub const fn description(&self) -> Option<&'static str> {
        match self.descriptions.first() {
            Some(first) => given(first),
            None => None,
        }
    }

    /// Returns all descriptions in order. A code has several if several rows list it.
    pub const fn descriptions(&self) -> &'static [&'static str] {
        self.descriptions
    }

    /// Returns the class of the row's codes.
    pub const fn class(&self) -> Class {
        Class::of(self.first)
    }

    /// Returns the HTTP methods that the row of a success names. Empty if it names none.
    pub const fn methods(&self) -> Methods {
        self.methods
    }

    /// Returns the document that contains the row.
    pub const fn document(&self) -> &'static str {
        self.document
    }

    /// Returns the line of the row's code in the document.
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The code as documents write it: `404`, `4XX`, `400-404`.
    #[cfg(feature = "serde")]
    pub(crate) fn shown(&self) -> String {
        match (self.first, self.last) {
            (first, last) if first == last => first.to_string(),
            (first, last) if first % 100 == 0 && last == first + 99 => format!("{}XX", first / 100),
            (first, last) => format!("{first}-{last}"),
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::Entry;

    #[test]
    fn a_range_is_shown_as_documents_write_it() {
        for (first, last, shown) in [
            (404, 404, "404"),
            (400, 499, "4XX"),
            (400, 404, "400-404"),
            (410, 509, "410-509"),
        ] {
            let entry = Entry {
                first,
                last,
                ..Entry::EMPTY
            };
            assert_eq!(entry.shown(), shown);
        }
    }
}
