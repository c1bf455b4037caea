//! `status!`, `status_table!` and `assert_exhaustive!`.
//!
//! Each passes its input and `$crate` to a procedural macro. So it works when the crate is renamed or re-exported.

/// Returns a documented [`Status`](crate::Status), checked at compile time.
///
/// The arguments are a table and a status code. The code is a number, or its name in `http::StatusCode`:
///
/// ```
/// use statusbook::{Status, status, vpn};
///
/// const MISSING: Status = status!(vpn, 404);
/// assert_eq!(MISSING, status!(vpn, NOT_FOUND));
/// ```
///
/// A success can be checked for a method. A row without a method documents its status for every method:
///
/// ```
/// # use statusbook::{status, vpn};
/// assert_eq!(status!(vpn, POST 201).description(), "Successful POST operations");
/// ```
///
/// An operation of an OpenAPI document is a module, or an index with method and path: `status!(petstore["GET
/// /pets/{petId}"], 404)`.
///
/// # Errors
/// An undocumented status is a compile error, also in generic code. `cargo check` reports it:
///
/// ```compile_fail,E0080
/// # use statusbook::{status, vpn};
/// let teapot = status!(vpn, 418);
/// ```
///
/// `undocumented = "…"` allows an undocumented code, and gives the reason. Once the table documents the code, the
/// excuse is a compile error:
///
/// ```
/// # use statusbook::{status, vpn};
/// let teapot = status!(vpn, 418, undocumented = "sent by the legacy gateway until 2027");
/// assert!(teapot.entry().is_none());
/// ```
#[macro_export]
macro_rules! status {
    ($($tokens:tt)*) => {
        $crate::__private::status!{ [$crate] $($tokens)* }
    };
}

/// Makes a module for each documented table.
///
/// Each module has the [`Table`](crate::Table) as `TABLE`, and a [`Status`](crate::Status) constant for each code.
/// The constant has the name that IANA registers, such as `NOT_FOUND`. For an unregistered code, it is `STATUS_499`.
///
/// ```
/// statusbook::status_table! {
///     /// Billing API, revision 3.
///     pub mod billing = "docs/billing.md";
///     /// Written inline, without a document.
///     pub mod edge {
///         429 "Too Many Requests" => "The gateway's rate limit was reached.",
///         502 "Bad Gateway"       => "The upstream did not respond.",
///     }
///     /// The union: what clients can see. It may include tables of other modules and crates.
///     pub mod public = billing | edge | statusbook::vpn;
/// }
/// # fn main() {
/// assert_eq!(billing::CONFLICT.description(), "The invoice is in a state that forbids it.");
/// assert_eq!(edge::TABLE.documented().to_string(), "429 502");
/// assert!(public::TABLE.contains(404) && public::TABLE.contains(429));
/// # }
/// ```
///
/// # Documents
/// A path is relative to the folder of the crate's `Cargo.toml`. The document is read at compile time, and again when
/// it changes. These keys may follow the path:
///
/// | key | for | meaning |
/// |---|---|---|
/// | `section = "Status codes"` | pages | only the tables under this heading |
/// | `codes = "docs/error_codes.md"` | pages | the page with the service error codes (`VPN.0001`) |
/// | `columns(status = "Code", reason = "Type", description = "When")` | pages | the headings of the columns; several columns, `["Meaning", "When"]`, are joined into one description |
/// | `body = CodeMessage` | all | the [body](crate::Body) of the errors of this table |
/// | `default = "ignore"` | OpenAPI | the response `default` documents nothing |
/// | `ranges = "ignore"` | OpenAPI | ranges such as `4XX` document nothing |
/// | `operations = ["getPet*", "tag:billing", "!HEAD /*"]` | OpenAPI | only the operations that match; a pattern that begins with `!` excludes operations |
///
/// An OpenAPI document (feature `openapi`; `.yaml`, `.yml` or `.json`) becomes a module with the union of its
/// operations. In this module, each operation has a module of its own, named after its `operationId`.
///
/// `pub mod strict = catalog & { 401, 403, 404 };` is a table of these statuses, with the texts of `catalog`. If
/// `catalog` has operations, so has `strict`.
///
/// A union has constants only for the tables of the same `status_table!` call. For the codes of other tables, use
/// [`status!`](crate::status).
///
/// # What cargo does not see
/// Cargo sees a changed document by its modification time. It does not see these changes:
///
/// - a file that is replaced with an older one (`cp -p`, `mv`, an unpacked archive)
/// - a symbolic link that now points to an older file
///
/// Then `touch` the document. A git checkout needs nothing, because it sets the modification time.
///
/// `cargo doc` does not evaluate the checks of statuses. `cargo check`, `build` and `test` do. A document that cannot
/// be read is an error of `cargo doc` too.
///
/// # Errors
/// A document that can be read in two ways is a compile error. So is a page without a table of statuses, a status
/// that is not a code, or a table that is cut off. The message has the place in the document and the text of the
/// cell.
///
/// ```compile_fail
/// statusbook::status_table! {
///     pub mod billing = "docs/no_such_page.md";
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! status_table {
    ($($tokens:tt)*) => {
        $crate::__private::status_table!{ [$crate] $($tokens)* }
    };
}

/// Checks at compile time that several error types together use every documented error of a table.
///
/// For a single type, write `#[api_error(exhaustive)]`. Ranges (`4XX`) need not be used.
///
/// ```
/// use statusbook::{ApiError, assert_exhaustive, status_table};
///
/// status_table! {
///     mod api { 404 "Not Found", 409 "Conflict", 503 "Service Unavailable" }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(table = api)]
/// enum GatewayError {
///     #[status(404, "no such gateway")]
///     NotFound,
///     #[status(409, "the gateway is in use")]
///     InUse,
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(table = api)]
/// #[status(503, "no connection")]
/// struct ConnectionError;
///
/// assert_exhaustive!(api, GatewayError, ConnectionError);
/// // `except` excuses what something else sends, such as a proxy:
/// assert_exhaustive!(api, GatewayError, except(503));
/// # fn main() {}
/// ```
///
/// With `codes` after the types, service error codes are checked too. Each documented code must be used, and each
/// used code must be documented. `except("VPN.0012")` excuses a code. A code by value, `code = .code`, does not count
/// as used. If only such a variant sends a documented code, except that code.
///
/// # Errors
/// A documented error that no type uses, or an exception without effect:
///
/// ```compile_fail,E0080
/// # use statusbook::{ApiError, vpn};
/// # #[derive(Debug, ApiError)]
/// # #[api_error(table = vpn)]
/// # #[status(404)]
/// # struct NotFound;
/// statusbook::assert_exhaustive!(vpn, NotFound);
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! assert_exhaustive {
    ($($tokens:tt)*) => {
        $crate::__private::assert_exhaustive!{ [$crate] $($tokens)* }
    };
}

/// Makes a router of the framework from a document. Paths and methods come from the document.
///
/// ```text
/// let app: Router<Store> = statusbook::router!(
///     petstore: list, add, pets::find, give,
///     except("GET /metrics" = "served by the sidecar")
/// );
/// ```
///
/// Each handler must have [`#[handles]`](crate::handles) with its operation, so that the order of the handlers does
/// not matter. The document is an OpenAPI document, or a page whose sections are endpoints. A generic handler may name its
/// types: `list::<PgRepo>`.
///
/// With axum, the result is a `Router<S>`, which can be used with `merge`, `nest`, `layer` and `with_state` as usual.
/// If the document lists 404 or 405 for any operation, the router sends them with the body of the contract: 404 for
/// an unknown path, 405 for an unknown method of a path. Two routers with a fallback cannot be merged. Call
/// `reset_fallback` on one of them.
///
/// # Errors
/// These are compile errors: an operation without a handler or with two, a handler of another document, and a handler
/// without `#[handles]`.
#[macro_export]
macro_rules! router {
    ($($tokens:tt)*) => {
        $crate::__private::router!{ [$crate] $($tokens)* }
    };
}

/// The hidden type of a handler, with its checks. An `impl` block takes no type: there, rustc names this macro.
#[doc(hidden)]
#[macro_export]
macro_rules! __in_module {
    ([$($checks:tt)*] $visibility:vis $name:ident) => {
        #[derive($crate::__private::handlers::Checks)]
        #[__checks { $($checks)* }]
        #[doc(hidden)]
        #[non_exhaustive]
        $visibility enum $name {}
    };
}
