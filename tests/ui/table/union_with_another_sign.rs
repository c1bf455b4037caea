use statusbook::status_table;

status_table! {
    pub mod sum = statusbook::vpn + statusbook::dc;
    pub mod rows = statusbook::vpn | { 429 "Too Many Requests" };
    pub mod constant = statusbook::vpn | statusbook::dc::TABLE;
}

fn main() {}
