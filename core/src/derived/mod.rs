//! What the output of `#[derive(ApiError)]` calls, so that the output itself stays short. Not public API.

mod case;
mod held;
mod show;
mod source;
mod uri;

pub(crate) use case::text;
pub use case::{Case, Reply};
pub use held::Held;
pub use show::{Show, ShowPath};
pub use source::Source;
pub use uri::uri;
