//! Arguments after the message: shorthands, expressions, names.

use std::collections::BTreeMap;

use statusbook::{ApiError, vpn};

const LIMIT: u8 = 8;
const DETAIL: &str = "why";
static NAMES: [&str; 2] = ["left", "right"];

#[test]
fn a_shorthand_is_a_field_and_what_is_in_it() {
    #[derive(Debug)]
    struct Limits {
        most: (u8, u8),
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(400, "{} {} {}", .limits.most.1, .id.len(), .id.to_uppercase())]
        Named { limits: Limits, id: String },
        #[status(400, "{} {}", .0.0, .0.1.1)]
        Tuple((u8, (u8, u8))),
        #[status(400, "{first} {}", .0[1], first = .0[0])]
        Indexed([u8; 2]),
    }
    let limits = Limits { most: (1, 2) };
    let named = Error::Named {
        limits,
        id: "ab".into(),
    };
    assert_eq!(named.to_string(), "2 2 AB");
    assert_eq!(Error::Tuple((1, (2, 3))).to_string(), "1 3");
    assert_eq!(Error::Indexed([4, 5]).to_string(), "4 5");
}

#[test]
fn any_expression_is_an_argument() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(400, "{}", if *.0 { "yes" } else { "no" })]
        Condition(bool),
        #[status(400, "{}", match .0 { Some(id) => *id, None => 0 })]
        Match(Option<u8>),
        #[status(400, "{:?}", .0.iter().map(|(key, value)| (value, key)).collect::<Vec<(&u8, &u8)>>())]
        Closure(BTreeMap<u8, u8>),
        #[status(400, "{} {}", NAMES[usize::from(*.0)], LIMIT - .0)]
        Constants(u8),
        #[status(400, "{}", [.0, .1].into_iter().max().map_or_else(String::new, |id| format!("{id}")))]
        Nested(u8, u8),
        #[status(400, "{}", 1 + *.0 as u16 * 2)]
        Arithmetic(u8),
        #[status(400, "{} {}", "ab".repeat(2), "cd".len())]
        BeginsWithText,
        #[status(400, "{}", DETAIL.len())]
        BeginsLikeAKey,
    }
    assert_eq!(Error::Condition(true).to_string(), "yes");
    assert_eq!(Error::Match(Some(3)).to_string(), "3");
    assert_eq!(Error::Closure([(1, 2)].into()).to_string(), "[(2, 1)]");
    assert_eq!(Error::Constants(1).to_string(), "right 7");
    assert_eq!(Error::Nested(1, 2).to_string(), "2");
    assert_eq!(Error::Arithmetic(3).to_string(), "7");
    assert_eq!(Error::BeginsWithText.to_string(), "abab 2");
    assert_eq!(Error::BeginsLikeAKey.to_string(), "3");
}

#[test]
fn constants_are_captured() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "at most {LIMIT}, not {0}: {NAMES:?}")]
    struct TooMany(u8);
    assert_eq!(
        TooMany(9).to_string(),
        r#"at most 8, not 9: ["left", "right"]"#
    );
}

#[test]
fn a_named_argument_goes_before_a_field() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "{id}", id = .id + 1)]
    struct Shadowed {
        id: u8,
    }
    assert_eq!(Shadowed { id: 1 }.to_string(), "2");
}

#[test]
fn arguments_give_width_and_precision() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "{:>1$}|{:.*}|{value:>wide$}", .value, 5, 2.5, wide = .width + 1)]
    struct Wide {
        value: u8,
        width: usize,
    }
    assert_eq!(Wide { value: 7, width: 2 }.to_string(), "    7|2.50000|  7");
}

#[test]
fn keys_and_arguments_may_stand_together() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{} of {total}", .0, total = .1, code = "VPN.0012", header(LOCATION = "/{0}"),)]
    struct Missing(u8, u8);
    assert_eq!(Missing(1, 2).to_string(), "1 of 2");
    assert_eq!(Missing(1, 2).error_code(), Some("VPN.0012"));
    assert_eq!(Missing(1, 2).headers()["location"], "/1");
}

#[test]
fn a_field_needs_no_dot_where_it_is_alone() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(400, "{:?} {}", token, name.len())]
        Bare { token: u8, name: String },
        #[status(400, "{:?}", core)]
        LikeAKey { core: u8 },
    }
    let bare = Error::Bare {
        token: 7,
        name: "abc".into(),
    };
    assert_eq!(bare.to_string(), "7 3");
    assert_eq!(Error::LikeAKey { core: 1 }.to_string(), "1");
}

#[test]
fn a_constant_in_small_letters_fills_a_place_of_the_message() {
    #[expect(non_upper_case_globals, reason = "it looks like a misspelled key")]
    const wide: usize = 4;
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(400, "at most {}", wide)]
        Shown,
        #[status(400, "at most {id:0$}", wide)]
        Width { id: u8 },
    }
    assert_eq!(Error::Shown.to_string(), "at most 4");
    assert_eq!(Error::Width { id: 7 }.to_string(), "at most    7");
}

#[test]
fn an_argument_may_be_called_like_a_key() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(400, "no {code}", code = .0)]
        Argument(u8),
        #[status(400, "{type} {body}", type = 1, body = "b", code = "VPN.1")]
        Several,
        #[status(400, "code {code}", code = "VPN.2")]
        Key { code: u8 },
        #[status(400, "the code {{code}}", code = "VPN.3")]
        Braces,
        #[status(400, code = "VPN.4", "first the key")]
        Before,
    }
    assert_eq!(Error::Argument(7).to_string(), "no 7");
    assert_eq!(Error::Argument(7).error_code(), None);
    assert_eq!(Error::Several.to_string(), "1 b");
    assert_eq!(Error::Several.error_code(), Some("VPN.1"));
    let key = Error::Key { code: 9 };
    assert_eq!(key.to_string(), "code 9");
    assert_eq!(key.error_code(), Some("VPN.2"));
    assert_eq!(Error::Braces.error_code(), Some("VPN.3"));
    assert_eq!(Error::Before.error_code(), Some("VPN.4"));
}

#[test]
fn a_comma_in_a_type_ends_no_argument() {
    trait Pair<A> {
        type B;
        fn show(&self) -> A;
    }
    impl Pair<i32> for i32 {
        type B = i32;
        fn show(&self) -> i32 {
            *self
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "{a} {b}", a = (&7 as &dyn Pair<i32, B = i32>).show(), b = <i32 as Pair<i32>>::show(&8))]
    struct Grouped;
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "{b}", b = show(&0 as &dyn Pair<i32, B = i32>))]
    struct Nested;
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "{b:p} {c}", b = &0 as &dyn Pair<i32, B = i32>, c = 1)]
    struct Bare;
    fn show(pair: &dyn Pair<i32, B = i32>) -> i32 {
        pair.show()
    }
    assert_eq!(Grouped.to_string(), "7 8");
    assert_eq!(Nested.to_string(), "0");
    assert!(Bare.to_string().ends_with(" 1"));
}
