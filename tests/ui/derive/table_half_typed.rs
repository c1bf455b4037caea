use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = vpn::)]
#[status(404)]
struct Missing;

#[derive(Debug, ApiError)]
#[api_error(table = )]
#[status(404)]
struct Absent;

fn main() {}
