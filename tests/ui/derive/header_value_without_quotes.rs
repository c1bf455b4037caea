use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, header(RETRY_AFTER = 30, "x-queue" = 7))]
    Busy,
    #[status(429, header(RETRY_AFTER = seconds), undocumented = "sent by the proxy")]
    Limited { seconds: u8 },
    #[status(502, header(RETRY_AFTER = limits.seconds))]
    Away,
}

fn main() {}
