use statusbook::{Status, status, vpn};

fn answer(code: u16) -> Status {
    status!(vpn, code)
}

struct Answer {
    code: u16,
}

impl Answer {
    fn status(&self) -> Status {
        status!(vpn, self.code)
    }

    fn of_operation(&self) -> Status {
        status!(vpn["GET /gateways"], self.code)
    }
}

fn main() {}
