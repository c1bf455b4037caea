//! What `#[handles]` makes of a parameter with `#[into]` or `#[declares(…)]`, and of a response that is declared.

use std::marker::PhantomData;

use crate::set::StatusSet;

/// An extractor whose rejection becomes the error `E`: what `#[into]` makes of a parameter.
///
/// A test that calls such a handler itself writes `Or::new(Json(pet))`.
#[derive(Debug)]
pub struct Or<T, E>(pub T, pub PhantomData<fn() -> E>);

impl<T, E> Or<T, E> {
    /// The value, as if the extractor had made it.
    pub const fn new(value: T) -> Self {
        Or(value, PhantomData)
    }
}

/// A response or an extractor with the statuses that are stated for it, for the guard.
///
/// A handler that `declares(…)` returns it: what the handler's body gave is `.0`.
#[derive(Debug)]
pub struct Declares<T, L>(pub T, pub PhantomData<fn() -> L>);

impl<T, L> Declares<T, L> {
    /// The value, with what is stated for it.
    pub const fn new(value: T) -> Self {
        Declares(value, PhantomData)
    }
}

/// Statuses that are stated, in a type.
pub trait Statement {
    /// The statuses.
    const STATUSES: StatusSet;
}

/// `CODE`, and those of `REST`.
#[derive(Debug)]
pub struct Stated<const CODE: u16, REST>(PhantomData<REST>);

impl Statement for () {
    const STATUSES: StatusSet = StatusSet::EMPTY;
}

impl<const CODE: u16, REST: Statement> Statement for Stated<CODE, REST> {
    const STATUSES: StatusSet = REST::STATUSES.with(CODE);
}
