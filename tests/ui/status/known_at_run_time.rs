use statusbook::{Status, status, vpn};

fn answer(code: u16) -> Status {
    status!(vpn, code)
}

fn main() {}
