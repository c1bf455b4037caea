use statusbook::ApiResponse;

#[derive(ApiResponse)]
enum Added {
    #[status(201)]
    New(String),
    #[status(409)]
    Taken,
    Other,
    #[status(202)]
    Later(String, u32),
}

fn main() {}
