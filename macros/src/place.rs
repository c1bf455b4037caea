//! Where a piece of the user's source stands.
//!
//! Only the compiler knows: in tests of these modules, which run without one, there is no file.

use proc_macro2::Span;

/// The line, from 1; 0 where nobody knows.
pub(crate) fn line(span: Span) -> u32 {
    if proc_macro::is_available() {
        u32::try_from(span.unwrap().line()).unwrap_or_default()
    } else {
        0
    }
}

/// The line and the column, from 1; 0 where nobody knows.
pub(crate) fn position(span: Span) -> (usize, usize) {
    if proc_macro::is_available() {
        let span = span.unwrap();
        (span.line(), span.column())
    } else {
        (0, 0)
    }
}

/// The file as the compiler names it.
pub(crate) fn file(span: Span) -> String {
    if proc_macro::is_available() {
        span.unwrap().file()
    } else {
        String::new()
    }
}
