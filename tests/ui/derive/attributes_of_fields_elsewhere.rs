use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[source]
enum GatewayError {
    #[from]
    #[status(503)]
    Database(std::io::Error),

    #[extension]
    #[status(404)]
    NotFound { id: u8 },
}

fn main() {}
