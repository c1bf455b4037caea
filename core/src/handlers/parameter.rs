//! What `#[handles]` turns a parameter with `#[into]` or `#[declares(…)]`, and a declared response, into.

use std::marker::PhantomData;

use crate::set::StatusSet;

/// An extractor whose rejection becomes the error of the `Result` `R`. `#[into]` gives a parameter this type.
///
/// A test that calls the handler directly passes `Or::new(Json(pet))`.
#[derive(Debug)]
pub struct Or<T, R>(pub T, pub PhantomData<fn() -> R>);

impl<T, R> Or<T, R> {
    /// Returns the value, as if the extractor had extracted it.
    pub const fn new(value: T) -> Self {
        Or(value, PhantomData)
    }
}

/// A response or an extractor with its declared statuses, for the guard.
///
/// A handler with `declares(…)` returns this type. `.0` is what the body of the handler returned.
#[derive(Debug)]
pub struct Declares<T, L>(pub T, pub PhantomData<fn() -> L>);

impl<T, L> Declares<T, L> {
    /// Returns the value with its declared statuses.
    pub const fn new(value: T) -> Self {
        Declares(value, PhantomData)
    }
}

/// Declared statuses as a type.
pub trait Statement {
    /// The statuses.
    const STATUSES: StatusSet;
}

/// `CODE`, and the codes of `REST`.
#[derive(Debug)]
pub struct Stated<const CODE: u16, REST>(PhantomData<REST>);

impl Statement for () {
    const STATUSES: StatusSet = StatusSet::EMPTY;
}

impl<const CODE: u16, REST: Statement> Statement for Stated<CODE, REST> {
    const STATUSES: StatusSet = REST::STATUSES.with(CODE);
}
