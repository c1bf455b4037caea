use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(401)]
struct LogIn;

#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
enum GatewayError {
    #[status(transparent)]
    LogIn(LogIn),
    #[status(405, header(ALLOW = .0))]
    Method(Option<String>),
}

fn main() {}
