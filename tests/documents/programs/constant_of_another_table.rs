use statusbook::{ApiError, status_table};

status_table! {
    mod billing_errors = "docs/billing_errors.md";
    mod refund_errors = "docs/refund_errors.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors)]
enum InvoiceError {
    #[status(409, code = refund_errors::codes::REFUND_0001)]
    Refunded,
}

fn main() {}
