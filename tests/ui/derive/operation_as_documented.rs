use statusbook::ApiError;

mod oa {
    statusbook::status_table! {
        pub mod get_file { 404 "Not Found" }
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = oa::getFile)]
#[status(404, "no such file")]
struct GetFile;

fn main() {}
