//! The messages about a value that is invalid for every table. Sets and methods use them.

use super::buffer::Message;

pub(crate) const fn not_a_status_code(code: u16) -> Message {
    Message::new()
        .status(code)
        .text(" is not a status code: write a number from 100 to 599")
}

/// `Methods::of(&["get"])`
pub(crate) const fn not_a_method(name: &str) -> Message {
    Message::new()
        .code(name)
        .text(" is not a method of HTTP: write one such as `GET`, in upper case")
}
