use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn, DELETE 201);
}
