use statusbook::{ApiError, status_table};

status_table! {
    mod billing_errors = "docs/billing_errors.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors)]
enum InvoiceError {
    #[status(409, code = billing_errors::codes::BILL_0003)]
    NotFound,
}

fn main() {}
