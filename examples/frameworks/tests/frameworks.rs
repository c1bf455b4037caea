//! Every example, started on a free port and driven over HTTP by the same requests: the same answers, byte for byte.

#![allow(dead_code, reason = "the `main` of each example")]

#[path = "../examples/actix_gateway.rs"]
mod actix_gateway;
#[path = "../../gateway/examples/axum_gateway.rs"]
mod axum_gateway;
#[path = "../examples/hyper_gateway.rs"]
mod hyper_gateway;
#[path = "../examples/poem_gateway.rs"]
mod poem_gateway;
#[path = "../../gateway/tests/requests/mod.rs"]
mod requests;
#[path = "../examples/rocket_gateway.rs"]
mod rocket_gateway;
#[path = "../examples/salvo_gateway.rs"]
mod salvo_gateway;
#[path = "../examples/warp_gateway.rs"]
mod warp_gateway;

#[test]
fn actix_web_answers_as_documented() {
    requests::drive(actix_gateway::serve);
}

#[test]
fn axum_answers_as_documented() {
    requests::drive(axum_gateway::serve);
}

#[test]
fn hyper_answers_as_documented() {
    requests::drive(hyper_gateway::serve);
}

#[test]
fn poem_answers_as_documented() {
    requests::drive(poem_gateway::serve);
}

#[test]
fn rocket_answers_as_documented() {
    requests::drive(rocket_gateway::serve);
}

#[test]
fn salvo_answers_as_documented() {
    requests::drive(salvo_gateway::serve);
}

#[test]
fn warp_answers_as_documented() {
    requests::drive(warp_gateway::serve);
}
