//! The service, once for each framework. The first four have all layers; the others show that their guard works.

use std::time::Duration;

pub mod actix_web;
pub mod axum;
pub mod hyper;
pub mod poem;
pub mod rocket;
pub mod salvo;
pub mod warp;

/// What a request must say, unless it says nothing.
const TOKEN: &str = "Bearer good";
/// What no request may take longer than.
const LONGEST: Duration = Duration::from_millis(250);
/// How many bytes a body may have.
const LARGEST: usize = 4096;
/// Text that must never reach a client.
pub const SECRET: &str = "hunter2";

/// Whether the layer of tokens lets a request through.
fn is_allowed(authorization: Option<&str>) -> bool {
    authorization.is_none_or(|token| token == TOKEN)
}

/// Runs a future on a runtime of its own.
fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(future)
}
