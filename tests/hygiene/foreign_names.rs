//! Modules and types of the user with names of the standard library and of Statusbook.
#![allow(dead_code, non_camel_case_types)]

mod core {}
mod std {}
mod alloc {}
mod http {}
mod bytes {}
mod statusbook {}

mod shadowed {
    use ::statusbook::{ApiError, vpn};

    type Result = ();
    struct Ok;
    struct Err;
    struct Some;
    struct None;
    type Option = ();
    type String = ();
    type Vec = ();
    type Box = ();
    type str = ();
    type u16 = ();
    type u64 = ();
    type bool = ();
    type usize = ();
    trait Display {}
    trait Debug {}
    trait From {}
    trait Error {}
    trait IntoResponse {}
    trait Contract {}
    struct Status;
    struct StatusSet;
    struct Table;
    fn drop() {}

    #[derive(::core::fmt::Debug, ApiError)]
    #[api_error(table = vpn, exhaustive(except(400, 401, 403, 405, 406, 407, 408, 500, 501, 502, 504)))]
    pub(super) enum Failure {
        #[status(404, "no {id:>3}", code = "VPN.1", header("x-id" = "{id}"))]
        Missing { id: ::core::primitive::u8 },
        #[status(409, instance = "/{0}", type = "https://example.com/in-use")]
        InUse(::core::primitive::u8),
        #[status(503)]
        Down(#[from] ::std::io::Error),
        #[status(503)]
        Late {
            source: ::std::option::Option<::core::num::ParseIntError>,
        },
    }
}

#[test]
fn names_of_the_user_are_not_those_of_the_derive() {
    use ::statusbook::ApiError as _;
    let failure = shadowed::Failure::Missing { id: 7 };
    assert_eq!(failure.to_string(), "no   7");
    assert_eq!(failure.headers()["x-id"], "7");
    assert_eq!(
        shadowed::Failure::InUse(3).instance().as_deref(),
        Some("/3")
    );
}
