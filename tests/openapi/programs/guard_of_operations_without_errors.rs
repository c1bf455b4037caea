statusbook::status_table! {
    pub mod pets = "docs/silent.yaml";
    pub mod edge { 500 "Internal Server Error" => "The service failed." }
}

fn main() {
    let _ = statusbook::guard!(pets | edge);
    let _ = statusbook::guard!(pets["POST /pets"]);
    let _ = statusbook::guard!(pets);
}
