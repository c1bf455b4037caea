fn main() {
    let _ = statusbook::guard!();
}
