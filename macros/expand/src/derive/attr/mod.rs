//! The attributes as written: `#[api_error(…)]`, `#[status(…)]`, and `header(…)` in it.

mod header;
mod item;
mod keys;
mod status;

pub(crate) use header::HeaderValue;
pub(crate) use item::{Exhaustive, Instance, ItemAttr, Skip};
pub(crate) use status::{Declared, ErrorCode, StatusAttr};
