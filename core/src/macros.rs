//! `status!`, `status_table!` and `assert_exhaustive!`.
//!
//! All hand their input to a procedural macro together with `$crate`: so they work under whatever name the user knows this
//! crate, and through re-exports.

/// A documented [`Status`](crate::Status), checked while compiling.
///
/// Takes a table and a status code, by number or by the name that `http::StatusCode` has for it:
///
/// ```
/// use statusbook::{Status, status, vpn};
///
/// const MISSING: Status = status!(vpn, 404);
/// assert_eq!(MISSING, status!(vpn, NOT_FOUND));
/// ```
///
/// A success can be checked against the method that the table documents it for. A row that names no method documents its
/// status for every method:
///
/// ```
/// # use statusbook::{status, vpn};
/// assert_eq!(status!(vpn, POST 201).description(), "Successful POST operations");
/// ```
///
/// An operation of an OpenAPI document is named by its module, or as the document names it:
/// `status!(petstore["GET /pets/{petId}"], 404)`.
///
/// # Errors
/// A status that the table does not document does not compile, and `cargo check` says so, in generic code too:
///
/// ```compile_fail,E0080
/// # use statusbook::{status, vpn};
/// let teapot = status!(vpn, 418);
/// ```
///
/// `undocumented = "…"` lets another code through, with a reason. Once the table documents the code, the escape is itself
/// an error:
///
/// ```
/// # use statusbook::{status, vpn};
/// let teapot = status!(vpn, 418, undocumented = "answered by the legacy gateway until 2027");
/// assert!(teapot.entry().is_none());
/// ```
#[macro_export]
macro_rules! status {
    ($($tokens:tt)*) => {
        $crate::__private::status!{ [$crate] $($tokens)* }
    };
}

/// Modules from documented tables.
///
/// Each module holds the [`Table`](crate::Table) as `TABLE`, and a documented [`Status`](crate::Status) for each code: `NOT_FOUND`, or
/// `STATUS_499` where IANA knows no name.
///
/// ```
/// statusbook::status_table! {
///     /// Billing API, revision 3.
///     pub mod billing = "docs/billing.md";
///     /// Written inline, without a document.
///     pub mod edge {
///         429 "Too Many Requests" => "The gateway's rate limit was reached.",
///         502 "Bad Gateway"       => "The upstream did not answer.",
///     }
///     /// What clients can see: the union. Tables of other modules and crates unite too.
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
/// A path begins at the crate's `Cargo.toml`. The document is read while compiling, and read again when it changes. Behind it
/// may stand:
///
/// | key | of | meaning |
/// |---|---|---|
/// | `section = "Status codes"` | pages | only the tables under this heading |
/// | `codes = "docs/error_codes.md"` | pages | the page with the service's own error codes (`VPN.0001`) |
/// | `columns(status = "Code", reason = "Type", description = "When")` | pages | the columns, by their headings; two descriptions, `["Meaning", "When"]`, are joined |
/// | `body = CodeMessage` | all | the [body](crate::Body) of errors of this table |
/// | `default = "ignore"` | OpenAPI | the response `default` documents nothing |
/// | `ranges = "ignore"` | OpenAPI | `4XX` and its like document nothing |
/// | `operations = ["getPet*", "tag:billing", "!HEAD /*"]` | OpenAPI | only these operations; without those behind `!` |
///
/// An OpenAPI document (feature `openapi`; `.yaml`, `.yml` or `.json`) becomes a module with the union of its operations, and a module
/// for each operation in it, named after its `operationId`.
///
/// `pub mod strict = catalog & { 401, 403, 404 };` has what `catalog` documents of these statuses, and so has each operation of it.
///
/// A union has constants for the codes of tables that stand in the same call; codes of other tables are named with
/// [`status!`](crate::status).
///
/// # What cargo does not see
/// Whether a document has changed, cargo tells by the time of the file. It does not rebuild where a file was replaced by an older
/// one (`cp -p`, `mv`, an unpacked archive), nor where a symbolic link now points to an older file: `touch` the document.
/// A checkout by git gives a file the time of the checkout, so that it is seen.
///
/// `cargo doc` alone does not evaluate the checks: a status that the table does not document is refused by `cargo check`, `build` and
/// `test`. What cannot be read of a document, `cargo doc` refuses too.
///
/// # Errors
/// What cannot be read with certainty does not compile: no table found, a code cell that is not a code, a table that is cut off,
/// columns that cannot be told apart. The message names the place in the document and the cell.
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

/// Asserts, while compiling, that several error types together use every documented error of a table.
///
/// For one type that uses them all there is `#[api_error(exhaustive)]`. Ranges (`4XX`) need not be used.
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
/// // What somebody else responds with, a proxy for example, is named:
/// assert_exhaustive!(api, GatewayError, except(503));
/// # fn main() {}
/// ```
///
/// `codes` after the types holds them to the service error codes too: each documented code is used, and each used one is
/// documented. `except("VPN.0012")` leaves one to others. A code that the value decides, `code = .code`, cannot be counted: where
/// only such a variant sends a documented code, it has to be excepted.
///
/// # Errors
/// The documented errors that none of the types uses, and needless exceptions:
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

/// The framework's own router, made from a document: its paths and methods, and a handler for each operation.
///
/// ```text
/// let app: Router<Store> = statusbook::router!(petstore: list, add, pets::find, give, except("GET /metrics" = "served by the sidecar"));
/// ```
///
/// Each handler has [`#[handles]`](crate::handles) with its operation, so the order does not matter. The document is an OpenAPI document, or a page
/// whose sections are endpoints.
///
/// With axum, this is a `Router<S>`, which takes `merge`, `nest`, `layer` and `with_state` as usual. Where the document lists 404 or 405
/// for any operation, the router responds with the body of the contract to a path that it does not know, and to a method that the path does
/// not have. Two routers with a fallback cannot be merged: call `reset_fallback` on one.
///
/// # Errors
/// An operation without a handler, with two, a handler of another document, and a function without `#[handles]` do not compile.
#[macro_export]
macro_rules! router {
    ($($tokens:tt)*) => {
        $crate::__private::router!{ [$crate] $($tokens)* }
    };
}
