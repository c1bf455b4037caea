//! `cargo check` must show these too, though nobody calls them.
use statusbook::{Status, status, vpn};

struct Page<T>(T);

impl<T> Page<T> {
    const GONE: Status = status!(vpn, 410);

    fn limited(&self) -> Status {
        status!(vpn, 429)
    }
}

fn nobody_calls_this<T>() -> Status {
    status!(vpn, 451)
}

fn main() {}
