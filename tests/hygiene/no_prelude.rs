//! Without any prelude, not even a macro is in scope.
#![allow(dead_code)]
#![no_implicit_prelude]

#[derive(::std::fmt::Debug, ::statusbook::ApiError)]
#[api_error(table = ::statusbook::vpn)]
enum Error<T> {
    #[status(
        404,
        "no {id}",
        code = "VPN.1",
        header(LOCATION = "/{id}"),
        detail = "{id}?"
    )]
    Missing { id: T },
    #[status(409, "in use", instance = "/in-use")]
    InUse,
    #[status(503)]
    Down(#[from] ::std::io::Error),
    #[status(500, transparent)]
    Other(::std::boxed::Box<dyn ::std::error::Error + ::std::marker::Send + ::std::marker::Sync>),
    #[status(transparent)]
    Inner {
        #[from]
        source: Inner,
    },
}

#[derive(::std::fmt::Debug, ::statusbook::ApiError)]
#[api_error(table = ::statusbook::vpn, body = ::statusbook::Problem)]
#[status(400)]
struct Inner {
    source: ::std::option::Option<::std::io::Error>,
    backtrace: ::std::backtrace::Backtrace,
}

#[::core::prelude::v1::test]
fn nothing_of_the_prelude_is_needed() {
    use ::std::string::ToString as _;
    ::std::assert_eq!(Error::Missing { id: 3 }.to_string(), "no 3");
    ::std::mem::drop(::statusbook::guard!(::statusbook::vpn | ::statusbook::dc).enforce());
}
