//! Catches the panic of a handler, where its future is polled.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a panic was raised with.
pub(super) type Payload = Box<dyn Any + Send>;

/// Calls a function that may panic.
///
/// A service that panicked is used again, as in every server. It must keep its own state valid.
pub(super) fn call<T>(function: impl FnOnce() -> T) -> Result<T, Payload> {
    catch_unwind(AssertUnwindSafe(function))
}

/// The message of a panic.
pub(super) fn message(payload: &Payload) -> &str {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        return text;
    }
    payload
        .downcast_ref::<String>()
        .map_or("a value that is not text", String::as_str)
}

/// Runs a future that may panic.
#[cfg(any(feature = "actix-web", feature = "poem", feature = "salvo"))]
pub(super) async fn caught<F: Future>(future: F) -> Result<F::Output, Payload> {
    let mut future = std::pin::pin!(future);
    let poll = |context: &mut std::task::Context<'_>| {
        use std::task::Poll;

        match call(|| future.as_mut().poll(context)) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
            Err(payload) => Poll::Ready(Err(payload)),
        }
    };
    std::future::poll_fn(poll).await
}
