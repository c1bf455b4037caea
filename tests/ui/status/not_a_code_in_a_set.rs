use statusbook::StatusSet;

const CODES: StatusSet = StatusSet::of(&[404, 42]);

fn main() {
    assert!(CODES.contains(404));
}
