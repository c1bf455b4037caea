use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, with(E = Missing))]
enum Both<E, F> {
    #[status(transparent)]
    One(E),
    #[status(transparent)]
    Other(F),
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn, with(T = Missing))]
#[status(transparent)]
struct Retry<E>(E);

#[derive(Debug, ApiError)]
#[api_error(table = vpn, with(E = Missing))]
#[status(404)]
struct Missing;

#[derive(Debug, ApiError)]
#[api_error(table = vpn, with(Missing))]
#[status(transparent)]
struct Last<E>(E);

fn main() {}
