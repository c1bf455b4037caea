use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404)]
    Missing,
    #[status(transparent)]
    Boxed(#[from] Box<std::io::Error>),
}

fn main() {
    let error = GatewayError::Missing;
    println!("{error} {}", error.status());
    let _ = statusbook::IntoResponse::into_response(error);
}
