//! `status!` and `Status`: what was checked at compile time, and the same checks at run time.

use statusbook::http::StatusCode;
use statusbook::{Class, Methods, Status, StatusSet, status, status_table, vpn};

const MISSING: Status = status!(vpn, 404);

#[test]
fn a_status_is_named_by_number_or_by_name() {
    assert_eq!(MISSING, status!(vpn, NOT_FOUND));
    assert_eq!(MISSING, vpn::NOT_FOUND);
    assert_eq!(MISSING, status!(statusbook::vpn, 404,));
    assert_eq!(MISSING, status!(::statusbook::tables::vpn, NOT_FOUND));
}

#[test]
fn it_shows_the_documented_phrase() {
    status_table! { mod odd { 404 "NotFound" => "Nothing here.", 499 "Client Closed Request", 422 } }
    assert_eq!(MISSING.to_string(), "404 Not Found");
    assert_eq!(status!(odd, 404).to_string(), "404 NotFound");
    assert_eq!(
        status!(odd, STATUS_499).to_string(),
        "499 Client Closed Request"
    );
    assert_eq!(status!(odd, 422).to_string(), "422 Unprocessable Entity");
    assert_eq!(odd::UNPROCESSABLE_CONTENT, odd::UNPROCESSABLE_ENTITY);
    assert_eq!(format!("{MISSING:?}"), "Status(404 Not Found, vpn)");
}

#[test]
fn it_is_an_http_status_code() {
    assert!(MISSING.is_client_error());
    assert_eq!(MISSING, StatusCode::NOT_FOUND);
    assert_eq!(StatusCode::NOT_FOUND, MISSING);
    assert_eq!(StatusCode::from(MISSING), StatusCode::NOT_FOUND);
    assert_eq!(MISSING, 404);
    assert_eq!(u16::from(MISSING), 404);
    assert_eq!(MISSING.with("body"), (StatusCode::NOT_FOUND, "body"));
}

#[test]
fn it_knows_its_row() {
    assert_eq!(MISSING.reason(), "Not Found");
    assert_eq!(MISSING.description(), "The requested page is not found.");
    assert_eq!(MISSING.class(), Class::Error);
    let entry = MISSING.entry().expect("documented");
    assert_eq!(entry.code(), 404);
    assert_eq!(entry.document(), "tables/vpn.rst");
    assert_eq!(MISSING.table().name(), "vpn");
}

#[test]
fn a_table_may_be_called_like_an_operation() {
    #[expect(non_snake_case, reason = "a path of two such names is an operation")]
    mod inner {
        statusbook::status_table! { pub(super) mod getPets { 404 } }
    }
    use inner::getPets;
    assert_eq!(status!(getPets, 404), StatusCode::NOT_FOUND);
}

#[test]
fn a_success_is_checked_against_its_method() {
    const CREATED: Status = status!(vpn, POST 201);
    assert_eq!(CREATED, StatusCode::CREATED);
    assert_eq!(status!(vpn, PUT OK), 200);
    assert_eq!(CREATED.methods(), Methods::of(&["POST"]));
}

#[test]
fn a_row_without_methods_documents_every_method() {
    assert_eq!(status!(statusbook::er, PATCH 202), StatusCode::ACCEPTED);
}

#[test]
fn the_escape_lets_an_undocumented_status_through() {
    const TEAPOT: Status = status!(
        vpn,
        418,
        undocumented = "sent by the legacy gateway until 2027"
    );
    assert_eq!(TEAPOT, StatusCode::IM_A_TEAPOT);
    assert!(TEAPOT.entry().is_none());
    assert_eq!(TEAPOT.reason(), "I'm a teapot");
    assert_eq!(TEAPOT.description(), "");
}

#[test]
fn at_run_time_the_refusal_says_what_the_compiler_says() {
    assert_eq!(vpn::TABLE.status(404).unwrap(), MISSING);
    let refusal = vpn::TABLE.status(418).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "status `418` is not a documented error of `vpn`\n  \
         documented: 400 401 403 404 405 406 407 408 409 500 501 502 503 504\n  \
         nearest: 400 Bad Request\n  \
         table: built in"
    );
    assert_eq!((refusal.code(), refusal.nearest()), (418, Some(400)));
}

#[test]
fn a_refusal_speaks_of_the_kind_that_was_asked_for() {
    let refusal = |code| vpn::TABLE.status(code).unwrap_err().to_string();
    assert!(refusal(202).starts_with(
        "status `202` is not a documented success of `vpn`\n  documented: 200 201 204\n  nearest: 200 OK"
    ));
    assert!(refusal(304).starts_with("status `304` is not a documented status of `vpn`"));
    assert_eq!(
        refusal(999),
        "`999` is not a status code: write a number from 100 to 599"
    );
}

#[test]
fn the_check_and_its_run_time_twin_agree() {
    const DOCUMENTED: StatusSet = vpn::TABLE.documented();
    for code in 0..=u16::MAX {
        assert_eq!(
            vpn::TABLE.status(code).is_ok(),
            DOCUMENTED.contains(code),
            "{code}"
        );
        assert_eq!(
            vpn::TABLE.contains(code),
            DOCUMENTED.contains(code),
            "{code}"
        );
    }
}

mod in_odd_places {
    use super::{Status, status, vpn};

    struct Generic<T>(std::marker::PhantomData<T>);

    impl<T> Generic<T> {
        const STATUS: Status = status!(vpn, 409);

        fn status() -> Status {
            status!(vpn, 503)
        }
    }

    trait HasStatus {
        const STATUS: Status = status!(vpn, 400);
    }

    impl HasStatus for () {}

    /// A macro of the user's that hands its literal on.
    macro_rules! shorthand {
        ($code:literal) => {
            status!(vpn, $code)
        };
        ($code:ident) => {
            status!(vpn, $code)
        };
    }

    #[test]
    fn a_status_can_stand_there() {
        assert_eq!(Generic::<u8>::STATUS, 409);
        assert_eq!(Generic::<u8>::status(), 503);
        assert_eq!(<() as HasStatus>::STATUS, 400);
        assert_eq!(shorthand!(404), 404);
        assert_eq!(shorthand!(NOT_FOUND), 404);
        const { assert!(status!(vpn, 404).code() == 404) }
    }
}

status_table! {
    mod edge { 429 "Too Many Requests" }
    mod both = edge | vpn;
}

/// The path of a document of ours leads nowhere in a user's package.
#[test]
fn a_refusal_says_built_in_for_a_document_of_this_crate() {
    let refusal = both::TABLE.status(418).unwrap_err().to_string();
    assert!(refusal.contains("`vpn` built in"), "{refusal}");
    let refusal = edge::TABLE.status(418).unwrap_err().to_string();
    assert!(refusal.contains("table: tests/status.rs"), "{refusal}");
}
