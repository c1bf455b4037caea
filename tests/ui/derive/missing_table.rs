use statusbook::ApiError;

#[derive(Debug, ApiError)]
enum GatewayError {
    #[status(404)]
    NotFound,
}

fn main() {}
