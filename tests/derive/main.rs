//! What `#[derive(ApiError)]` does with an error type, by feature.

mod arguments;
mod by_value;
mod contract;
mod decided;
mod defaults;
mod display;
mod from;
mod generics;
mod responses;
mod rfc9110;
mod source;
mod terms;
mod transparent;
mod unsized_fields;
mod unusual;
