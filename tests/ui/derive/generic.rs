use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum BackendError<E> {
    #[status(429, "slow down: {0}")]
    Limited(E),
}

fn main() {}
