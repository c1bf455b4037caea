//! Every example as a module, and the requests to all of them.

#![allow(dead_code, reason = "the `main` of each example")]

#[path = "../../examples/actix_gateway.rs"]
pub(crate) mod actix_gateway;
#[path = "../../../gateway/examples/axum_gateway.rs"]
pub(crate) mod axum_gateway;
#[path = "../../examples/hyper_gateway.rs"]
pub(crate) mod hyper_gateway;
#[path = "../../examples/poem_gateway.rs"]
pub(crate) mod poem_gateway;
#[path = "../../../gateway/tests/requests/mod.rs"]
pub(crate) mod requests;
#[path = "../../examples/rocket_gateway.rs"]
pub(crate) mod rocket_gateway;
#[path = "../../examples/salvo_gateway.rs"]
pub(crate) mod salvo_gateway;
#[path = "../../examples/warp_gateway.rs"]
pub(crate) mod warp_gateway;
