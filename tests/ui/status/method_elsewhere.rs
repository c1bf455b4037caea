use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn, POST, 201);
    let _ = status!(vpn, 201 POST);
    let _ = status!(vpn, put, 200);
    let _ = status!(vpn, GET);
}
