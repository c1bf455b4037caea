use statusbook::{ApiError, status_table};

status_table! {
    mod billing_errors = "docs/billing_errors.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors, exhaustive(codes, except(429, "BILL.0002", "BILL.0003", "BILL.0099")))]
enum InvoiceError {
    #[status(400, code = "BILL.0001")]
    Invalid,
    #[status(404, code = billing_errors::codes::BILL_0003)]
    NotFound,
    #[status(409)]
    Sent,
    #[status(500)]
    Failed,
}

fn main() {}
