//! Bodies that are written at compile time: the same as those written at run time, and free.

use statusbook::__private::{Format, Variant, fixed};
use statusbook::body::{CodeMessage, Details, Text};
use statusbook::http::{HeaderMap, HeaderValue};
use statusbook::{ApiError, IntoResponse, respond, status, vpn};

mod generated;

#[test]
fn what_is_written_at_compile_time_is_what_run_time_writes() {
    const LENGTH: usize = 1024;
    for text in generated::texts(5_000) {
        let text: &'static str = text.leak();
        let status = status!(vpn, 409);
        let variant = Variant::fixed(status, text).code("VPN.0012");
        for format in [
            Format::PROBLEM,
            Format::of::<CodeMessage>(),
            Format::of::<Text>(),
        ] {
            let mut details = Details::new(status, text);
            details.code = Some("VPN.0012");
            let rendered = format.render(&details);
            assert_eq!(fixed::length(&[variant], format), rendered.len());
            let bodies = fixed::Bodies::<1, LENGTH>::write(&[variant], format);
            assert_eq!(bodies.bytes(0), Some(rendered.as_slice()), "{text:?}");
        }
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway")]
    Missing,
    #[status(409, "gateway `{0}` is \"in use\"", code = "VPN.0012")]
    InUse(String),
    #[status(409, "another \"owner\" \u{1}\u{1f600}", code = "VPN.0003")]
    Taken,
    #[status(502, "the far end said `{0}`")]
    Upstream(String),
    #[status(503, detail = "back at noon", header(RETRY_AFTER = "60"))]
    Maintenance,
}

#[test]
fn each_variant_has_its_own_body() {
    let body =
        |error: GatewayError| String::from_utf8(error.into_response().body().to_vec()).unwrap();
    assert_eq!(
        body(GatewayError::Missing),
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no such gateway"}"#
    );
    assert_eq!(
        body(GatewayError::InUse("lab".to_owned())),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"gateway `lab` is \"in use\"","code":"VPN.0012"}"#
    );
    assert_eq!(
        body(GatewayError::Taken),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"another \"owner\" \u0001😀","code":"VPN.0003"}"#
    );
    assert_eq!(
        body(GatewayError::Maintenance),
        r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"back at noon"}"#
    );
}

/// How often the response of `error` allocates, in a process without a guard.
fn allocations(error: &impl ApiError) -> u64 {
    allocation_counter::measure(|| drop(respond(error))).count_total
}

/// How often memory is allocated for a map of one header.
fn of_a_header_map() -> u64 {
    let info = allocation_counter::measure(|| {
        let mut map = HeaderMap::new();
        map.insert("content-type", HeaderValue::from_static("text/plain"));
        drop(map);
    });
    info.count_total
}

#[test]
fn a_fixed_response_allocates_its_header_map_and_nothing_else() {
    let map = of_a_header_map();
    assert_eq!(allocations(&GatewayError::Missing), map);
    assert_eq!(allocations(&GatewayError::Taken), map);
    // The message of a 5xx is not even formatted.
    assert_eq!(
        allocations(&GatewayError::Upstream("nonsense".to_owned())),
        map
    );
    assert_eq!(allocations(&GatewayError::Maintenance), map);
}

#[test]
fn a_generic_error_and_one_inside_another_are_as_cheap() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Generic<'a, T: std::fmt::Debug> {
        #[status(502, "no response from {0:?}")]
        Upstream(&'a T),
        #[status(transparent)]
        Gateway(GatewayError),
    }
    assert_eq!(allocations(&Generic::Upstream(&7)), of_a_header_map());
    let inside = Generic::<u8>::Gateway(GatewayError::Missing);
    assert_eq!(allocations(&inside), of_a_header_map());
    assert_eq!(
        inside.into_response().into_body(),
        GatewayError::Missing.into_response().into_body()
    );
}

#[test]
fn a_formatted_response_allocates_its_text_and_its_body_besides() {
    // The text may grow once while it is formatted.
    let beside = allocations(&GatewayError::InUse("lab".to_owned())) - of_a_header_map();
    assert!((2..=4).contains(&beside), "{beside}");
}
