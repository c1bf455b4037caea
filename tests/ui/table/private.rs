//! The note shows the module, not the whole macro.

mod tables {
    statusbook::status_table! {
        mod edge {
            429 "Too Many Requests" => "The gateway's rate limit was reached.",
        }
    }
}

fn main() {
    let _ = statusbook::status!(tables::edge, 429);
}
