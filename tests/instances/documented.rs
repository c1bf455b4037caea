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
#[api_error(table = small)]
#[status(404)]
struct Missing;

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Tea;

// `Retry<Tea>` is a type like any other, as long as nothing can respond with it.
fn main() {
    assert_eq!(Retry::Last(Missing).status(), 404);
    assert!(matches!(Retry::<Tea>::Gone, Retry::Gone));
    drop(Tea);
}
