//! The methods of HTTP.

/// The HTTP methods that a row of a table or an operation can name: those of RFC 9110 §9, `PATCH` of RFC 5789, and `QUERY`,
/// which OpenAPI 3.2 has.
pub const METHODS: [&str; 10] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY",
];
