//! What `#[derive(ApiResponse)]` says about a type that it cannot read.

pub(crate) const UNION: &str =
    "a union is not a response: write an enum, with a `#[status(…)]` for each variant";

pub(crate) const EMPTY: &str =
    "an enum without variants has no response: add one, with its `#[status(…)]`";

pub(crate) const ON_ENUM: &str =
    "an enum has no status of its own: write `#[status(…)]` on each variant";

pub(crate) const USAGE: &str = "expected a status: `#[status(201)]`";

pub(crate) const ONLY_STATUS: &str =
    "a response has its status only, and its body supplies the rest: `#[status(201)]`";

pub(crate) const SECOND_STATUS: &str = "a variant has one status: remove this `#[status(…)]`";

pub(crate) const ATTRIBUTE_USAGE: &str =
    "expected the path of this crate: `#[api_response(crate = crate::reexports::statusbook)]`";

/// A variant without `#[status(…)]`.
pub(crate) fn no_status(variant: &str) -> String {
    format!("variant `{variant}` needs a status: `#[status(201)]`")
}

pub(crate) fn error(code: u16) -> String {
    format!("`{code}` is an error: give it to a type that derives `ApiError`")
}

/// More than one field.
pub(crate) fn several_bodies(variant: &str) -> String {
    format!("`{variant}` can have only one field, the body: combine several into one type")
}
