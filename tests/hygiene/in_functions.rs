//! Types inside functions, methods and blocks.

use statusbook::{ApiError, Contract, StatusSet};

#[test]
fn a_local_type_uses_a_local_table() {
    use statusbook::vpn as local;

    #[derive(Debug, ApiError)]
    #[api_error(table = local)]
    #[status(404)]
    struct Outer;

    {
        #[derive(Debug, ApiError)]
        #[api_error(table = local)]
        #[status(409)]
        struct Outer;
        assert_eq!(Outer.status(), 409);
    }
    assert_eq!(Outer.status(), 404);
}

struct Service;

impl Service {
    fn find() -> impl ApiError {
        #[derive(Debug, ApiError)]
        #[api_error(table = statusbook::vpn)]
        #[status(404, "no gateway")]
        struct Missing;
        Missing
    }
}

#[test]
fn a_type_inside_a_method_is_an_error() {
    assert_eq!(Service::find().to_string(), "no gateway");
}

#[test]
fn a_type_inside_a_generic_function_is_an_error() {
    fn statuses<T: Default>() -> StatusSet {
        #[derive(Debug, ApiError)]
        #[api_error(table = statusbook::vpn)]
        #[status(409)]
        struct InUse;
        let _ = T::default();
        InUse::STATUSES
    }
    assert_eq!(statuses::<u8>(), StatusSet::of(&[409]));
}
