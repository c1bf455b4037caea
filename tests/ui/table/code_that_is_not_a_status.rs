statusbook::status_table! {
    pub mod edge {
        404 "Not Found" => "There is no such thing.",
        4040 "Not Found" => "A digit too many.",
        99 "Early" => "Too small.",
    }
}

fn main() {}
