use statusbook::{ApiError, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict", 502 "Bad Gateway" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except(409, 502, CONFLICT)))]
#[status(404)]
struct Twice;

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except()))]
#[status(404)]
struct Nothing;

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except 409))]
#[status(404)]
struct WithoutParentheses;

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(expect(409)))]
#[status(404)]
struct Misspelled;

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive())]
#[status(404)]
struct NoList;

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except(409), except(502)))]
#[status(404)]
struct TwoLists;

fn main() {}
