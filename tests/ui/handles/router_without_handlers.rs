use statusbook::{router, vpn};

fn main() {
    router!(vpn, list);
}
