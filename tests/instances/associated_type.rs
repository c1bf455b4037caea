use statusbook::{ApiError, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

trait Store {
    type Error: std::fmt::Debug;
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[status(transparent)]
struct Failed<S: Store>(S::Error);

#[derive(Debug)]
struct Kitchen;

impl Store for Kitchen {
    type Error = Tea;
}

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Tea;

fn main() {
    println!("{}", Failed::<Kitchen>(Tea).status());
}
