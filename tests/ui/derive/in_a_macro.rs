use statusbook::{ApiError, vpn};

macro_rules! errors {
    ($name:ident { $($variant:ident = $code:literal,)* }) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        enum $name {
            $(#[status($code)] $variant),*
        }
    };
}

errors! {
    Error {
        Teapot = 418,
        Missing = 404,
        Unprocessable = 422,
    }
}

fn main() {}
