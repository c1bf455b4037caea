//! Extension members of an error: fields marked `#[extension]` (feature `serde`).

use serde::{Serialize, Serializer};
use statusbook::body::{CodeMessage, Members, Problem};
use statusbook::{ApiError, IntoResponse, vpn};

/// The example of RFC 9457 §3, as an error type.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Purchase {
    #[status(403, "your current balance is {balance}, but that costs {cost}")]
    OutOfCredit {
        #[extension]
        balance: u32,
        cost: u32,
        #[extension]
        accounts: Vec<&'static str>,
    },
}

#[test]
fn extension_fields_are_members_of_the_problem() {
    let error = Purchase::OutOfCredit {
        balance: 30,
        cost: 50,
        accounts: vec!["/account/12345", "/account/\"67890\""],
    };
    assert_eq!(
        error.into_response().into_body(),
        r#"{"type":"about:blank","title":"Forbidden","status":403,"detail":"your current balance is 30, but that costs 50","balance":30,"accounts":["/account/12345","/account/\"67890\""]}"#
    );
}

#[test]
fn extension_fields_follow_code_and_message_too() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = CodeMessage)]
    #[status(409, "in use", code = "VPN.0012")]
    struct InUse {
        #[extension]
        by: Option<&'static str>,
    }
    let error = InUse { by: Some("lab") };
    assert_eq!(
        error.into_response().into_body(),
        r#"{"code":"VPN.0012","message":"in use","by":"lab"}"#
    );
}

#[test]
fn a_member_may_be_called_otherwise_than_its_field() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(409, "in use")]
        InUse {
            #[extension(name = "code")]
            number: u16,
        },
        #[status(409, "taken")]
        Taken(#[extension(name = "by")] &'static str),
    }
    let body = |error: Error| error.into_response().into_body();
    assert_eq!(
        body(Error::InUse { number: 7 }),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"in use","code":7}"#
    );
    assert!(body(Error::Taken("lab")).ends_with(br#""by":"lab"}"#));
}

#[test]
fn a_generic_extension_is_written() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = Problem)]
    #[status(409, "in use")]
    struct InUse<T: Serialize + std::fmt::Debug> {
        #[extension]
        by: T,
    }
    let body = InUse { by: [1, 2] }.into_response().into_body();
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"in use","by":[1,2]}"#
    );
}

#[test]
fn a_value_that_is_not_json_is_left_out() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("no"))
        }
    }
    let mut members = Members::new();
    members.insert("broken", &Broken);
    members.insert("whole", "yes");
    assert_eq!(members.iter().collect::<Vec<_>>(), [("whole", "\"yes\"")]);
}

#[test]
fn the_members_of_an_inner_error_pass_through() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Order {
        #[status(transparent)]
        Purchase(#[from] Purchase),
        #[status(transparent, "the order failed")]
        Retold(Purchase),
        #[status(409, "placed")]
        Placed {
            #[extension]
            number: u16,
        },
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent)]
    struct Outermost(Order);

    let purchase = || Purchase::OutOfCredit {
        balance: 30,
        cost: 50,
        accounts: vec!["/account/12345"],
    };
    let ends = |error: Order, members: &str| {
        let body = Outermost(error).into_response().into_body();
        assert!(body.ends_with(members.as_bytes()), "{body:?}");
    };
    let members = r#","balance":30,"accounts":["/account/12345"]}"#;
    ends(Order::Purchase(purchase()), members);
    ends(Order::Retold(purchase()), members);
    ends(Order::Placed { number: 7 }, r#","number":7}"#);
    assert_eq!(Order::from(purchase()).extensions().iter().count(), 2);
}
