use statusbook::{ApiError, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[status(transparent)]
struct Wrapped<E>(E);

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Tea;

// No method is called by its name: the table of the object holds them all.
fn main() {
    let object: Box<dyn ApiError> = Box::new(Wrapped(Tea));
    drop(object);
}
