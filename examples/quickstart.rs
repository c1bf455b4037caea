//! Prints what Statusbook does: a table that was read from its document, the message of an error,
//! its whole HTTP response, and a refusal.

use std::error::Error;

use statusbook::{ApiError, IntoResponse, status, status_table};

status_table! {
    /// The documented statuses of a small service.
    pub mod gateways = "examples/gateways.md";
}

#[derive(Debug, ApiError)]
#[api_error(table = gateways)]
enum GatewayError {
    #[status(404, "gateway `{id}` does not exist")]
    NotFound { id: String },

    #[status(503, "the database does not respond")]
    Database(#[from] std::io::Error),
}

fn main() {
    println!(
        "The table, as {} documents it:\n",
        gateways::TABLE.document()
    );
    for entry in gateways::TABLE.entries() {
        let (code, reason) = (entry.code(), entry.reason().unwrap_or_default());
        let text = entry.description().unwrap_or_default();
        println!("  line {:>2}  {code} {reason:<21} {text}", entry.line());
    }

    let missing = GatewayError::NotFound {
        id: "eu-de-7".to_owned(),
    };
    println!("\nAn error's message:\n\n  {missing}\n\nIts response:\n");
    show(missing);

    let lost = GatewayError::from(std::io::Error::other("10.0.0.7 refused the password"));
    println!("\nA server error, whose message and source go to the log:\n\n  {lost}");
    if let Some(source) = lost.source() {
        println!("  caused by: {source}");
    }
    println!("\nIts response, which has only the documented text:\n");
    show(lost);

    println!("\nA success, checked against the method that it is documented for:\n");
    println!(
        "  status!(gateways, POST 201) is {}",
        status!(gateways, POST 201)
    );

    println!(
        "\nAn undocumented status, checked at run time. In `#[status(418)]`, it is a compile error:\n"
    );
    if let Err(refusal) = gateways::TABLE.status(418) {
        println!("  {}", refusal.to_string().replace('\n', "\n  "));
    }
}

/// The response as it would be on the wire.
fn show(error: GatewayError) {
    let response = error.into_response();
    println!("  HTTP/1.1 {}", response.status());
    for (name, value) in response.headers() {
        println!("  {name}: {}", value.to_str().unwrap_or("(binary)"));
    }
    println!("\n  {}", String::from_utf8_lossy(response.body()));
}
