//! Texts with placeholders: how they are written, what `{…}` in them names, and which fields that shows.

mod format;
mod resolve;
mod shorthand;
mod template;

pub(crate) use resolve::{Expression, Place, Text, expression, resolve};
pub(crate) use shorthand::shorthand;
pub(crate) use template::{Extra, Template};
