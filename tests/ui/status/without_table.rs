use statusbook::status;

fn main() {
    let _ = status!(404);
}
