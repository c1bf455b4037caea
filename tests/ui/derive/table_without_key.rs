use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(statusbook::vpn)]
#[status(404)]
struct NotFound;

fn main() {}
