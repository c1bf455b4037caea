//! What `#[derive(ApiError)]` does with an error type, by feature.

mod answers;
mod arguments;
mod contract;
mod defaults;
mod display;
mod from;
mod generics;
mod source;
mod transparent;
