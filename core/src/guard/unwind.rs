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

/// Drops a value whose `drop` may panic too: that one panic would end the connection.
pub(super) fn discard(drop: impl FnOnce()) {
    if let Err(second) = call(drop) {
        // And so may this.
        std::mem::forget(second);
    }
}

/// The message of a panic: what `panic!` was given. What it was raised with is gone.
pub(super) fn message(payload: Payload) -> String {
    let text = payload.downcast_ref::<&'static str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let message = text.unwrap_or("a value that is not text").to_owned();
    discard(|| drop(payload));
    message
}

/// Runs a future that may panic.
#[cfg(any(feature = "actix-web", feature = "poem", feature = "salvo"))]
pub(super) async fn caught<F: Future>(future: F) -> Result<F::Output, Payload> {
    use std::task::Poll;

    let mut future = std::pin::pin!(Some(future));
    let poll = |context: &mut std::task::Context<'_>| {
        let running = future.as_mut().as_pin_mut();
        match call(|| running.map_or(Poll::Pending, |running| running.poll(context))) {
            Ok(polled) => polled.map(Ok),
            Err(payload) => {
                discard(|| future.set(None));
                Poll::Ready(Err(payload))
            }
        }
    };
    std::future::poll_fn(poll).await
}
