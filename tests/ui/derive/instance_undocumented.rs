use statusbook::{ApiError, status_table, vpn};

status_table! {
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn, with(E = Missing), with(E = Tea))]
#[status(transparent)]
struct Retry<E>(E);

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404)]
struct Missing;

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Tea;

fn main() {}
