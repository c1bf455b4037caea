//! Texts with placeholders: their syntax, and the fields that they show.

mod format;
mod resolve;
mod shorthand;
mod template;

pub(crate) use resolve::{Expression, Place, Text, expression, resolve};
pub(crate) use shorthand::shorthand;
pub(crate) use template::{Extra, Template};
