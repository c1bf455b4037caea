use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(500)]
    Io {
        #[source]
        first: std::io::Error,
        #[source]
        second: std::io::Error,
    },
}

fn main() {}
