fn main() {
    let _ = statusbook::guard!("docs/vpn.rst");
}
