use statusbook::ApiResponse;

#[derive(ApiResponse)]
#[status(201)]
enum PutPet {
    Made,
    Replaced,
}

fn main() {}
