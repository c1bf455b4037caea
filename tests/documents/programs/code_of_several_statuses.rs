use statusbook::{ApiError, status_table};

status_table! {
    mod billing_errors = "docs/billing_errors.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors)]
#[status(404, code = "BILL.0030")]
enum InvoiceError {
    NotFound,
    Deleted,
    #[status(any(404, 429), by = .0, code = "BILL.0003")]
    Registry(u16),
    #[status(transparent, code = "BILL.0001")]
    Form(FormError),
    #[status(any(409, 500), by = .0, code = "BILL.0004")]
    Sent(u16),
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors)]
enum FormError {
    #[status(400)]
    Invalid,
    #[status(409)]
    Sent,
}

fn main() {}
