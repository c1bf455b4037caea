//! The macros of [statusbook](https://docs.rs/statusbook). Only their entry points: `statusbook-expand` has the code.
//!
//! cargo starts to compile a plain library as soon as the interfaces of its dependencies are known. A crate of macros has to
//! wait until they are built.
//!
//! The documentation is here and not at the re-exports, because rust-analyzer looks for it here. Each begins in this file,
//! because rust-analyzer does not show the text of an `include_str!`.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;
use statusbook_expand::{api_response, derive, exhaustive, guard, handles, router, status, table};

/// Makes an enum or a struct an error type whose statuses are checked against a documented table.
///
/// The derive implements `Display`, `Error`, `From`, [`ApiError`], [`Contract`] and [`IntoResponse`]. It also implements the
/// response trait of each framework whose feature is enabled.
///
/// ```
/// use statusbook::{ApiError, Contract, StatusSet, vpn};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(table = vpn)]
/// enum GatewayError {
///     #[status(404, "gateway `{id}` does not exist")]
///     NotFound { id: String },
///
///     #[status(409, "gateway `{0}` is in use", code = "VPN.0012")]
///     InUse(String),
///
///     #[status(
///         503, "maintenance",
///         header(RETRY_AFTER = "{seconds}"), detail = "back in {seconds} s",
///     )]
///     Maintenance { seconds: u32 },
///
///     #[status(500, transparent)]
///     Io(#[from] std::io::Error),
///
///     #[status(transparent)]
///     Connection(#[from] ConnectionError),
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(table = vpn)]
/// #[status(504)]
/// struct ConnectionError;
///
/// let error = GatewayError::InUse("eu-7".to_owned());
/// assert_eq!(error.to_string(), "gateway `eu-7` is in use");
/// assert_eq!((error.status().code(), error.error_code()), (409, Some("VPN.0012")));
/// assert_eq!(GatewayError::STATUSES, StatusSet::of(&[404, 409, 500, 503, 504]));
///
/// let error = GatewayError::from(ConnectionError);
/// assert_eq!(error.status(), 504);
/// assert_eq!(error.detail(), "A gateway timeout error occurs.");
/// ```
///
/// [`ApiError`]: https://docs.rs/statusbook/latest/statusbook/trait.ApiError.html
/// [`Contract`]: https://docs.rs/statusbook/latest/statusbook/trait.Contract.html
/// [`IntoResponse`]: https://docs.rs/statusbook/latest/statusbook/trait.IntoResponse.html
///
#[doc = include_str!("../docs/derive.md")]
#[proc_macro_derive(ApiError, attributes(api_error, status, from, source, extension))]
pub fn derive_api_error(input: TokenStream) -> TokenStream {
    derive::expand(input.into()).into()
}

/// Makes an enum a response that has several possible successes, each with its status.
///
/// Use it for what a handler returns on success. For errors, derive [`ApiError`]. Each variant has a status from 100 to 399 and
/// at most one body. The body is any response of the framework, such as its `Json<T>`.
///
/// ```
/// use statusbook::{ApiResponse, IntoResponse, Responses, StatusSet};
/// use statusbook::{bytes::Bytes, http::Response};
///
/// #[derive(ApiResponse)]
/// enum PutPet {
///     #[status(201)]
///     Created(()),
///     #[status(204)]
///     Replaced,
/// }
///
/// assert_eq!(PutPet::STATUSES, StatusSet::of(&[201, 204]));
/// assert_eq!(PutPet::Replaced.into_response().status(), 204);
/// ```
///
/// The type implements [`Responses`], so [`#[handles]`][handles] checks a handler that returns it. The body supplies the
/// response, and the variant supplies its status. `#[api_response(crate = path)]` names the path of this crate, if it is not
/// `::statusbook`.
///
/// # Errors
/// These are compile errors:
///
/// - a variant without a status, or with a status from 400 to 599
/// - a status on the enum itself
/// - a variant with several fields
/// - a body that hides its status
///
/// [`ApiError`]: https://docs.rs/statusbook/latest/statusbook/derive.ApiError.html
/// [`Responses`]: https://docs.rs/statusbook/latest/statusbook/trait.Responses.html
/// [handles]: https://docs.rs/statusbook/latest/statusbook/attr.handles.html
#[proc_macro_derive(ApiResponse, attributes(api_response, status))]
pub fn derive_api_response(input: TokenStream) -> TokenStream {
    api_response::expand(input.into()).into()
}

/// Checks that everything a handler can respond with is documented for its operation.
///
/// This includes the success, the error, and the rejections of extractors, which respond before the handler runs. The attribute
/// reads the signature, and not the body. Each type of the signature states its statuses through [`Responses`]. An error message
/// points at the type that causes it.
///
/// ```
/// use statusbook::{ApiError, Created, handles, status_table};
///
/// status_table! {
///     mod add_pet {
///         201 "Created" => "The pet, with its number",
///         409 "Conflict" => "Another pet has this name",
///     }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(table = add_pet)]
/// enum AddPetError {
///     #[status(409, "a pet is called `{0}` already")]
///     NameTaken(String),
/// }
///
/// #[handles(add_pet, exhaustive)]
/// async fn add() -> Result<Created<String>, AddPetError> {
///     Ok(Created("Nora".to_owned()))
/// }
/// # fn main() {}
/// ```
///
/// The argument is a table, or a union of tables: `petstore::add_pet | edge`. Here `edge` is a table of what every operation may
/// send.
///
/// | option | meaning |
/// |---|---|
/// | `exhaustive` | the handler must use every status that the operation lists; `exhaustive(except(503))` excuses some |
/// | `faults` | also checks the 500s that only a mistake in the program causes, such as a missing `Extension` |
/// | `state = AppState` | the state of the router; the default is the type of the `State<T>` argument, or `()` without one |
/// | `never(413 = "the limit is off")` | excludes a status that the types allow but this service never sends; a compile error once no type allows the status |
/// | `with(R = PgRepo)` | the instance of a generic handler to check, with a type for each type parameter |
/// | `declares(200, 404)` | declares what the handler returns, if its types hide that or allow more |
/// | `framework = poem` | the framework of the handler; needed if several are enabled and no parameter shows which; `rocket`, `salvo` and `warp` need it whenever another one is enabled |
/// | `crate = path` | the path of this crate, if it is not `::statusbook` |
///
/// Two attributes belong on a parameter:
///
/// - `#[into]` turns the extractor's rejection into the handler's error type. The error type must implement `From` for the rejection.
/// - `#[declares(413, 422)]` declares the statuses of the extractor's rejection.
///
/// [`Responses`]: https://docs.rs/statusbook/latest/statusbook/trait.Responses.html
///
#[doc = include_str!("../docs/handles.md")]
#[proc_macro_attribute]
pub fn handles(arguments: TokenStream, item: TokenStream) -> TokenStream {
    handles::expand(arguments.into(), &item.into()).into()
}

/// The checks of a handler, which `#[handles]` put into an attribute of its hidden type.
#[doc(hidden)]
#[proc_macro_derive(Checks, attributes(__checks))]
pub fn derive_checks(input: TokenStream) -> TokenStream {
    handles::checks(input.into()).into()
}

/// `status!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn status(input: TokenStream) -> TokenStream {
    status::expand(&input.into()).into()
}

/// `status_table!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn status_table(input: TokenStream) -> TokenStream {
    table::expand(&input.into()).into()
}

/// `router!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn router(input: TokenStream) -> TokenStream {
    router::expand(&input.into()).into()
}

/// `assert_exhaustive!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn assert_exhaustive(input: TokenStream) -> TokenStream {
    exhaustive::expand(&input.into()).into()
}

/// `guard!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn guard(input: TokenStream) -> TokenStream {
    guard::expand(&input.into()).into()
}
