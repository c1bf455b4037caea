//! The derive beside others: they say what an error is, it says how the error is answered.

mod any_error;
mod by_hand;
mod displaydoc;
mod snafu;
mod thiserror;

/// What the client is told.
fn body<E: statusbook::IntoResponse>(error: E) -> String {
    String::from_utf8_lossy(error.into_response().body()).into_owned()
}
