//! What an error type promises: its table, its statuses, all of them, and none beside.

use statusbook::{ApiError, Contract, StatusSet, assert_exhaustive, status_table, vpn};

status_table! {
    mod small {
        404 "Not Found" => "There is no such gateway.",
        409 "Conflict" => "The gateway is in use.",
        503 "Service Unavailable" => "The service is down.",
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[status(404)]
struct Missing;

#[test]
fn an_exhaustive_type_uses_every_documented_error() {
    #[derive(Debug, ApiError)]
    #[api_error(table = small, exhaustive)]
    #[allow(dead_code)]
    enum All {
        #[status(transparent)]
        Missing(Missing),
        #[status(409)]
        InUse,
        #[status(503)]
        Down,
    }
    assert_eq!(All::STATUSES, small::TABLE.documented());
    assert_eq!(All::TABLE.name(), "small");
}

#[test]
fn exceptions_are_named_by_number_and_by_name() {
    #[derive(Debug, ApiError)]
    #[api_error(table = small, exhaustive(except(409, SERVICE_UNAVAILABLE)))]
    #[status(404)]
    struct Some;
    assert_eq!(Some::STATUSES, StatusSet::of(&[404]));
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[allow(dead_code)]
enum Rest {
    #[status(409)]
    InUse,
    #[status(503)]
    Down,
}

assert_exhaustive!(small, Missing, Rest);
#[rustfmt::skip]
assert_exhaustive!(small, Missing, Rest,);

#[test]
fn an_undocumented_status_belongs_to_the_contract() {
    #[derive(Debug, ApiError)]
    #[api_error(table = small)]
    #[status(418, undocumented = "sent by the kettle")]
    struct Teapot;
    assert_eq!(Teapot::STATUSES, StatusSet::of(&[418]));
    assert!(Teapot.status().entry().is_none());
}

#[test]
fn generic_errors_have_a_contract_for_each_type_inside() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Wrapped<E> {
        #[status(400)]
        Own,
        #[status(transparent)]
        Inner(E),
    }
    assert_eq!(Wrapped::<Missing>::STATUSES, StatusSet::of(&[400, 404]));
    assert_eq!(Wrapped::<Rest>::STATUSES, StatusSet::of(&[400, 409, 503]));
    assert_eq!(
        Wrapped::<Wrapped<Missing>>::STATUSES,
        StatusSet::of(&[400, 404])
    );
    assert_eq!(Wrapped::Inner(Missing).status(), 404);
    assert_eq!(Wrapped::<Missing>::Own.status(), 400);
}

#[test]
fn contracts_are_compared_at_compile_time() {
    const fn fits<E: Contract>() -> bool {
        E::STATUSES.is_subset(vpn::TABLE.documented())
    }
    const _: () = assert!(fits::<Missing>() && fits::<Rest>());
}
