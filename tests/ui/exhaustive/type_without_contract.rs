struct Plain;

statusbook::assert_exhaustive!(statusbook::vpn, Plain);

fn main() {}
