//! Inputs that few people write: whatever a type can be in Rust, an error can be.

use std::borrow::Cow;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use statusbook::{ApiError, Contract, StatusSet, status_table, vpn};

#[test]
fn parameters_may_have_defaults_and_be_constants() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error<T = String, const N: usize = 3>
    where
        T: Display + Debug,
    {
        #[status(404, "no {0}")]
        Missing(T),
        #[status(400, "{0:?}")]
        Bytes([u8; N]),
    }

    let missing: Error = Error::Missing("gateway".to_owned());
    assert_eq!(missing.to_string(), "no gateway");
    assert_eq!(Error::<u8, 2>::Bytes([1, 2]).to_string(), "[1, 2]");
}

#[test]
fn a_type_may_be_in_parentheses() {
    use std::error::Error as _;

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(503)]
    #[allow(unused_parens, reason = "some macros write them")]
    struct Down {
        source: (Option<std::fmt::Error>),
    }
    assert!(Down { source: None }.source().is_none());
    let down = Down {
        source: Some(std::fmt::Error),
    };
    assert!(down.source().is_some());
}

#[test]
fn a_where_clause_may_speak_of_any_lifetime_and_of_associated_types() {
    trait Kind {
        type Inner: std::error::Error + 'static;
        const NAME: &'static str;
    }

    #[derive(Debug)]
    struct Text;

    impl Kind for Text {
        type Inner = std::fmt::Error;
        const NAME: &'static str = "text";
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error<K, T>
    where
        K: Kind + Debug,
        for<'x> &'x T: IntoIterator<Item = &'x u8>,
        T: Debug,
    {
        #[status(500, "no {}", K::NAME)]
        Inner(#[source] K::Inner),
        #[status(400, "{} bytes", .0.into_iter().count())]
        Bytes(T),
        #[status(404, "none")]
        None(PhantomData<fn() -> K>),
    }

    let inner = Error::<Text, Vec<u8>>::Inner(std::fmt::Error);
    assert_eq!(inner.to_string(), "no text");
    let bytes = Error::<Text, _>::Bytes(vec![1_u8, 2]);
    assert_eq!(bytes.to_string(), "2 bytes");
    let none = Error::<Text, Vec<u8>>::None(PhantomData);
    assert_eq!(none.to_string(), "none");
}

status_table! {
    #[cfg(any())]
    mod chosen {
        418
    }
    #[cfg(not(any()))]
    mod chosen {
        404
    }
    #[cfg(any())]
    mod absent = "docs/there-is-no-such-file.md";
}

#[test]
fn tables_may_depend_on_the_configuration() {
    assert_eq!(chosen::TABLE.documented(), StatusSet::of(&[404]));
}

#[test]
fn variants_fields_and_attributes_may_depend_on_the_configuration() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[cfg(any())]
        #[status(418)]
        Gone(NoSuchType),
        #[cfg_attr(all(), status(404, "no {id}"))]
        Missing {
            #[cfg(any())]
            other: NoSuchType,
            id: u8,
        },
        #[status(503)]
        Database(#[cfg_attr(all(), from)] std::fmt::Error),
    }

    assert_eq!(Error::Missing { id: 7 }.to_string(), "no 7");
    assert_eq!(Error::from(std::fmt::Error).status(), 503);
}

macro_rules! errors {
    ($name:ident: $table:path { $([$variant:ident $(($ty:ty))? => $code:tt $($rest:tt)*])* }) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = $table)]
        enum $name {
            $(#[status($code $($rest)*)] $variant $(($ty))?),*
        }
    };
}

#[test]
fn a_macro_may_write_the_type_from_its_pieces() {
    errors! {
        Error: statusbook::vpn {
            [Missing(Cow<'static, str>) => 404, "no {0}"]
            [Busy => NOT_ACCEPTABLE]
            [Later(u32) => 503, "later", header(RETRY_AFTER = .0)]
        }
    }

    assert_eq!(Error::Missing("gateway".into()).to_string(), "no gateway");
    assert_eq!(Error::Busy.status(), 406);
    assert_eq!(Error::Later(7).headers()["retry-after"], "7");
}

mod tables {
    statusbook::status_table! {
        pub(super) mod edge { 429 }
    }
    pub(super) mod deep {
        #[derive(Debug, statusbook::ApiError)]
        #[api_error(table = super::edge)]
        #[status(429)]
        pub(in super::super) struct Throttled;
    }
}

#[test]
fn a_type_may_be_in_a_closure_or_a_module_with_a_table_of_its_own() {
    let in_a_closure = || {
        status_table! { mod edge { 404 } }
        #[derive(Debug, ApiError)]
        #[api_error(table = edge)]
        #[status(404, "gone")]
        struct Gone;
        Gone.to_string()
    };
    assert_eq!(in_a_closure(), "gone");
    assert_eq!(tables::deep::Throttled.status(), 429);
}

#[test]
fn names_may_be_those_of_the_prelude_keywords_and_our_own() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[expect(non_snake_case, reason = "so that fields are called like constants")]
    enum Error {
        #[status(404, "{type} {}", r#fn)]
        Ok { r#type: u8, r#fn: u8 },
        #[status(400, "{f} {fmt} {outcome} {TABLE}")]
        Err {
            f: u8,
            fmt: u8,
            outcome: u8,
            TABLE: u8,
        },
        #[status(500)]
        Status,
        #[status(501)]
        Option,
    }

    assert_eq!(Error::Ok { r#type: 1, r#fn: 2 }.to_string(), "1 2");
    let names = Error::Err {
        f: 1,
        fmt: 2,
        outcome: 3,
        TABLE: 4,
    };
    assert_eq!(names.to_string(), "1 2 3 4");
    assert_eq!(Error::Status.status(), 500);
    assert_eq!(Error::Option.status(), 501);
    assert_eq!(Error::STATUSES, StatusSet::of(&[400, 404, 500, 501]));
}
