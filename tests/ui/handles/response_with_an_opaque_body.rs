use statusbook::ApiResponse;
use statusbook::bytes::Bytes;
use statusbook::http::Response;

#[derive(ApiResponse)]
enum Added {
    #[status(201)]
    New(Response<Bytes>),
}

fn main() {}
