//! Passes an error itself to the guard, if its type is `Send` and `Sync`. Not public API.

use std::error::Error;

use http::Extensions;

use super::sent::{Reads, Sent};

/// Where an error is passed on, if a guard of this process reads it.
#[inline]
pub fn wanted(extensions: &mut Extensions) -> Option<&mut Sent> {
    if !Reads::Error.are_demanded() {
        return None;
    }
    extensions.get_mut()
}

/// An error, until it is passed on.
#[derive(Debug)]
pub struct Kept<E>(pub Option<E>);

/// For errors that are `Send` and `Sync`. The method has an unusual name, because a trait in the user's scope may
/// have methods for every type.
pub trait Itself {
    /// Passes on the error.
    fn __statusbook_keep(&mut self, sent: &mut Sent);
}

impl<E: Error + Send + Sync + 'static> Itself for Kept<E> {
    fn __statusbook_keep(&mut self, sent: &mut Sent) {
        if let Some(error) = self.0.take() {
            sent.keep(error);
        }
    }
}

/// For all other errors, of which the guard gets the messages. Takes one reference more, so that rustc tries it later.
pub trait Told {
    /// Does nothing.
    fn __statusbook_keep(&mut self, sent: &mut Sent);
}

impl<E> Told for &mut Kept<E> {
    fn __statusbook_keep(&mut self, _: &mut Sent) {}
}

/// The response of an error, which carries the error. For a type with parameters, it is not known whether it can be carried.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ([] $error:expr, $response:expr) => {{
        use $crate::__private::keeping::*;
        // A binding cannot have the name of a static that is in scope.
        let mut __response = $response;
        let __sent = $crate::__private::keeping::wanted(__response.extensions_mut());
        if let $crate::__private::std::option::Option::Some(__sent) = __sent {
            let mut __kept = $crate::__private::keeping::Kept(
                $crate::__private::std::option::Option::Some($error),
            );
            (&mut __kept).__statusbook_keep(__sent);
        }
        __response
    }};
    ([$($generics:tt)+] $error:expr, $response:expr) => {
        $response
    };
}
