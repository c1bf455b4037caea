//! Items for the output of the macros. Not public API.
//!
//! `check` and `held` check statuses. `derived` and `field` are the parts of an error type. `fixed` writes bodies at
//! compile time. `union` and `intersection` make tables from other tables.

pub mod check;
mod derived;
mod field;
pub mod fixed;
mod held;
pub mod intersection;
pub mod union;

pub use self::derived::{Outcome, Variant};
pub use self::field::{ErrorCodeOf, Header, InnerError, IsStatus, Show, ShowPath, Source};
pub use self::held::Held;
pub use crate::__extension as extension;
pub use crate::__intersection as intersection_table;
pub use crate::__keep as keep;
pub use crate::__respond as respond_traits;
pub use crate::__union as union_table;
pub use crate::body::{Format, Members};
#[cfg(feature = "aide")]
pub use crate::document::aide;
#[cfg(feature = "utoipa")]
pub use crate::document::utoipa;
pub use crate::error::{ApiError, Contract};
#[cfg(feature = "guard")]
pub use crate::guard::keep as keeping;
#[cfg(feature = "guard")]
pub use crate::guard::{Document, Guard, checked as guarded};
pub use crate::handlers;
pub use crate::methods::Methods;
pub use crate::response::declared::Declared;
#[allow(
    unused_imports,
    unreachable_pub,
    reason = "empty where no framework is enabled"
)]
pub use crate::response::frameworks::*;
pub use crate::response::{
    IntoResponse, insert_header, insert_header_of, insert_header_or, respond,
};
pub use crate::sent::Sent;
pub use crate::set::StatusSet;
pub use crate::status::Status;
pub use crate::table::{Entry, ErrorCode, Operation, Table, TableData};
pub use crate::text::shown;
pub use crate::uri::uri;
pub use bytes::Bytes;
pub use http;
#[cfg(feature = "guard")]
pub use statusbook_macros::guard as guard_macro;
pub use statusbook_macros::{assert_exhaustive, router, status, status_table};
pub use std;
pub use std::borrow::Cow;
pub use std::primitive::str as Str;
