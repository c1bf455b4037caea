#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

extern crate self as statusbook;

#[doc(hidden)]
pub mod __private;
pub mod body;
mod client;
#[cfg(feature = "document")]
#[cfg_attr(docsrs, doc(cfg(feature = "document")))]
pub mod document;
mod error;
#[cfg(feature = "guard")]
pub mod guard;
// Text for people: the crate itself does not need it.
#[cfg(any(doc, doctest))]
pub mod guide;
#[doc(hidden)]
pub mod handlers;
mod macros;
mod message;
mod methods;
mod nearest;
mod registry;
mod response;
mod sent;
#[cfg(feature = "serde")]
mod serialize;
mod set;
mod status;
mod table;
pub mod tables;
mod text;
mod undocumented;
mod uri;

pub use body::{Body, CodeMessage, Problem, Text};
pub use bytes;
pub use client::UndocumentedResponse;
pub use error::{ApiError, Contract};
pub use handlers::success::*;
pub use handlers::{Or, Responses};
pub use http;
pub use methods::{MethodNames, Methods};
pub use response::{IntoResponse, respond};
pub use set::{Codes, StatusSet};
pub use status::Status;
pub use statusbook_macros::{ApiError, ApiResponse, handles};
pub use table::{Class, Entry, ErrorCode, Operation, Table};
#[doc(inline)]
pub use tables::{dc, er, vpc, vpcep, vpn};
pub use undocumented::Undocumented;
