//! Comparing strings at compile time, where `==` cannot be called; and showing values at run time.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};

use crate::response::log;

/// Returns what `text` formats to; an empty text if the `Display` of a value in it fails, where `format!` would
/// panic. The failure is logged.
pub fn shown(text: fmt::Arguments<'_>) -> String {
    // Room for a sentence from the start.
    let mut shown = String::with_capacity(64);
    if shown.write_fmt(text).is_err() {
        log::text_left_out();
        shown.clear();
    }
    shown
}

/// Whether two strings are equal.
pub(crate) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// How two strings are ordered by their bytes.
pub(crate) const fn compare(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    loop {
        match (left, right) {
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([one, others @ ..], [other, more @ ..]) => {
                if *one != *other {
                    return if *one < *other {
                        Ordering::Less
                    } else {
                        Ordering::Greater
                    };
                }
                (left, right) = (others, more);
            }
        }
    }
}

/// What is before and after the first `separator`, an ASCII character. Without one, everything is before it.
pub(crate) const fn parted(text: &'static str, separator: u8) -> (&'static str, &'static str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == separator {
            let (before, after) = text.split_at(at);
            return (before, after.split_at(1).1);
        }
        at += 1;
    }
    (text, "")
}

/// Whether a text is one of `texts`.
pub(crate) const fn listed(texts: &[&str], text: &str) -> bool {
    let mut rest = texts;
    while let Some((first, after)) = rest.split_first() {
        if same(first, text) {
            return true;
        }
        rest = after;
    }
    false
}

/// How much of two strings differs, for suggestions: the longer of what is between their common start and their common
/// end, in bytes.
///
/// A mistyped letter is 1, as for an edit distance, and the search stays linear: a table of a thousand operations is
/// searched at compile time, and rustc gives up on constants that take long.
pub(crate) const fn difference(left: &str, right: &str) -> usize {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let start = common_start(left, right);
    let longer = if left.len() > right.len() {
        left.len()
    } else {
        right.len()
    };
    longer - start - common_end(left, right, start)
}

const fn common_start(left: &[u8], right: &[u8]) -> usize {
    let mut length = 0;
    while length < left.len() && length < right.len() && left[length] == right[length] {
        length += 1;
    }
    length
}

/// Without the common start.
const fn common_end(left: &[u8], right: &[u8], start: usize) -> usize {
    let mut length = 0;
    while start + length < left.len()
        && start + length < right.len()
        && left[left.len() - 1 - length] == right[right.len() - 1 - length]
    {
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_ordered_as_the_standard_library_orders_them() {
        let texts = ["", "VPN", "VPN.0012", "VPN.0013", "VPN.1", "vpn", "\u{e4}"];
        for left in texts {
            for right in texts {
                assert_eq!(compare(left, right), left.cmp(right), "{left} {right}");
            }
        }
    }

    #[test]
    fn difference_is_what_is_between_start_and_end() {
        assert_eq!(difference("VPN.0012", "VPN.0012"), 0);
        assert_eq!(difference("VPN.0012", "VPN.0013"), 1);
        assert_eq!(difference("VPN.0012", "VPN.0021"), 2);
        assert_eq!(difference("", "abc"), 3);
        assert_eq!(difference("abc", ""), 3);
        assert_eq!(difference("aaa", "aa"), 1);
        assert_eq!(difference("aa", "aaa"), 1);
        assert_eq!(difference("GET /pets/{id}", "GET /pets/{petId}"), 4);
    }
}
