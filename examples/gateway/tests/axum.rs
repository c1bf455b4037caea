//! The axum example, started on a free port and driven over HTTP.

#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/axum_gateway.rs"]
mod axum_gateway;
mod requests;

#[test]
fn axum_answers_as_documented() {
    requests::drive(axum_gateway::serve);
}
