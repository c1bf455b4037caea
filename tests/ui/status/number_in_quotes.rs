use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn, "404");
}
