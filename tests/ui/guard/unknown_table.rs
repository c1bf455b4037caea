use statusbook::vpn;

fn main() {
    let _ = statusbook::guard!(vpn | egde);
}
