//! Parameters and lifetimes with names that a macro could add.
#![allow(
    non_camel_case_types,
    dead_code,
    clippy::elidable_lifetime_names,
    clippy::items_after_statements
)]

use std::error::Error as StdError;
use std::fmt::{Debug, Display};

use statusbook::{ApiError, Contract, IntoResponse, StatusSet, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Types<T, E, F, Self_, __T, __Case, Status, Display> {
    #[status(404, "{0} {1}")]
    Missing(T, E),
    #[status(400, "{f:?} {own:x}", detail = "{f:?}")]
    Bad { f: F, own: Self_ },
    #[status(503)]
    Down { source: __T },
    #[status(409, "{0}")]
    InUse(Box<__Case>),
    #[status(transparent)]
    Inner(Status),
    #[status(500, transparent)]
    Other(Display),
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(409, "in use")]
struct InUse;

type Known = Types<u8, &'static str, (), u16, std::io::Error, char, InUse, std::fmt::Error>;

#[test]
fn a_type_parameter_may_have_any_name() {
    assert_eq!(Known::Missing(1, "a").to_string(), "1 a");
    assert_eq!(Known::Bad { f: (), own: 255 }.to_string(), "() ff");
    assert_eq!(Known::InUse(Box::new('c')).to_string(), "c");
    assert_eq!(Known::Inner(InUse).status(), 409);
    let source = std::io::Error::other("disk");
    assert!(Known::Down { source }.source().is_some());
    assert_eq!(Known::STATUSES, StatusSet::of(&[400, 404, 409, 500, 503]));
}

#[test]
fn a_lifetime_may_have_any_name() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Lifetimes<'a, 'f, 'de, '__any, '__outcome, 'any, 'outcome> {
        #[status(404, "{a} {b}")]
        Missing { a: &'a str, b: &'f str, c: &'de str },
        #[status(409, "{0} {1} {2}")]
        InUse(&'__any str, &'__outcome str, &'any str),
        #[status(400, "{0}")]
        Bad(&'outcome str),
    }
    let text = String::from("text");
    let text = text.as_str();
    let error = Lifetimes::InUse(text, text, text);
    assert_eq!(error.detail(), "text text text");
    assert_eq!(error.into_response().status(), 409);
}

#[test]
fn a_lifetime_of_an_inner_error_may_have_any_name() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Outer<'__any, T> {
        #[status(transparent)]
        Inner(T),
        #[status(404, "no {0}")]
        Missing(&'__any str),
    }
    let outer = Outer::Inner(InUse);
    assert_eq!(outer.status(), 409);
    assert_eq!(outer.into_response().status(), 409);
}

#[test]
fn constants_and_where_clauses_are_kept() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Arrays<'a, T, U, const N: usize, const __TABLE: bool>
    where
        T: Display + 'a,
        U: Debug + ?Sized,
        [T; N]: Debug,
    {
        #[status(404, "{0:?} {N_OF} {1:?}", N_OF = N)]
        Missing([T; N], &'a U),
        #[status(409, "{__TABLE}")]
        InUse,
    }
    let missing: Arrays<'_, u8, str, 2, true> = Arrays::Missing([1, 2], "a");
    assert_eq!(missing.to_string(), "[1, 2] 2 \"a\"");
    let in_use: Arrays<'_, u8, str, 2, true> = Arrays::InUse;
    assert_eq!(in_use.detail(), "true");
}

#[test]
fn a_default_of_a_parameter_is_not_repeated() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{0}")]
    struct Missing<T = u8, const N: usize = 3>([T; N])
    where
        [T; N]: Display;

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{0}")]
    struct Simple<T: Clone = u8>(T);
    assert_eq!(Simple(3).to_string(), "3");
}

#[test]
fn a_type_may_mention_itself() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Nested {
        #[status(404, "no gateway")]
        Missing,
        #[status(500, "failed")]
        Failed(#[from] Box<Self>),
        #[status(503, "late")]
        Late { source: Option<Box<Nested>> },
    }
    let failed = Nested::from(Box::new(Nested::Missing));
    assert_eq!(
        failed.source().map(ToString::to_string).as_deref(),
        Some("no gateway")
    );
}

/// A module and a type are called like the name by which the derive knows the crate.
mod __statusbook {
    #[derive(Debug)]
    pub(super) struct Inner;
}

#[test]
fn the_name_of_the_crate_inside_the_derive_is_avoided() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no {0:?}")]
    struct Missing(__statusbook::Inner);
    assert_eq!(Missing(__statusbook::Inner).to_string(), "no Inner");

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(409, "{0}")]
    struct InUse<__statusbook>(__statusbook);
    assert_eq!(InUse(1).to_string(), "1");

    mod inner {
        #[derive(Debug, statusbook::ApiError)]
        #[api_error(table = statusbook::vpn)]
        #[status(409, "in use")]
        pub(super) struct __statusbook;
    }
    assert_eq!(inner::__statusbook.status(), 409);
}
