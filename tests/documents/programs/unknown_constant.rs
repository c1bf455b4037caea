use statusbook::{ApiError, status_table};

status_table! {
    mod billing_errors = "docs/billing_errors.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors)]
enum InvoiceError {
    #[status(404, code = billing_errors::codes::BILL_0033)]
    NotFound,
}

fn main() {}
