use statusbook::{ApiError, Created, handles, status};
use statusbook_test_reexported::{edge, public};

#[derive(Debug, ApiError)]
#[api_error(table = edge)]
#[status(418)]
struct Teapot;

#[handles(edge)]
async fn make() -> Created {
    Created(())
}

fn main() {
    status!(public, 418);
}
