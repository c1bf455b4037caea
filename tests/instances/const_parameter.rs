use statusbook::{ApiError, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[status(transparent)]
struct Outer<const N: usize>(Inner<N>);

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Inner<const N: usize>;

fn main() {
    println!("{}", Outer(Inner::<3>).status());
}
