use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn, UNPROCESSABLE_ENTITY);
}
