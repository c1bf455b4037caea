//! What the macros' output names. Not public API.

pub use crate::__answer as answer;
pub use crate::__extension as extension;
pub use crate::__union as union_table;
pub use crate::body::{Fixed, Format, Members, fixed};
pub use crate::check;
pub use crate::derived::{Case, Held, Reply, Show, ShowPath, Source, uri};
pub use crate::error::{ApiError, Contract};
pub use crate::methods::Methods;
pub use crate::response::declared::Declared;
#[allow(
    unused_imports,
    unreachable_pub,
    reason = "empty where no framework is enabled"
)]
pub use crate::response::frameworks::*;
pub use crate::response::{IntoResponse, insert_header, respond};
pub use crate::set::StatusSet;
pub use crate::status::Status;
pub use crate::table::{Entry, ErrorCode, Operation, Table, TableData};
pub use crate::union;
pub use bytes::Bytes;
pub use http;
pub use statusbook_macros::{assert_covered, status, status_table};
pub use std;
pub use std::borrow::Cow;
pub use std::primitive::str as Str;
