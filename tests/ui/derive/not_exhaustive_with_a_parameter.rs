use statusbook::{ApiError, Contract, StatusSet, status_table};

status_table! {
    pub mod edge {
        404 "Not Found" => "No such route.",
        429 "Too Many Requests" => "Wait.",
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = edge, exhaustive)]
enum Error<E> {
    #[status(transparent)]
    Inner(E),
}

#[derive(Debug, ApiError)]
#[api_error(table = edge)]
#[status(429)]
struct Throttled;

const _: StatusSet = Error::<Throttled>::STATUSES;

fn main() {}
