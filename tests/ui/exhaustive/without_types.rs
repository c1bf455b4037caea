statusbook::assert_exhaustive!(statusbook::vpn);

fn main() {}
