//! Tables, statuses and sets as values: compared, ordered, combined, and behind pointers.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::catch_unwind;
use std::sync::Arc;

use statusbook::__private::TableData;
use statusbook::body::Format;
use statusbook::{
    ApiError, Contract, IntoResponse, Methods, Status, StatusSet, Table, dc, status, status_table,
    vpn,
};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway", code = "VPN.0404")]
    NotFound,
}

#[test]
fn an_arc_of_an_error_is_that_error() {
    fn of<E: ApiError + Contract>(error: &E) -> (Status, StatusSet, Option<&str>) {
        (error.status(), E::STATUSES, error.error_code())
    }
    let error = Arc::new(GatewayError::NotFound);
    assert_eq!(of(&error), of(&Box::new(GatewayError::NotFound)));
    let shared: Arc<dyn ApiError> = error;
    assert_eq!(ApiError::status(&shared), 404);
    assert_eq!(shared.into_response().status(), 404);
}

#[test]
fn an_arc_of_an_error_is_passed_on() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Outer {
        #[status(transparent)]
        Shared(#[from] Arc<GatewayError>),
    }
    assert_eq!(Outer::from(Arc::new(GatewayError::NotFound)).status(), 404);
    assert_eq!(Outer::STATUSES, GatewayError::STATUSES);
}

#[test]
fn statuses_are_ordered_by_code() {
    let statuses = [vpn::BAD_GATEWAY, vpn::NOT_FOUND, status!(dc, 500)];
    let codes: Vec<u16> = BTreeSet::from(statuses)
        .into_iter()
        .map(Status::code)
        .collect();
    assert_eq!(codes, [404, 500, 502]);
    assert!(vpn::NOT_FOUND < vpn::BAD_GATEWAY);
}

#[test]
fn tables_are_compared_by_what_they_say() {
    mod one {
        statusbook::status_table! { pub mod edge { 429 "Too Many Requests" } }
    }
    mod other {
        statusbook::status_table! { pub mod edge { 429 "Slow Down" } }
    }
    mod page {
        statusbook::status_table! { pub mod billing = "tests/documents/billing.md"; }
    }
    mod same_page {
        statusbook::status_table! { pub mod billing = "tests/documents/billing.md"; }
    }
    assert_eq!(page::billing::TABLE, same_page::billing::TABLE);
    // Two places in memory, as where one table comes from two crates.
    let made = || Table::new(Box::leak(Box::new(TableData::new("edge", "", ""))));
    assert_eq!(made(), made());
    assert_eq!(vpn::TABLE, vpn::TABLE);
    assert_ne!(vpn::TABLE, dc::TABLE);
    assert_ne!(one::edge::TABLE, other::edge::TABLE);
    assert_eq!(vpn::TABLE.entry(404), vpn::NOT_FOUND.entry());
    assert_ne!(vpn::TABLE.entry(404), dc::TABLE.entry(404));
    assert_eq!(vpn::TABLE.status(418), vpn::TABLE.status(418));
    assert_ne!(vpn::TABLE.status(418), dc::TABLE.status(418));
}

#[test]
fn sets_are_combined() {
    const ERRORS: StatusSet = StatusSet::of(&[404, 409, 500]);
    const OURS: StatusSet = StatusSet::of(&[200, 404]);
    assert_eq!(ERRORS & OURS, StatusSet::of(&[404]));
    assert_eq!(ERRORS - OURS, StatusSet::of(&[409, 500]));
    assert_eq!(ERRORS | OURS, StatusSet::of(&[200, 404, 409, 500]));
    let mut set = OURS;
    set.extend([201, 404]);
    assert_eq!(set, StatusSet::of(&[200, 201, 404]));
}

#[test]
fn methods_are_combined() {
    let methods: Methods = ["PUT", "GET"].into_iter().collect();
    assert_eq!(methods, Methods::of(&["GET"]) | Methods::of(&["PUT"]));
    assert_eq!(methods, methods | Methods::of(&["PUT"]));
    assert!(methods.into_iter().eq(["GET", "PUT"]));
    assert_eq!(Methods::default(), Methods::NONE);
    assert!(Methods::ALL.contains("QUERY"));
}

#[test]
fn what_is_not_a_code_or_a_method_is_not_dropped() {
    for wrong in [0, 42, 99, 600, u16::MAX] {
        assert!(
            catch_unwind(|| StatusSet::of(&[404, wrong])).is_err(),
            "{wrong}"
        );
        assert!(
            catch_unwind(|| StatusSet::EMPTY.with_range(404, wrong)).is_err(),
            "{wrong}"
        );
        assert!(!StatusSet::ERRORS.contains(wrong));
    }
    for wrong in ["", "get", "FETCH"] {
        assert!(catch_unwind(|| Methods::of(&[wrong])).is_err(), "{wrong}");
    }
}

#[test]
fn problem_details_are_the_default_format() {
    status_table! { mod plain { 404 "Not Found" } }
    assert_eq!(
        Format::default().media_type(),
        plain::TABLE.format().media_type()
    );
}

#[test]
fn equal_statuses_have_equal_hashes_and_others_do_not() {
    fn hash(status: Status) -> u64 {
        let mut hasher = DefaultHasher::new();
        status.hash(&mut hasher);
        hasher.finish()
    }
    assert_eq!(hash(vpn::NOT_FOUND), hash(status!(dc, 404)));
    assert_ne!(hash(vpn::NOT_FOUND), hash(vpn::BAD_GATEWAY));
}

#[test]
fn a_debugger_shows_names_and_codes() {
    let table = format!("{:?}", vpn::TABLE);
    assert!(
        table.starts_with("Table { name: \"vpn\", document: "),
        "{table}"
    );
    assert!(table.contains("404"), "{table}");
    let undocumented = vpn::TABLE.status(418).unwrap_err();
    assert_eq!(
        format!("{undocumented:?}"),
        "Undocumented { code: 418, table: \"vpn\" }"
    );
    assert_eq!(
        format!("{:?}", Methods::of(&["PUT", "GET"])),
        r#"{"GET", "PUT"}"#
    );
}
