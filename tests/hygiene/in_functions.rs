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

#[test]
fn a_type_inside_a_constant_is_an_error() {
    const STATUSES: StatusSet = {
        #[derive(Debug, ApiError)]
        #[api_error(table = statusbook::vpn)]
        #[status(404)]
        struct Missing;
        Missing::STATUSES
    };
    assert_eq!(STATUSES, StatusSet::of(&[404]));
    let inline = const {
        #[derive(Debug, ApiError)]
        #[api_error(table = statusbook::vpn)]
        enum InUse {
            #[status(409, "in use by {0}")]
            By(u8),
        }
        let _ = InUse::By(1);
        InUse::STATUSES
    };
    assert_eq!(inline, StatusSet::of(&[409]));
}

trait Gateways<T> {
    fn failure(&self, id: T) -> Box<dyn ApiError>;
}

impl<T: std::fmt::Debug + 'static> Gateways<T> for &Service {
    fn failure(&self, id: T) -> Box<dyn ApiError> {
        use statusbook::vpn as table;

        #[derive(Debug, ApiError)]
        #[api_error(table = table)]
        enum Failure<T> {
            #[status(404, "no {0:?}")]
            Missing(T),
        }
        Box::new(Failure::Missing(id))
    }
}

#[test]
fn a_type_inside_a_method_of_a_trait_is_an_error() {
    let failure = (&Service).failure("a");
    assert_eq!(failure.to_string(), "no \"a\"");
    assert_eq!(failure.status(), 404);
}

#[test]
fn a_type_inside_a_closure_and_an_async_block_is_an_error() {
    let closure = |id: u8| {
        #[derive(Debug, ApiError)]
        #[api_error(table = statusbook::vpn)]
        #[status(404, "no {0}")]
        struct Missing(u8);
        Missing(id)
    };
    assert_eq!(closure(3).to_string(), "no 3");
    let future = async {
        #[derive(Debug, ApiError)]
        #[api_error(table = statusbook::vpn)]
        #[status(409)]
        struct InUse;
        InUse
    };
    drop(future);
}

#[test]
fn a_local_table_and_its_statuses_need_no_module() {
    statusbook::status_table! {
        mod edge {
            429 "Too Many Requests" => "Wait.",
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = edge, exhaustive)]
    #[status(429)]
    struct Throttled;

    statusbook::assert_exhaustive!(edge, Throttled);
    assert_eq!(Throttled.status(), statusbook::status!(edge, 429));
    assert_eq!(Throttled.to_string(), "Wait.");
}
