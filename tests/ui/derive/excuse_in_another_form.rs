use statusbook::{ApiError, status_table, vpn};

status_table! {
    mod edge { 404 "Not Found", 429 "Too Many Requests", 451 "Unavailable For Legal Reasons" }
}

#[derive(Debug, ApiError)]
#[api_error(table = edge)]
enum EdgeError {
    #[status(404)]
    NotFound,
    #[status(429)]
    TooMany,
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(transparent, undocumented = "until 1.3")]
    Edge(EdgeError),
    #[status(418, undocumented(418 = "the kettle"))]
    Teapot,
    #[status(transparent, undocumented(429))]
    Reasonless(EdgeError),
}

fn main() {}
