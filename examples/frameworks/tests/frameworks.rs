//! Starts every example on a free port, and sends the same requests. The responses must be the same, byte for byte.

mod services;

use services::{
    actix_gateway, axum_gateway, hyper_gateway, poem_gateway, requests, rocket_gateway,
    salvo_gateway, warp_gateway,
};

#[test]
fn actix_web_responds_as_documented() {
    requests::drive(actix_gateway::serve);
}

#[test]
fn axum_responds_as_documented() {
    requests::drive(axum_gateway::serve);
}

#[test]
fn hyper_responds_as_documented() {
    requests::drive(hyper_gateway::serve);
}

#[test]
fn poem_responds_as_documented() {
    requests::drive(poem_gateway::serve);
}

#[test]
fn rocket_responds_as_documented() {
    requests::drive(rocket_gateway::serve);
}

#[test]
fn salvo_responds_as_documented() {
    requests::drive(salvo_gateway::serve);
}

#[test]
fn warp_responds_as_documented() {
    requests::drive(warp_gateway::serve);
}
