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
    #[status(transparent, undocumented(429 = "until 1.3", 404 = "why not", 451 = "never sent"))]
    Edge(EdgeError),
}

fn main() {}
