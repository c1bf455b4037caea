use statusbook::{http::StatusCode, status, vpn};

fn main() {
    let _ = status!(vpn, StatusCode::NOT_FOUND);
}
