use statusbook::{ApiError, assert_exhaustive, status_table};

status_table! {
    mod billing_errors = "docs/billing_errors.md";
    mod refund_errors = "docs/refund_errors.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = billing_errors)]
#[status(404, code = "BILL.0003")]
struct NotFound;

#[derive(Debug, ApiError)]
#[api_error(table = refund_errors)]
#[status(409, code = "REFUND.0001")]
struct Refunded;

assert_exhaustive!(billing_errors, NotFound, Refunded, codes, except(400, 429, 500, "BILL.0005"));

fn main() {}
