use statusbook::status_table;

status_table! {
    mod nothing = vpn & {};
    mod twice = vpn & { 404, NOT_FOUND };
    mod table = vpn & other;
    mod first = { 404 } & vpn;
    mod front = { 404 };
    mod comma = vpn & { 401 404 };
    mod number = vpn & { 4040 };
    mod key = vpn & { 404 }, section = "Errors";
    mod body = vpn & { 404 }, body = "Text";
}

fn main() {}
