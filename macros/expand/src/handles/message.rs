//! What `#[handles]` and `router!` say about a handler that they cannot read.

pub(crate) const NO_TABLE: &str =
    "write the table of the operation first: `#[handles(petstore::add_pet)]`";

pub(crate) const SEVERAL_TABLES: &str = "the handler has a table already: write the union of the two, `#[handles(petstore::add_pet | edge)]`";

pub(crate) const NOT_A_FUNCTION: &str = "`#[handles(…)]` belongs on a handler, which is a function";

pub(crate) const NO_BODY: &str =
    "a function without a body is not a handler: write `#[handles(…)]` where it is implemented";

pub(crate) const EMPTY_DECLARES: &str =
    "expected the statuses of the response: `declares(200, 404)`";

pub(crate) const EMPTY_DECLARES_ON_PARAMETER: &str =
    "expected the statuses of the rejection: `#[declares(413, 422)]`";

pub(crate) const EMPTY_NEVER: &str =
    "expected statuses, each with a reason: `never(413 = \"the limit is off\")`";

pub(crate) const EMPTY_WITH: &str =
    "expected an instance of each type parameter: `with(R = PgRepo)`";

pub(crate) const INTO_AND_DECLARES: &str = "`#[into]` turns the rejection into the handler's error, so there is nothing to declare: remove `#[declares(…)]`";

pub(crate) const INTO_WITHOUT_ERROR: &str =
    "`#[into]` turns the rejection into the handler's error, so the handler must return a `Result`";

pub(crate) const INTO_TAKES_NOTHING: &str = "`#[into]` takes no arguments";

pub(crate) const SELF_TYPE: &str = "write the type: the check of the handler does not know `Self`";

pub(crate) const IMPL_PARAMETER: &str =
    "write the type of the extractor: `impl Trait` hides the statuses of its rejection";

pub(crate) const SEVERAL_STATES: &str = "the handler takes several states: name the state of its router, `#[handles(…, state = AppState)]`";

pub(crate) const DECLARES_NEEDS_ASYNC: &str =
    "`declares(…)` needs an `async fn`, because it marks the response for the guard";

pub(crate) fn never_without_reason(code: u16) -> String {
    format!("write why `{code}` never happens: `{code} = \"the limit is off\"`")
}

/// `-> impl IntoResponse`.
pub(crate) fn hidden(shown: &str) -> String {
    format!(
        "`{shown}` hides its status: return a type with a fixed status, such as `Json<T>`, `Created<T>` or one that derives `ApiResponse`, or declare it: `#[handles(…, declares(200, 404))]`"
    )
}

/// A generic handler without `with(…)`.
pub(crate) fn generic(parameter: &str) -> String {
    format!(
        "the handler is generic over `{parameter}`: name the instance to check, `#[handles(…, with({parameter} = PgRepo))]`"
    )
}

/// `with(Q = …)` of a handler without `Q`.
pub(crate) fn unknown_parameter(parameter: &str) -> String {
    format!("the handler has no type parameter `{parameter}`: remove it from `with(…)`")
}
