use statusbook::{Created, NoContent, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 409 "Conflict" }
}

macro_rules! handlers {
    ($($name:ident -> $output:ty;)*) => {
        $(#[handles(add_pet)]
        async fn $name() -> $output {
            Default::default()
        })*
    };
}

handlers! {
    add -> Created<String>;
    add_without_a_body -> NoContent;
    replace -> Box<str>;
}

fn main() {}
