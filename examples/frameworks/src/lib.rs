//! Empty, because this package has only examples and tests. Each example is a small service that runs by itself:
//! `cargo run -p statusbook-frameworks --example actix_gateway`.
