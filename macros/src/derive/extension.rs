//! Refuses fields marked `#[extension]` that cannot be a member of the body (RFC 9457 §3.2).

use proc_macro2::Span;
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::message::derive as message;

/// The members that every body may have: a second one of the same name would be another document to each reader.
const TAKEN: [&str; 7] = [
    "type", "title", "status", "detail", "instance", "code", "message",
];

/// The attribute stands at `span`.
pub(super) fn check(field: &syn::Field, span: Span, errors: &mut Errors) {
    let Some(ident) = &field.ident else {
        errors.push(syn::Error::new(span, message::EXTENSION_WITHOUT_NAME));
        return;
    };
    let name = ident.unraw().to_string();
    if TAKEN.contains(&name.as_str()) {
        let text = message::extension_taken(&name);
        errors.push(syn::Error::new(ident.span(), text));
    }
}
