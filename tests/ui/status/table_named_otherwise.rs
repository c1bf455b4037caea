use statusbook::{status, vpn};

fn main() {
    let _ = status!(vpn::TABLE, 404);
    let _ = status!(vpn::NOT_FOUND);
    let _ = status!("vpn", 404);
    let _ = status!(vpn | dc, 404);
    let _ = status!(vpn[404]);
    let _ = status!(vpn 404);
    let _ = status!(vpn);
    let _ = status!(NOT_FOUND);
    let _ = status!(statusbook::vpn::TABLE, 404);
}
