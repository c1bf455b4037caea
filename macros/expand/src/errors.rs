//! Collects errors, so that one compile reports all mistakes.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;

use crate::place;

/// The errors found so far.
#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

/// Returns the same errors. Those that syn places at the end of the macro's input are moved to its last token.
///
/// syn places them at the whole call, and its message begins with "unexpected end of input".
pub(crate) fn at_last_token(error: syn::Error, input: &TokenStream) -> syn::Error {
    // The first token is the path of the facade, which the user did not write.
    let last = input.clone().into_iter().skip(1).last();
    let place = last.map_or_else(Span::call_site, |last| match last {
        TokenTree::Group(group) => group.span_close(),
        token => token.span(),
    });
    let mut errors = error.into_iter().map(|error| match error.to_string() {
        text if text == "unexpected end of input" => syn::Error::new(place, text),
        text => match text.strip_prefix("unexpected end of input, ") {
            Some(text) => syn::Error::new(place, text),
            None => error,
        },
    });
    let first = errors.next().unwrap_or_else(|| syn::Error::new(place, ""));
    errors.fold(first, |mut all, error| {
        all.combine(error);
        all
    })
}

impl Errors {
    /// Adds an error.
    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// Returns the errors. Those at the end of `input` are moved to its last token.
    pub(crate) fn located(self, input: &TokenStream) -> Self {
        Errors(self.0.map(|errors| at_last_token(errors, input)))
    }

    /// Returns the value, or adds the error.
    pub(crate) fn absorb<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Returns the value if there is no error.
    pub(crate) fn into_result<T>(self, value: T) -> syn::Result<T> {
        self.0.map_or(Ok(value), Err)
    }

    /// Returns a `compile_error!` for each error, in the order of the source.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let Some(errors) = self.0 else {
            return TokenStream::new();
        };
        let mut errors: Vec<_> = errors.into_iter().collect();
        errors.sort_by_key(|error| place::position(error.span()));
        let errors = errors.iter().map(syn::Error::to_compile_error);
        quote!(#(#errors)*)
    }

    /// Returns the number of errors.
    pub(crate) fn len(&self) -> usize {
        self.0
            .as_ref()
            .map_or(0, |errors| errors.into_iter().count())
    }

    /// Returns whether there is no error.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}
