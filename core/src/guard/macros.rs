//! `guard!`.

/// Creates a [`Guard`](crate::guard::Guard) for a table or a union of tables. See the module [`guard`](mod@crate::guard).
///
/// ```
/// use statusbook::guard;
///
/// statusbook::status_table! {
///     mod edge { 401 "Unauthorized", 429 "Too Many Requests", 500 "Internal Server Error" }
/// }
/// # fn main() {
/// let guard = guard!(statusbook::vpn | edge).enforce().under("/v1");
/// # drop(guard);
/// # }
/// ```
///
/// # Errors
/// An operation that documents no error is a compile error, because every error there would be undocumented.
///
/// ```compile_fail,E0080
/// statusbook::status_table! {
///     mod fine { 200 "OK" }
/// }
/// # fn main() {
/// let guard = statusbook::guard!(fine);
/// # }
/// ```
#[macro_export]
macro_rules! guard {
    ($($tokens:tt)*) => {
        $crate::__private::guard_macro!{ [$crate] $($tokens)* }
    };
}
