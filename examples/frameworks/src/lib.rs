//! Empty: the package is its examples and its tests. Each example is a small service that runs by itself:
//! `cargo run -p statusbook-frameworks --example actix_gateway`.
