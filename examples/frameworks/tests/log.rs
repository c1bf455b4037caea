//! What real services log.

mod services;
mod support;

use services::{
    actix_gateway, axum_gateway, hyper_gateway, poem_gateway, requests, rocket_gateway,
    salvo_gateway, warp_gateway,
};
use tracing::Level;

/// One test: the log is that of the whole process.
#[test]
fn every_framework_logs_each_error_response_once() {
    let log: &'static support::Log = Box::leak(Box::default());
    tracing::subscriber::set_global_default(log).expect("the only subscriber");
    for (name, serve) in [
        ("actix-web", actix_gateway::serve as requests::Serve),
        ("axum", axum_gateway::serve),
        ("hyper", hyper_gateway::serve),
        ("poem", poem_gateway::serve),
        ("rocket", rocket_gateway::serve),
        ("salvo", salvo_gateway::serve),
        ("warp", warp_gateway::serve),
    ] {
        requests::drive(serve);
        let events = log.take();
        let expected = [
            (
                Level::DEBUG,
                "message=responded with 409 Conflict, status=409, code=\"VPN.0003\", error=a gateway is called `say \"hi\"\\n\\u{1} 😀` already",
            ),
            (
                Level::DEBUG,
                "message=responded with 400 Bad Request, status=400, error=the body is no gateway: EOF while parsing an object at line 1 column 1, sources=EOF while parsing an object at line 1 column 1",
            ),
            (
                Level::DEBUG,
                "message=responded with 404 Not Found, status=404, error=gateway `gw-2` does not exist",
            ),
            (
                Level::DEBUG,
                "message=responded with 409 Conflict, status=409, code=\"VPN.0012\", error=gateway `gw-1` is in use",
            ),
            (
                Level::ERROR,
                "message=responded with 502 Bad Gateway, status=502, error=gateway `gw-1`: no tunnel, sources=10.20.30.40:4500 refused `hunter2`",
            ),
            (
                Level::ERROR,
                "message=responded with 503 Service Unavailable, status=503, error=The request is not completed because the service is unavailable.",
            ),
        ]
        .map(|(level, fields)| (level, fields.to_owned()));
        assert_eq!(events, expected, "{name}");
    }
}
