use statusbook::{ApiError, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict", 502 "Bad Gateway", 503 "Service Unavailable" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except(502)))]
enum GatewayError {
    #[status(404)]
    NotFound,
}

fn main() {}
