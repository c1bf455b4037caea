//! What the attributes say, as it is written: `#[api_error(…)]`, `#[status(…)]`, and the `header(…)` in it.

mod header;
mod item;
mod keys;
mod status;

pub(crate) use header::HeaderValue;
pub(crate) use item::{Exhaustive, Instance, ItemAttr, Skip};
pub(crate) use status::{Declared, ErrorCode, StatusAttr};
