use statusbook::{ApiError, Status, status, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = small)]
#[status(transparent)]
struct Wrapped<E>(E);

#[derive(Debug)]
struct ByHand;

impl std::fmt::Display for ByHand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("by hand")
    }
}

impl std::error::Error for ByHand {}

impl ApiError for ByHand {
    fn status(&self) -> Status {
        status!(kitchen, 418)
    }
}

fn main() {
    println!("{}", ApiError::status(&Wrapped(ByHand)));
}
