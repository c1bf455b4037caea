use statusbook::{ApiError, IntoResponse, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[status(transparent)]
struct Heap<T>(Box<T>);

#[derive(Debug, ApiError)]
#[api_error(table = kitchen)]
#[status(418)]
struct Tea;

fn main() {
    let response = IntoResponse::into_response(Heap(Box::new(Tea)));
    println!("{}", response.status());
}
