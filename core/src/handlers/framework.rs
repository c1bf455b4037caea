//! Which framework runs a handler, and what its extractors respond with instead of running it.

use std::marker::PhantomData;

use super::success::Coded;
use super::{Responses, message};
use crate::set::StatusSet;

/// What one type of a handler's signature can respond with.
#[derive(Clone, Copy)]
pub struct Part {
    /// The statuses that a client can cause.
    pub statuses: StatusSet,
    /// Those that only a mistake in the program causes.
    pub faults: StatusSet,
}

impl Part {
    /// Whoever responds with nothing.
    pub const NONE: Self = Part {
        statuses: StatusSet::EMPTY,
        faults: StatusSet::EMPTY,
    };

    /// What a value of the type is responded with.
    pub const fn of<T: Responses>() -> Self {
        Part {
            statuses: T::STATUSES,
            faults: T::FAULTS,
        }
    }

    /// What is stated for a type that does not say it.
    pub const fn declared(codes: &[u16]) -> Self {
        Part {
            statuses: StatusSet::of(codes),
            faults: StatusSet::EMPTY,
        }
    }

    /// What the two can respond with.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Part {
            statuses: self.statuses.union(other.statuses),
            faults: self.faults.union(other.faults),
        }
    }
}

/// An extractor of the framework `F`, of whose state `S` is: with what it rejects requests.
///
/// `M` keeps the impls apart: rustc finds it. A user's extractor has the trait through its framework's own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare which statuses it rejects requests with",
    label = "its rejection hides its status",
    note = "let its rejection derive `ApiError`, turn it into the handler's error with `#[into]`, or declare its statuses: `#[declares(400)]`",
    note = "if the extractor works with one state only, name that state: `#[handles(…, state = AppState)]`"
)]
pub trait Extracts<F, S, M> {
    /// What the extractor responds with.
    const REJECTIONS: Part;
}

/// Rocket, Salvo and warp, whose parameters are not looked at: only what a handler returns is.
pub struct Unchecked;

impl Runs for Unchecked {}

impl<S> Framework<Unchecked, S> {
    /// This framework, where it is named.
    pub const fn named() -> Self {
        Self::EMPTY
    }
}

// Beside another framework every extractor would be of both: there `#[handles]` has to be told.
#[cfg(not(any(feature = "actix-web", feature = "axum", feature = "poem")))]
#[diagnostic::do_not_recommend]
impl<T: ?Sized, S> Extracts<Unchecked, S, Unchecked> for T {
    const REJECTIONS: Part = Part::NONE;
}

/// An extractor whose rejection `#[into]` turns into the error `E`.
#[diagnostic::on_unimplemented(
    message = "`#[into]` cannot turn the rejection of `{Self}` into `{E}`",
    label = "`{E}` does not implement `From` for this rejection",
    note = "give `{E}` a variant with `#[from]` and the type of the rejection, such as `JsonRejection`"
)]
pub trait Converts<F, S, E, M> {}

/// A framework, for what depends on it.
pub trait Runs {
    /// Whether `Ok(())` is a 204.
    const UNIT_IS_NO_CONTENT: bool = false;
}

/// The framework of a handler, which rustc infers: each method asks it for one type of the signature.
///
/// One value serves the whole signature. So an extractor that only one framework has also decides for extractors that
/// all have, such as `String`.
pub struct Framework<F, S>(PhantomData<fn() -> (F, S)>);

impl<F, S> Clone for Framework<F, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F, S> Copy for Framework<F, S> {}

impl<F, S> Framework<F, S> {
    pub(super) const EMPTY: Self = Framework(PhantomData);

    /// The rejection of the extractor `T`.
    pub const fn extractor<T, M>(self) -> Part
    where
        T: Extracts<F, S, M>,
    {
        T::REJECTIONS
    }

    /// The extractor `T`, whose rejection becomes the error of the `Result` `R`. The error is checked instead.
    pub const fn into<T, R, M>(self) -> Part
    where
        R: Fallible,
        T: Converts<F, S, R::Error, M>,
    {
        Part::NONE
    }

    /// What the handler returns.
    pub const fn output<T: Responses>(self) -> Part
    where
        F: Runs,
    {
        if F::UNIT_IS_NO_CONTENT {
            return Part {
                statuses: T::__ACTIX_WEB,
                faults: T::FAULTS,
            };
        }
        Part::of::<T>()
    }
}

/// A success with the content `T`, which is given the status `CODE` instead of 200.
#[track_caller]
pub const fn coded<const CODE: u16, T: Responses>() -> Part {
    output::<Coded<CODE, T>>()
}

/// What a handler returns, where no parameter shows the framework.
#[track_caller]
pub const fn output<T: Responses>() -> Part {
    if cfg!(not(feature = "actix-web")) {
        return Part::of::<T>();
    }
    let statuses = T::__ACTIX_WEB;
    let several = cfg!(any(
        feature = "axum",
        feature = "poem",
        feature = "rocket",
        feature = "salvo",
        feature = "warp"
    ));
    let same = statuses.is_subset(T::STATUSES) && T::STATUSES.is_subset(statuses);
    assert!(!several || same, "{}", message::WHICH_FRAMEWORK);
    Part {
        statuses,
        faults: T::FAULTS,
    }
}

/// Checks that a return type with the name `Result<T, E>` is one, because its parts are checked instead.
pub const fn result<R: IsResult<T, E>, T, E>() {}

/// `Result<T, E>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `core::result::Result<{T}, {E}>`, so its parts do not show what the handler responds with",
    label = "another type under the name of `Result`",
    note = "give an alias of `Result` another name, or one parameter: it is then checked as a whole"
)]
pub trait IsResult<T, E> {}

#[diagnostic::do_not_recommend]
impl<T, E> IsResult<T, E> for Result<T, E> {}

/// Checks that a return type with the name of a future of `T` is one.
pub const fn future<F: IsFuture<T>, T>() {}

/// `Future<Output = T>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a future of `{T}`, so the handler responds with something else",
    label = "another type under the name of a future",
    note = "write `impl Future<Output = {T}>`, or an `async fn`"
)]
pub trait IsFuture<T> {}

#[diagnostic::do_not_recommend]
impl<F: Future<Output = T> + ?Sized, T> IsFuture<T> for F {}

/// A `Result` under any name. `#[into]` turns a rejection into its error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Result`, so `#[into]` has no error to turn a rejection into",
    label = "the handler does not return a `Result`",
    note = "return a `Result` whose error has a `From` for the rejection, or remove `#[into]`"
)]
pub trait Fallible {
    /// The type of the error.
    type Error;
}

impl<T, E> Fallible for Result<T, E> {
    type Error = E;
}
