//! The keys of each attribute, and the messages for keys in the wrong attribute.

use proc_macro2::Ident;

use crate::message::derive as message;

/// Those of `#[api_error(…)]`.
pub(super) const OF_ITEM: &[&str] = &[
    "table",
    "body",
    "exhaustive",
    "crate",
    "skip",
    "rfc9110",
    "with",
];

/// Those of `#[status(…)]`.
pub(super) const OF_STATUS: &[&str] = &[
    "transparent",
    "by",
    "code",
    "header",
    "detail",
    "public",
    "undocumented",
    "fmt",
    "type",
    "instance",
    "body",
];

/// A key in `#[api_error(…)]` that belongs in `#[status(…)]`.
pub(super) fn foreign_to_item(key: &Ident) -> Option<String> {
    let word = key.to_string();
    let foreign = OF_STATUS.contains(&word.as_str()) && !OF_ITEM.contains(&word.as_str());
    foreign.then(|| message::key_of_variant(&word))
}

/// A key in `#[status(…)]` that belongs elsewhere, or that other derives have.
pub(super) fn foreign_to_status(key: &Ident) -> Option<String> {
    let word = key.to_string();
    match word.as_str() {
        "message" | "msg" | "display" => Some(message::message_without_key(&word)),
        "from" | "source" => Some(message::key_of_field(&word)),
        _ if OF_STATUS.contains(&word.as_str()) => None,
        _ if OF_ITEM.contains(&word.as_str()) => Some(message::key_of_type(&word)),
        _ => None,
    }
}
