use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway", header("x-hint" = "a tab\tis fine"))]
    NotFound,
    #[status(409, "the gateway is in use", header("x-hint" = "a bell\u{7} is not"))]
    InUse,
}

fn main() {}
