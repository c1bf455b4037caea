use statusbook::{ApiError, vpn};

macro_rules! wrapper {
    ($name:ident($inner:ty)) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status(500, "failed")]
        struct $name(#[source] $inner);
    };
}

wrapper!(Failed(u8));

fn main() {}
