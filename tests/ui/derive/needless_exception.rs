use statusbook::{ApiError, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except(409, 418)))]
enum GatewayError {
    #[status(404)]
    NotFound,
    #[status(409)]
    InUse,
}

fn main() {}
