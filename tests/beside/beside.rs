//! The derive beside other derives: they define the error, and this one its response.

mod any_error;
mod by_hand;
mod displaydoc;
mod snafu;
mod thiserror;

/// What the client sees.
fn body<E: statusbook::IntoResponse>(error: E) -> String {
    String::from_utf8_lossy(error.into_response().body()).into_owned()
}
