//! The checks of `router!`: every operation has one handler, and every handler has an operation of the document.

use super::{message, operation};
use crate::message::{Message, refuse};
use crate::table::Table;
use crate::text::same;

/// The handler `shown`, at `index` of `handlers`, has an operation of `table` that none before it has.
#[track_caller]
pub const fn handler(table: Table, handlers: &[Table], index: usize, shown: &str) {
    let Some(own) = operation::of(handlers[index]) else {
        // After a mistake, the operation of the handler is unknown.
        if handlers[index].name().is_empty() {
            return;
        }
        refuse(&message::not_an_operation(shown, handlers[index]));
    };
    // A table without operations is a mistake of its own.
    if !table.operations().is_empty() && !has(table.operations(), own) {
        refuse(&message::foreign(shown, own, table));
    }
    let mut at = 0;
    while at < index {
        if is(handlers[at], own) {
            refuse(&message::doubled(shown, own));
        }
        at += 1;
    }
}

/// Every operation of `table` has a handler, or is in `except`.
#[track_caller]
pub const fn complete(table: Table, handlers: &[Table], except: &[&str]) {
    if unknown(handlers) {
        return;
    }
    let operations = table.operations();
    if operations.is_empty() {
        refuse(&message::without_operations(table));
    }
    let mut missing: Option<Message> = None;
    let mut at = 0;
    while at < operations.len() {
        let own = operations[at].seen_through(table);
        if !has(handlers, own) && !listed(except, own.name()) {
            missing = Some(match missing {
                None => message::without_handler(table, own),
                Some(message) => message::and_without_handler(message, own),
            });
        }
        at += 1;
    }
    if let Some(message) = missing {
        refuse(&message::how_to_handle(message));
    }
}

/// `except("GET /metrics" = "…")`: the operation must have no handler.
#[track_caller]
pub const fn excepted(table: Table, handlers: &[Table], name: &str) {
    let own = crate::__private::check::operation(table, name);
    if has(handlers, own) {
        refuse(&message::excepted_and_handled(own));
    }
}

/// Refuses paths that the router of the framework does not take: two that differ only in the names of their
/// parameters, and one with a parameter that is only a part of its segment.
#[track_caller]
pub const fn routable(handlers: &[Table], index: usize) {
    let Some(own) = handlers[index].operation() else {
        return;
    };
    if !whole_segments(own.path()) {
        refuse(&message::part_of_a_segment(own.path()));
    }
    let shape = shape(own.path());
    let mut at = 0;
    while at < index {
        if let Some(other) = handlers[at].operation()
            && self::shape(other.path()) == shape
            && !same(other.path(), own.path())
        {
            refuse(&message::same_path(own.path(), other.path()));
        }
        at += 1;
    }
}

/// Returns whether the operation of some handler is unknown because of a mistake.
const fn unknown(handlers: &[Table]) -> bool {
    let mut at = 0;
    while at < handlers.len() {
        if handlers[at].name().is_empty() {
            return true;
        }
        at += 1;
    }
    false
}

const fn has(operations: &[Table], own: Table) -> bool {
    let mut at = 0;
    while at < operations.len() {
        if is(operations[at], own) {
            return true;
        }
        at += 1;
    }
    false
}

/// Returns whether `table` is about the operation of `own`. Lines are compared first, because there may be hundreds
/// of operations.
const fn is(table: Table, own: Table) -> bool {
    let (Some(left), Some(right)) = (table.operation(), own.operation()) else {
        return false;
    };
    if left.line() != right.line() {
        return false;
    }
    match operation::of(table) {
        Some(table) => same(table.name(), own.name()) && same(table.document(), own.document()),
        None => false,
    }
}

const fn listed(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if same(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

/// Returns whether each parameter is a whole segment, as in `/pets/{petId}`.
const fn whole_segments(path: &str) -> bool {
    let bytes = path.as_bytes();
    let mut before = b'/';
    let mut inside = false;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let fits = match byte {
            b'{' => !inside && before == b'/',
            b'}' => inside && before != b'{' && (at + 1 == bytes.len() || bytes[at + 1] == b'/'),
            b'*' | b'/' => !inside,
            _ => true,
        };
        if !fits {
            return false;
        }
        inside = byte == b'{' || (inside && byte != b'}');
        before = byte;
        at += 1;
    }
    !inside
}

/// Returns a number for a path without the names of its parameters (FNV-1a).
const fn shape(path: &str) -> u64 {
    let bytes = path.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut inside = false;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if !inside || byte == b'}' {
            hash = (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
        }
        inside = byte == b'{' || (inside && byte != b'}');
        at += 1;
    }
    hash
}
