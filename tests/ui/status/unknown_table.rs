use statusbook::status;

fn main() {
    let _ = status!(vnp, 404);
}
