use statusbook::{ApiError, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
enum Retry<E> {
    #[status(404)]
    Gone,
    #[status(transparent)]
    Last(E),
}

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Tea;

fn main() {
    let errors = [Retry::Gone, Retry::Last(Tea)];
    println!("{}", errors.map(|error| error.status()).len());
}
