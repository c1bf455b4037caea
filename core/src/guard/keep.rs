//! Hands an error itself over to the guard, where its type can change threads. Not public API.

use std::error::Error;

use http::Extensions;

use super::sent::Sent;

/// An error, until it is handed over.
#[derive(Debug)]
pub struct Kept<E>(pub Option<E>);

/// For errors that can change threads. A trait of the user's in scope may have methods for every type: theirs has another name.
pub trait Itself {
    /// Hands the error over.
    fn __statusbook_keep(&mut self, extensions: &mut Extensions);
}

impl<E: Error + Send + Sync + 'static> Itself for Kept<E> {
    fn __statusbook_keep(&mut self, extensions: &mut Extensions) {
        if let Some(error) = self.0.take()
            && let Some(sent) = extensions.get_mut::<Sent>()
        {
            sent.keep(Box::new(error));
        }
    }
}

/// For all others: the guard is told their messages. rustc looks for this one later, because it takes one reference more.
pub trait Told {
    /// Does nothing.
    fn __statusbook_keep(&mut self, extensions: &mut Extensions);
}

impl<E> Told for &mut Kept<E> {
    fn __statusbook_keep(&mut self, _: &mut Extensions) {}
}

/// The response of an error, which carries the error. Of a type with parameters it is not known whether it can.
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
