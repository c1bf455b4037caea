use statusbook::{ApiError, vpn};

fn nobody_calls_this<T>() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(410, "gone")]
    struct Gone;
}

fn main() {}
