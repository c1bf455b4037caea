//! Which framework a handler has where nothing in its signature tells: the only one that is enabled.

use super::framework::Framework;

/// The only enabled framework. If there are several, rustc infers it.
macro_rules! new {
    ($(#[cfg($condition:meta)] [$($framework:tt)*] [$($generics:tt)*];)+) => {$(
        #[cfg($condition)]
        impl<S, $($generics)*> Framework<$($framework)*, S> {
            /// The framework of the handler.
            #[expect(clippy::new_without_default, reason = "only const code asks")]
            pub const fn new() -> Self {
                Self::EMPTY
            }
        }
    )+};
}

new! {
    #[cfg(all(feature = "actix-web", not(any(feature = "axum", feature = "poem"))))]
    [super::actix_web::ActixWeb] [];
    #[cfg(all(feature = "axum", not(any(feature = "actix-web", feature = "poem"))))]
    [super::axum::Axum] [];
    #[cfg(all(feature = "poem", not(any(feature = "actix-web", feature = "axum"))))]
    [super::poem::Poem] [];
    #[cfg(all(
        any(feature = "rocket", feature = "salvo", feature = "warp"),
        not(any(feature = "actix-web", feature = "axum", feature = "poem"))
    ))]
    [super::framework::Unchecked] [];
    #[cfg(not(any(
        all(
            any(feature = "rocket", feature = "salvo", feature = "warp"),
            not(any(feature = "actix-web", feature = "axum", feature = "poem"))
        ),
        all(feature = "actix-web", not(any(feature = "axum", feature = "poem"))),
        all(feature = "axum", not(any(feature = "actix-web", feature = "poem"))),
        all(feature = "poem", not(any(feature = "actix-web", feature = "axum"))),
    )))]
    [F] [F];
}
