//! The source of an error, from a field of any type that holds one.

use std::error::Error;
use std::panic::UnwindSafe;

/// Turns an error, or what dereferences to one (`Box<dyn Error>`, `anyhow::Error`), into a trait object.
///
/// The derive calls it as a method, so that rustc dereferences as often as needed.
pub trait AsSource<'a> {
    fn as_source(&self) -> &(dyn Error + 'a);
}

impl<'a, E: Error + 'a> AsSource<'a> for E {
    fn as_source(&self) -> &(dyn Error + 'a) {
        self
    }
}

/// One implementation for each set of markers that an error object is seen with.
macro_rules! objects {
    ($($object:ty),* $(,)?) => {
        $(impl<'a> AsSource<'a> for $object {
            fn as_source(&self) -> &(dyn Error + 'a) {
                self
            }
        })*
    };
}

objects! {
    dyn Error + 'a,
    dyn Error + Send + 'a,
    dyn Error + Send + Sync + 'a,
    dyn Error + Send + UnwindSafe + 'a,
    dyn Error + Send + Sync + UnwindSafe + 'a,
}
