#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
// A document is hostile input: it may be refused, and must never cause a panic.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

mod classify;
mod endpoint;
mod error;
mod format;
mod html;
mod listed;
mod markdown;
mod message;
mod method;
mod names;
mod notes;
#[cfg(feature = "openapi")]
pub mod openapi;
mod options;
mod order;
mod page;
mod registry;
mod row;
mod rst;
mod section;
pub mod source;
mod spelling;
mod table;
mod text;
mod visible;
mod width;

#[cfg(test)]
#[path = "../tests/reference/mod.rs"]
mod reference;

use self::format::Format;

pub use classify::phrase::is_phrase_of;
pub use endpoint::Endpoint;
pub use error::{DocError, Position};
pub use method::METHODS;
pub use notes::between;
pub use options::{Columns, Options};
pub use page::{ColumnUse, Note, Page, Role, TableUse};
pub use registry::registry;
pub use row::{Class, Codes, ErrorCodeRow, StatusRow};
pub use spelling::distance;
pub use visible::{Visible, acts};

/// Reads a page of reStructuredText, Markdown or HTML. The file extension or the content decides which.
///
/// # Errors
/// Everything that cannot be read, or that can be read in two ways, each with its place: a page without a status
/// table, a table that is cut off or broken, columns that cannot be told apart, a status that is not a code, a
/// section that does not exist.
pub fn read(text: &str, options: &Options<'_>) -> Result<Page, Vec<DocError>> {
    let format = format::detect(options.name, text);
    let document = match format {
        Format::Rst => rst::parse(text),
        Format::Markdown => markdown::parse(text),
        Format::Html => html::parse(text),
    };
    let page = classify::page(&document, options);
    let page = page.and_then(|page| match endpoint::collisions(&page.endpoints) {
        errors if errors.is_empty() => Ok(page),
        errors => Err(errors),
    });
    match format {
        Format::Rst => rst::tabs::restore(text, page),
        _ => page,
    }
}

/// Returns the HTTP methods in the description of a success, in their order.
///
/// ```
/// use statusbook_reader::{Codes, methods};
///
/// assert_eq!(methods(Codes::One(200), "Successful GET or PUT operations"), ["GET", "PUT"]);
/// assert!(methods(Codes::One(404), "nothing to GET").is_empty());
/// ```
pub fn methods(codes: Codes, description: &str) -> Vec<&'static str> {
    match codes {
        Codes::One(code) => classify::methods(code, description),
        Codes::Range(..) => Vec::new(),
    }
}
