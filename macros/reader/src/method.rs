//! HTTP methods.

/// The HTTP methods that a row or an operation can name: those of RFC 9110 §9, `PATCH` (RFC 5789), and `QUERY` of
/// OpenAPI 3.2.
pub const METHODS: [&str; 10] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY",
];
