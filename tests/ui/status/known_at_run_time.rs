use statusbook::{Status, status, vpn};

fn respond(code: u16) -> Status {
    status!(vpn, code)
}

struct Message {
    code: u16,
}

impl Message {
    fn status(&self) -> Status {
        status!(vpn, self.code)
    }

    fn of_operation(&self) -> Status {
        status!(vpn["GET /gateways"], self.code)
    }
}

fn main() {}
