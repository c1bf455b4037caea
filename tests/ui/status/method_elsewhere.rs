use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn, POST, 201);
    let _ = status!(vpn, 201 POST);
}
