use statusbook::{Status, status, vpn};

const PARTIAL: Status = status!(vpn, 206);

fn main() {
    let _ = PARTIAL;
}
