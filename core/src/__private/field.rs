//! What the derive asks of a field of any type: its text, and its error.

use std::error::Error;
use std::fmt::Display;
use std::ops::Deref;
use std::panic::UnwindSafe;
use std::path::{self, Path};

use crate::error::ApiError;

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

/// A field, asked for its error: itself, or what it dereferences to (`Box<dyn Error>`, `anyhow::Error`).
///
/// `__find` is a method of three types, each of which dereferences to the next. rustc takes the first whose bounds hold; the
/// last is there to say what is wrong.
pub struct Source<'a, T>(Behind<'a, T>);

/// See [`Source`].
pub struct Behind<'a, T>(Nowhere<'a, T>);

/// See [`Source`].
pub struct Nowhere<'a, T>(&'a T);

impl<'a, T> Source<'a, T> {
    pub fn of(field: &'a T) -> Self {
        Source(Behind(Nowhere(field)))
    }
}

impl<'a, T: Error + 'static> Source<'a, T> {
    pub fn __find(&self) -> &'a (dyn Error + 'static) {
        self.0.0.0
    }
}

impl<'a, T: Deref<Target: Object>> Behind<'a, T> {
    pub fn __find(&self) -> &'a (dyn Error + 'static) {
        T::deref(self.0.0).object()
    }
}

impl<'a, T> Nowhere<'a, T> {
    pub fn __find(&self) -> &'a (dyn Error + 'static)
    where
        T: IsError,
    {
        self.0.is_error()
    }
}

impl<'a, T> Deref for Source<'a, T> {
    type Target = Behind<'a, T>;

    fn deref(&self) -> &Behind<'a, T> {
        &self.0
    }
}

impl<'a, T> Deref for Behind<'a, T> {
    type Target = Nowhere<'a, T>;

    fn deref(&self) -> &Nowhere<'a, T> {
        &self.0
    }
}

/// Nothing implements it: what is an error has been found before.
#[diagnostic::on_unimplemented(
    message = "the source of an error must be an error, and `{Self}` does not implement `std::error::Error`",
    label = "does not implement `std::error::Error`",
    note = "implement `std::error::Error` for it; if it is not a source, rename a field called `source`, or remove the attribute"
)]
pub trait IsError {
    fn is_error(&self) -> &(dyn Error + 'static);
}

/// An error object, with any set of markers.
pub trait Object {
    fn object(&self) -> &(dyn Error + 'static);
}

macro_rules! objects {
    ($($object:ty),* $(,)?) => {
        $(impl Object for $object {
            fn object(&self) -> &(dyn Error + 'static) {
                self
            }
        })*
    };
}

objects! {
    dyn Error,
    dyn Error + Send,
    dyn Error + Sync,
    dyn Error + Send + Sync,
    dyn Error + Send + UnwindSafe,
    dyn Error + Send + Sync + UnwindSafe,
    dyn ApiError,
    dyn ApiError + Send + Sync,
}
