//! Variants and types with names of other items, and enums without variants.

use statusbook::{ApiError, Contract, StatusSet, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[allow(dead_code, non_camel_case_types, clippy::enum_variant_names)]
enum Error {
    #[status(400)]
    Ok,
    #[status(401)]
    None,
    #[status(403)]
    Error,
    #[status(404, "some {0}")]
    Some(u8),
    #[status(404)]
    Err,
    #[status(405)]
    String,
    #[status(500)]
    r#Self_,
    #[status(500)]
    r#type,
    #[status(502)]
    AaBb,
    #[status(503)]
    Aa_Bb,
    #[status(504)]
    AA_BB,
}

#[test]
fn variants_may_have_any_name() {
    assert_eq!(Error::Some(1).to_string(), "some 1");
    assert_eq!(Error::AA_BB.status(), 504);
    assert_eq!(Error::Aa_Bb.status(), 503);
    assert_eq!(Error::Ok.status(), 400);
}

#[test]
fn variants_that_are_configured_away_are_not_checked() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[cfg(any())]
        #[status(418)]
        Teapot,
        #[cfg_attr(all(), status(404))]
        #[cfg_attr(any(), status(418))]
        Missing,
        #[status(409, "in use by {user}")]
        InUse {
            user: u8,
            #[cfg(any())]
            when: u8,
        },
    }
    assert_eq!(Error::STATUSES, StatusSet::of(&[404, 409]));
    assert_eq!(Error::Missing.status(), 404);
    assert_eq!(Error::InUse { user: 1 }.to_string(), "in use by 1");
}

#[test]
fn a_raw_identifier_is_shown_by_its_name() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[allow(non_camel_case_types)]
    enum r#fn {
        #[status(404, "no {type} {r#match:?}")]
        r#struct { r#type: u8, r#match: u8 },
    }
    let shown = r#fn::r#struct {
        r#type: 1,
        r#match: 2,
    };
    assert_eq!(shown.to_string(), "no 1 2");
}
