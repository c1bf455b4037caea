statusbook::status_table! {
    pub mod vpn = vpn | edge;
    pub mod edge { 429 "Too Many Requests" }
    pub mod first = second | edge;
    pub mod second = first;
}

fn main() {
    let _ = statusbook::status!(vpn, 404);
}
