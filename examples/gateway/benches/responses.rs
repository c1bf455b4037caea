//! Compares the cost of a response with the best hand-written one for axum.
//!
//! `cargo bench -p statusbook-gateway` prints nanoseconds. With the name of a case and a number, it responds that
//! many times and does nothing else. A tool that counts instructions runs it with two numbers, and subtracts.

use std::env;
use std::hint::black_box;
use std::time::Instant;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use serde::Serialize;
use statusbook::{ApiError, vpn};
use with_api_error::{OuterWithApiError, WithApiError};

/// A name, and a response.
type Case = (&'static str, fn() -> Response<Body>);

const CASES: [Case; 12] = [
    ("fixed-statusbook", || respond(Derived::InUse)),
    ("fixed-by-hand", || respond(ByHand::InUse)),
    ("fixed-api-error", || respond(WithApiError::InUse)),
    ("fixed-problem-details", || {
        respond(with_problem_details(None))
    }),
    ("formatted-statusbook", || {
        respond(Derived::NotFound { id: id() })
    }),
    ("formatted-by-hand", || {
        respond(ByHand::NotFound { id: id() })
    }),
    ("formatted-api-error", || {
        respond(WithApiError::NotFound { id: id() })
    }),
    ("formatted-problem-details", || {
        respond(with_problem_details(Some(id())))
    }),
    ("nested-statusbook", || {
        respond(Outer::Inner(Derived::NotFound { id: id() }))
    }),
    ("nested-by-hand", || {
        respond(OuterByHand::Inner(ByHand::NotFound { id: id() }))
    }),
    ("nested-api-error", || {
        respond(OuterWithApiError::Inner(WithApiError::NotFound {
            id: id(),
        }))
    }),
    ("failure-statusbook", || {
        respond(Derived::Upstream { id: id() })
    }),
];

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Derived {
    #[status(409, "the gateway is in use", code = "VPN.0012")]
    InUse,
    #[status(404, "gateway `{id}` does not exist")]
    NotFound { id: String },
    #[status(502, "gateway `{id}` has no tunnel")]
    Upstream { id: String },
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Outer {
    #[status(transparent)]
    Inner(#[from] Derived),
}

/// The same responses, written by hand for speed.
enum ByHand {
    InUse,
    NotFound { id: String },
}

impl IntoResponse for ByHand {
    fn into_response(self) -> Response<Body> {
        const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");
        match self {
            ByHand::InUse => {
                let body = Bytes::from_static(
                    br#"{"type":"about:blank","title":"Conflict","status":409,"detail":"the gateway is in use","code":"VPN.0012"}"#,
                );
                let mut response = Response::new(Body::from(body));
                *response.status_mut() = StatusCode::CONFLICT;
                response.headers_mut().insert(CONTENT_TYPE, PROBLEM);
                response
            }
            ByHand::NotFound { id } => {
                let problem = Problem {
                    r#type: "about:blank",
                    title: "Not Found",
                    status: 404,
                    detail: format!("gateway `{id}` does not exist"),
                };
                let mut response = Json(problem).into_response();
                *response.status_mut() = StatusCode::NOT_FOUND;
                response.headers_mut().insert(CONTENT_TYPE, PROBLEM);
                response
            }
        }
    }
}

enum OuterByHand {
    Inner(ByHand),
}

impl IntoResponse for OuterByHand {
    fn into_response(self) -> Response<Body> {
        let OuterByHand::Inner(inner) = self;
        inner.into_response()
    }
}

/// Nearly the same responses: api-error writes `{"message": …}`. Its derive asks for its trait by its bare name.
mod with_api_error {
    use api_error::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    pub enum WithApiError {
        #[error("the gateway is in use")]
        #[api_error(status_code = 409, message(inherit))]
        InUse,
        #[error("gateway `{id}` does not exist")]
        #[api_error(status_code = 404, message(inherit))]
        NotFound { id: String },
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    pub enum OuterWithApiError {
        #[error(transparent)]
        #[api_error(transparent)]
        Inner(WithApiError),
    }
}

/// The same responses, without an error type.
fn with_problem_details(missing: Option<String>) -> problem_details::ProblemDetails {
    match missing {
        None => problem_details::ProblemDetails::from_status_code(StatusCode::CONFLICT)
            .with_detail("the gateway is in use"),
        Some(id) => problem_details::ProblemDetails::from_status_code(StatusCode::NOT_FOUND)
            .with_detail(format!("gateway `{id}` does not exist")),
    }
}

#[derive(Serialize)]
struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
}

fn respond(error: impl IntoResponse) -> Response<Body> {
    black_box(error).into_response()
}

fn id() -> String {
    black_box("gw-42").to_owned()
}

fn main() {
    let mut arguments = env::args().skip(1).filter(|argument| argument != "--bench");
    let wanted = arguments.next();
    let times = arguments.next().and_then(|times| times.parse().ok());
    for (name, case) in CASES {
        match (&wanted, times) {
            (Some(wanted), _) if wanted != name => {}
            (Some(_), Some(times)) => repeat(times, case),
            _ => println!("{name:22} {:6.1} ns", nanoseconds(case)),
        }
    }
}

fn repeat(times: u32, case: fn() -> Response<Body>) {
    for _ in 0..times {
        drop(black_box(case()));
    }
}

/// The fastest of many rounds: what disturbs a round only makes it slower.
fn nanoseconds(case: fn() -> Response<Body>) -> f64 {
    const TIMES: u32 = 10_000;
    let round = |_| {
        let start = Instant::now();
        repeat(TIMES, case);
        start.elapsed().as_secs_f64()
    };
    let fastest = (0..200).map(round).fold(f64::INFINITY, f64::min);
    fastest * 1e9 / f64::from(TIMES)
}
