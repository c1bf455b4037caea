use statusbook::ApiResponse;

#[derive(ApiResponse)]
enum PutPet {
    #[status(201, "the pet is new")]
    Created(String),
    #[status(204)]
    Replaced,
}

fn main() {}
