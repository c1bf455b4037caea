//! Writes documents from what the code can respond with (feature `document`).
//!
//! A [`Reference`] collects the responses of error types and handlers. It writes them as OpenAPI `responses`, as a
//! table in Markdown or reStructuredText, or as JSON for `cargo statusbook report`. A test keeps the document up to
//! date:
//!
//! ```
//! use statusbook::document::Reference;
//! use statusbook::{ApiError, status, vpn};
//!
//! #[derive(Debug, ApiError)]
//! #[api_error(table = vpn)]
//! enum GatewayError {
//!     #[status(404, "gateway `{id}` does not exist")]
//!     NotFound { id: String },
//!     #[status(409, "gateway `{0}` is in use", code = "VPN.0012")]
//!     InUse(String),
//! }
//!
//! let reference = Reference::new().status(status!(vpn, DELETE 204)).error::<GatewayError>();
//! let page = reference.to_markdown();
//! assert!(page.contains("| 404 | Not Found | The requested page is not found. |"));
//! // In a test: fails with a diff. With `BLESS=1`, it writes the file.
//! // reference.assert_written("docs/status.md");
//! ```

use std::collections::BTreeMap;

use crate::body::Format;
use crate::error::Contract;
use crate::handlers::{Handles, Responses as Responds, operation_name};
use crate::sent::Sent;
use crate::status::Status;
use crate::table::Table;

#[cfg(feature = "aide")]
#[doc(hidden)]
pub mod aide;
mod compare;
mod facts;
mod node;
mod openapi;
mod page;
#[cfg(feature = "utoipa")]
#[doc(hidden)]
pub mod utoipa;

#[cfg(feature = "guard")]
pub use facts::exercised;
#[cfg(feature = "utoipa")]
#[cfg_attr(docsrs, doc(cfg(feature = "utoipa")))]
pub use utoipa::Content;

/// The responses that code can send, for each operation.
///
/// What is added before the first [`operation`](Self::operation) belongs to no operation. Use that for a page about a
/// whole service.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    operations: Vec<Responses>,
}

/// The responses of an operation, by status code.
#[derive(Clone, Debug, Default)]
struct Responses {
    /// `POST /gateways`; `None` before the first operation.
    name: Option<String>,
    rows: BTreeMap<u16, Row>,
}

/// A status, and what is known of its responses.
#[derive(Clone, Debug)]
struct Row {
    status: Status,
    /// The service error codes, in the order of the code.
    codes: Vec<&'static str>,
    /// The body formats. Empty for a status that was added alone.
    formats: Vec<Format>,
    /// The types that respond with it: name, file, line.
    sources: Vec<(&'static str, &'static str, u32)>,
}

impl Reference {
    /// Returns an empty reference.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins an operation, such as `POST /gateways`. What is added from now on belongs to it. For an operation of a
    /// document, use the name of its table: `petstore::get_pet_by_id::TABLE.name()`.
    #[must_use]
    pub fn operation(mut self, name: impl Into<String>) -> Self {
        self.operations.push(Responses {
            name: Some(name.into()),
            rows: BTreeMap::new(),
        });
        self
    }

    /// Adds a status, such as the one of a success.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.last().row(status);
        self
    }

    /// Adds every response of an error type, with the documented descriptions. Service error codes are added if they
    /// are constants.
    #[must_use]
    pub fn error<E: Contract + ?Sized>(mut self) -> Self {
        let responses = self.last();
        for code in E::STATUSES {
            responses.row(status_of(E::TABLE, code));
        }
        responses.sent(E::TABLE, E::TABLE, E::__SENT, None);
        self
    }

    /// Adds every status of a response type, with the descriptions in `table`. The type may be a success, a body of
    /// the framework or a rejection.
    #[must_use]
    pub fn responses<T: Responds + ?Sized>(mut self, table: Table) -> Self {
        let responses = self.last();
        for code in T::STATUSES {
            responses.row(status_of(table, code));
        }
        self
    }

    /// Begins the operation of a handler with `#[handles(…)]`, and adds every status that it can respond with. `H` is
    /// the type with the handler's name. To add service error codes and bodies too, call [`error`](Self::error) with
    /// the handler's error type.
    #[must_use]
    pub fn handler<H: Handles + ?Sized>(self) -> Self {
        let mut reference = self.operation(operation_name(H::TABLE));
        let responses = reference.last();
        for code in H::STATUSES {
            responses.row(status_of(H::TABLE, code));
        }
        reference
    }

    fn last(&mut self) -> &mut Responses {
        if self.operations.is_empty() {
            self.operations.push(Responses::default());
        }
        let last = self.operations.len() - 1;
        &mut self.operations[last]
    }

    /// Whether the responses belong to operations.
    fn has_operations(&self) -> bool {
        self.operations
            .iter()
            .any(|responses| responses.name.is_some())
    }

    /// Returns every service error code with its statuses, in order.
    fn error_codes(&self) -> BTreeMap<&'static str, Vec<Status>> {
        let mut codes: BTreeMap<&'static str, Vec<Status>> = BTreeMap::new();
        for row in self
            .operations
            .iter()
            .flat_map(|responses| responses.rows.values())
        {
            for code in &row.codes {
                let statuses = codes.entry(code).or_default();
                if !statuses.contains(&row.status) {
                    statuses.push(row.status);
                }
            }
        }
        codes
    }
}

impl Responses {
    fn row(&mut self, status: Status) -> &mut Row {
        self.rows.entry(status.code()).or_insert_with(|| Row {
            status,
            codes: Vec::new(),
            formats: Vec::new(),
            sources: Vec::new(),
        })
    }

    /// Adds what a type responds with. `outer` documents it, `table` is its own table, and `body` is a body chosen
    /// from outside.
    fn sent(&mut self, outer: Table, table: Table, sent: &Sent, body: Option<Format>) {
        let others = sent.format.unwrap_or_else(|| table.format());
        for &(code, error_code, chosen) in sent.own {
            let format = body.or(chosen).unwrap_or(others);
            let row = self.row(status_of(outer, code));
            push(&mut row.codes, error_code);
            let source = (sent.name, sent.file, sent.line);
            push(&mut row.sources, Some(source));
            let mut known = row.formats.iter();
            let is_known = known.any(|known| known.media_type() == format.media_type());
            row.formats.extend((!is_known).then_some(format));
        }
        for &(table, inner, chosen, _) in sent.inner {
            self.sent(outer, table, inner, body.or(chosen));
        }
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, value: Option<T>) {
    list.extend(value.filter(|value| !list.contains(value)));
}

/// Returns the status as the table documents it. A status that an excuse allowed has no row.
fn status_of(table: Table, code: u16) -> Status {
    match (table.status(code), Status::new(code, table, None)) {
        (Ok(status), _) | (Err(_), Some(status)) => status,
        // A set has codes from 100 to 599 only.
        (Err(_), None) => unreachable!("{code} is not a status code"),
    }
}
