//! `{path}` in a message: paths have no `Display` of their own.

use std::fmt::Display;
use std::path::{self, Path};

/// A field whose type is called `Path` or `PathBuf`: one that implements `Display` shows itself, another shows as a path.
pub struct Show<'a, T: ?Sized>(pub &'a T);

// An inherent method goes before one of a trait, if its bounds hold. A method that some trait of the user's gives to
// every type by value would go before both: hence its name.
impl<'a, T: Display + ?Sized> Show<'a, T> {
    pub fn __show(&self) -> &'a T {
        self.0
    }
}

/// The other half of [`Show`].
pub trait ShowPath<'a> {
    fn __show(&self) -> path::Display<'a>;
}

impl<'a, T: AsRef<Path> + ?Sized> ShowPath<'a> for Show<'a, T> {
    fn __show(&self) -> path::Display<'a> {
        self.0.as_ref().display()
    }
}
