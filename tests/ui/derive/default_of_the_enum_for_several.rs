use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(any(404, 418), by = .0, type = "not a uri")]
enum GatewayError {
    Missing(u16),
    Unknown(u16),
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
#[status(401)]
enum LoginError {
    NoToken,
    Expired,
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
#[status(401, header(WWW_AUTHENTICATE = .0))]
enum TokenError {
    Expired(&'static str),
    Unknown(Option<&'static str>),
}

fn main() {}
