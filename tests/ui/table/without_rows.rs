statusbook::status_table! {
    pub mod edge {}
}

fn main() {}
