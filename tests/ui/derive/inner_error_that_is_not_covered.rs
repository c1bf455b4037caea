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
    #[status(451)]
    Forbidden,
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(transparent)]
    Edge(#[from] EdgeError),
}

fn main() {}
