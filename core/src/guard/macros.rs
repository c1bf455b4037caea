//! `guard!`.

/// A [`Guard`](crate::guard::Guard) of a table: the net for what no type shows. See the module [`guard`](mod@crate::guard).
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
/// A document in which some operation documents no error does not compile: whatever goes wrong there would be undocumented.
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
