statusbook::assert_covered!(statusbook::vpn);

fn main() {}
