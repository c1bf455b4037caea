use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = "vpn")]
#[status(404)]
struct Missing;

fn main() {}
