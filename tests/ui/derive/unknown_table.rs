use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = vpm)]
enum GatewayError {
    #[status(404)]
    NotFound,
    #[status(409)]
    InUse,
}

fn main() {}
