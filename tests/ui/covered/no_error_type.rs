struct Plain;

statusbook::assert_covered!(statusbook::vpn, Plain);

fn main() {}
