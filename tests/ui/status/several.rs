use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn, 410);
    let _ = status!(vpn, 700);
    let _ = status!(vpn, NOT_FUOND);
    let _ = status!(vpn, 404);
}
