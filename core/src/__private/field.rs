//! What the derive needs from a field of any type: its text and its error.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{Display, Write as _};
use std::ops::Deref;
use std::panic::UnwindSafe;
use std::path::{self, Path};
use std::sync::Arc;

use crate::error::ApiError;
use crate::status::Status;

/// A field whose type is called `Path` or `PathBuf`. It is shown with `Display` if it has that, and otherwise as a path.
pub struct Show<'a, T: ?Sized>(pub &'a T);

// An inherent method whose bounds hold takes precedence over a trait method. But a by-value method of a user's trait
// for every type would take precedence over both. So this method has an unusual name.
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
/// `__find` is a method of three types, each of which dereferences to the next. rustc takes the first whose bounds
/// hold. The last one produces the error message.
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

// `transparent` asks the error itself, which may borrow.
impl<'a, T: Error> Source<'a, T> {
    pub fn __inner(&self) -> &'a (dyn Error + 'a) {
        self.0.0.0
    }
}

impl<'a, T: Deref<Target: Object>> Behind<'a, T> {
    pub fn __inner(&self) -> &'a (dyn Error + 'a) {
        T::deref(self.0.0).object()
    }

    pub fn __find(&self) -> &'a (dyn Error + 'static) {
        T::deref(self.0.0).object()
    }
}

impl<'a, T> Nowhere<'a, T> {
    pub fn __inner(&self) -> &'a (dyn Error + 'a)
    where
        T: IsError,
    {
        self.0.is_error()
    }

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

/// Nothing implements it, because every error was found before.
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

/// `#[status(transparent)]`: the error in a field. A type that is not an error is refused where its statuses are
/// needed. Here it is accepted, so that one mistake is reported once.
pub struct InnerError<'a, T>(NoError<'a, T>);

/// See [`InnerError`].
pub struct NoError<'a, T>(&'a T);

impl<'a, T> InnerError<'a, T> {
    pub fn of(field: &'a T) -> Self {
        InnerError(NoError(field))
    }
}

impl<'a, T: ApiError> InnerError<'a, T> {
    pub fn __error(&self) -> &'a (dyn ApiError + 'a) {
        self.0.0
    }
}

impl<'a, T> NoError<'a, T> {
    #[allow(
        clippy::unused_self,
        reason = "called as the method of `InnerError` is"
    )]
    pub fn __error(&self) -> &'a (dyn ApiError + 'a) {
        // Never called: the program does not compile.
        loop {
            std::hint::spin_loop();
        }
    }
}

impl<'a, T> Deref for InnerError<'a, T> {
    type Target = NoError<'a, T>;

    fn deref(&self) -> &NoError<'a, T> {
        &self.0
    }
}

/// `by = .0.status()`: a status code.
#[diagnostic::on_unimplemented(
    message = "`by` must be a status code, and `{Self}` is not one",
    label = "neither `http::StatusCode` nor `u16`",
    note = "write an expression for an `http::StatusCode` or a `u16`, such as `by = .0.status()`"
)]
pub trait IsStatus {
    fn code(self) -> u16;
}

macro_rules! statuses {
    ($($status:ty),* $(,)?) => {
        $(impl IsStatus for $status {
            fn code(self) -> u16 {
                u16::from(self)
            }
        }

        impl IsStatus for &$status {
            fn code(self) -> u16 {
                u16::from(*self)
            }
        })*
    };
}

statuses!(u16, http::StatusCode, Status);

/// `code = .code`: the service's own error code, as a text.
#[diagnostic::on_unimplemented(
    message = "`code` must be a text that the error holds, and `{Self}` is not one",
    label = "neither a `&str` nor a field of type `String`",
    note = "write an expression for a `&str`, for a field that is a text, or for an `Option` of one; a new `String` cannot be returned"
)]
pub trait ErrorCodeOf<'a> {
    fn error_code(self) -> Option<&'a str>;
}

impl<'a> ErrorCodeOf<'a> for &'a str {
    fn error_code(self) -> Option<&'a str> {
        Some(self)
    }
}

impl<'a> ErrorCodeOf<'a> for &&'a str {
    fn error_code(self) -> Option<&'a str> {
        Some(self)
    }
}

impl<'a, T: ErrorCodeOf<'a>> ErrorCodeOf<'a> for Option<T> {
    fn error_code(self) -> Option<&'a str> {
        self?.error_code()
    }
}

impl<'a, T> ErrorCodeOf<'a> for &'a Option<T>
where
    &'a T: ErrorCodeOf<'a>,
{
    fn error_code(self) -> Option<&'a str> {
        self.as_ref()?.error_code()
    }
}

macro_rules! texts {
    ($($text:ty),* $(,)?) => {
        $(impl<'a> ErrorCodeOf<'a> for &'a $text {
            fn error_code(self) -> Option<&'a str> {
                Some(self)
            }
        })*
    };
}

texts!(String, Box<str>, Arc<str>, Cow<'_, str>);

/// `header(RETRY_AFTER = .after)`: a value with `Display`, or an `Option` of one.
pub struct Header<'a, T: ?Sized>(OptionalHeader<'a, T>);

/// See [`Header`].
pub struct OptionalHeader<'a, T: ?Sized>(&'a T);

impl<'a, T: ?Sized> Header<'a, T> {
    pub fn of(value: &'a T) -> Self {
        Header(OptionalHeader(value))
    }
}

impl<T: Display + ?Sized> Header<'_, T> {
    pub fn __text(&self) -> Option<String> {
        Some(self.0.0.to_text())
    }
}

impl<T> OptionalHeader<'_, T> {
    pub fn __text(&self) -> Option<String>
    where
        T: HeaderValueOf,
    {
        self.0.text()
    }
}

impl<'a, T: ?Sized> Deref for Header<'a, T> {
    type Target = OptionalHeader<'a, T>;

    fn deref(&self) -> &OptionalHeader<'a, T> {
        &self.0
    }
}

/// See [`Header`].
#[diagnostic::on_unimplemented(
    message = "the value of a header must implement `Display`, and `{Self}` does not",
    label = "neither a value with `Display` nor an `Option` of one",
    note = "write a text, such as `\"{{field}}\"`, or an expression for a value with `Display`"
)]
pub trait HeaderValueOf {
    fn text(&self) -> Option<String>;
}

impl<T: Display> HeaderValueOf for Option<T> {
    fn text(&self) -> Option<String> {
        self.as_ref().map(ToText::to_text)
    }
}

impl<T: Display> HeaderValueOf for &Option<T> {
    fn text(&self) -> Option<String> {
        self.as_ref().map(ToText::to_text)
    }
}

/// If `Display` fails, this does not panic, as `to_string` would. The empty text is not a header.
trait ToText: Display {
    fn to_text(&self) -> String {
        let mut text = String::new();
        if write!(text, "{self}").is_err() {
            text.push('\0');
        }
        text
    }
}

impl<T: Display + ?Sized> ToText for T {}
