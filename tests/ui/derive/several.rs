use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, tabel = vpn)]
enum GatewayError {
    #[status(418)]
    Teapot,
    #[status(404, "no gateway {nam}")]
    NotFound { name: String },
    #[status(200)]
    Fine,
    InUse,
    #[status(422, "wrong: {0}")]
    Wrong(String),
    #[status(503, retry = "soon")]
    Busy,
}

fn main() {
    // What the derive writes is there all the same: nothing else fails.
    let error = GatewayError::NotFound { name: String::new() };
    let _: &dyn std::error::Error = &error;
    let _ = error.status();
    let _ = statusbook::IntoResponse::into_response(error);
}
