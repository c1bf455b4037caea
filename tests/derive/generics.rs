//! Bounds are inferred for what a message, a source or an inner error needs, and for nothing else.

use std::error::Error as _;
use std::fmt::{self, Debug, Display};

use statusbook::{ApiError, vpn};

/// Implements nothing but `Debug`.
#[derive(Debug, Clone, Copy)]
struct Opaque;

fn shown<E: ApiError>(error: &E) -> String {
    error.to_string()
}

#[test]
fn a_parameter_that_is_not_shown_needs_nothing() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error<T> {
        #[status(404, "no gateway")]
        Missing(T),
        #[status(409, "{0:?}")]
        InUse(T),
    }
    assert_eq!(shown(&Error::Missing(Opaque)), "no gateway");
    assert_eq!(shown(&Error::InUse(Opaque)), "Opaque");
}

#[test]
fn each_trait_is_demanded_where_it_shows() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error<A, B, C, D: fmt::Pointer> {
        #[status(404, "{0} {1:?} {2:#x}")]
        Shown(A, B, C),
        #[status(409, "{0:p}")]
        Pointer(D),
    }
    let error: Error<u8, Opaque, u8, &u8> = Error::Shown(1, Opaque, 255);
    assert_eq!(shown(&error), "1 Opaque 0xff");
    let error: Error<u8, Opaque, u8, &u8> = Error::Pointer(&1);
    assert!(shown(&error).starts_with("0x"));
}

#[test]
fn a_number_shows_in_every_base() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error<A, B, C, D, E, F> {
        #[status(404, "{0:o} {1:x} {2:X} {3:b}")]
        Integers(A, B, C, D),
        #[status(409, "{0:e} {1:E}")]
        Exponents(E, F),
    }
    type Known = Error<u8, u8, u8, u8, f32, f32>;
    assert_eq!(shown(&Known::Integers(8, 10, 11, 2)), "10 a B 10");
    assert_eq!(shown(&Known::Exponents(1.5, 2.5)), "1.5e0 2.5E0");
}

#[test]
fn bounds_go_through_references_arrays_and_tuples() {
    trait Service {
        type Id;
    }
    #[derive(Debug)]
    struct Vpn;
    impl Service for Vpn {
        type Id = u16;
    }
    #[derive(ApiError)]
    #[api_error(table = vpn)]
    enum Error<'a, T, S: Service, const N: usize>
    where
        T: ?Sized,
    {
        #[status(404, "{0} {1:?} {2:?}")]
        Built(&'a T, [S::Id; N], (u8, <S as Service>::Id)),
        #[status(409, "{id}")]
        Id { id: S::Id },
    }
    impl<T: ?Sized, S: Service, const N: usize> Debug for Error<'_, T, S, N> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Error")
        }
    }
    let error: Error<'_, str, Vpn, 2> = Error::Built("a", [1, 2], (3, 4));
    assert_eq!(error.to_string(), "a [1, 2] (3, 4)");
    let error: Error<'_, str, Vpn, 2> = Error::Id { id: 7 };
    assert_eq!(error.to_string(), "7");
}

#[test]
fn a_named_argument_that_shadows_a_field_adds_no_bound() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{thing}", thing = "something")]
    struct Missing<T> {
        #[allow(dead_code)]
        thing: T,
    }
    assert_eq!(shown(&Missing { thing: Opaque }), "something");
}

#[test]
fn a_generic_source_must_be_an_error() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error<E, F> {
        #[status(503)]
        Down(#[source] E),
        #[status(503)]
        Late { source: Option<F> },
        #[status(500, transparent)]
        Other(Box<E>),
    }
    let down: Error<std::io::Error, fmt::Error> = Error::Down(std::io::Error::other("disk"));
    assert_eq!(
        down.source().map(ToString::to_string).as_deref(),
        Some("disk")
    );
    let late: Error<std::io::Error, fmt::Error> = Error::Late { source: None };
    assert!(late.source().is_none());
    let other: Error<std::io::Error, fmt::Error> =
        Error::Other(Box::new(std::io::Error::other("disk")));
    assert_eq!(other.to_string(), "disk");
}

#[test]
fn a_value_is_made_from_a_generic_source() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(503)]
    struct Down<E>(#[from] E);
    assert!(Down::from(fmt::Error).source().is_some());
}

#[test]
fn texts_beside_the_message_add_their_bounds() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(
        503,
        "down",
        detail = "{0}",
        header(LOCATION = "/{1}"),
        instance = "/{2}"
    )]
    struct Down<A, B, C>(A, B, C);
    let down = Down(1, "b", 'c');
    assert_eq!(down.detail(), "1");
    assert_eq!(down.headers()["location"], "/b");
    assert_eq!(down.instance().as_deref(), Some("/c"));
}

#[test]
fn lifetimes_and_where_clauses_are_kept() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no {name} in {within:?}")]
    struct Missing<'name, 'within: 'name, T>
    where
        T: Copy + 'within,
        Option<T>: Debug,
    {
        name: &'name str,
        within: &'within [T],
    }
    let name = String::from("a");
    let missing = Missing {
        name: &name,
        within: &[1, 2],
    };
    assert_eq!(shown(&missing), "no a in [1, 2]");
}

#[test]
fn a_shorthand_alone_adds_the_bound_of_its_field() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{} {thing:?}", .0, thing = .1)]
    struct Missing<A, B>(A, B);
    fn missing<A: Display + Debug, B: Debug>(a: A, b: B) -> String {
        shown(&Missing(a, b))
    }
    assert_eq!(missing(1, Opaque), "1 Opaque");
}

#[test]
fn a_type_may_bring_lifetimes_of_its_own() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "none of {0:?}")]
    struct Missing<F: Debug>(F);
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent)]
    struct Passed<'a>(Missing<for<'x> fn(&'x u8, &'a str) -> &'x u8>);
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent)]
    struct Objects(Missing<Box<dyn for<'x> Call<'x>>>);
    trait Call<'x>: Debug {}
    impl Call<'_> for u8 {}
    assert_eq!(Objects(Missing(Box::new(7))).to_string(), "none of 7");
    let _ = |passed: &Passed<'_>| passed.status();
}

#[test]
fn a_packed_type_shows_what_needs_no_reference_to_a_field() {
    #[derive(Debug, Clone, Copy, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "a packed error")]
    #[repr(C, packed)]
    struct Packed {
        small: u8,
        wide: u32,
    }
    let packed = Packed { small: 1, wide: 2 };
    assert_eq!(shown(&packed), "a packed error");
    assert_eq!({ packed.wide } + u32::from(packed.small), 3);
}
