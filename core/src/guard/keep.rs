//! Passes an error itself to the guard, if its type is `Send` and `Sync`. Not public API.

use std::error::Error;

use http::Extensions;

use super::sent::Sent;

/// An error, until it is passed on.
#[derive(Debug)]
pub struct Kept<E>(pub Option<E>);

/// For errors that are `Send` and `Sync`. The method has an unusual name, because a trait in the user's scope may
/// have methods for every type.
pub trait Itself {
    /// Passes on the error.
    fn __statusbook_keep(&mut self, extensions: &mut Extensions);
}

impl<E: Error + Send + Sync + 'static> Itself for Kept<E> {
    fn __statusbook_keep(&mut self, extensions: &mut Extensions) {
        if let Some(error) = self.0.take()
            && let Some(sent) = extensions.get_mut::<Sent>()
        {
            sent.keep(error);
        }
    }
}

/// For all other errors, of which the guard gets the messages. Takes one reference more, so that rustc tries it later.
pub trait Told {
    /// Does nothing.
    fn __statusbook_keep(&mut self, extensions: &mut Extensions);
}

impl<E> Told for &mut Kept<E> {
    fn __statusbook_keep(&mut self, _: &mut Extensions) {}
}

/// The response of an error, which carries the error. For a type with parameters, it is not known whether it can be carried.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ([] $error:expr, $response:expr) => {{
        use $crate::__private::keeping::*;
        let mut response = $response;
        let mut kept =
            $crate::__private::keeping::Kept($crate::__private::std::option::Option::Some($error));
        (&mut kept).__statusbook_keep(response.extensions_mut());
        response
    }};
    ([$($generics:tt)+] $error:expr, $response:expr) => {
        $response
    };
}
