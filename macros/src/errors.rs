//! Collects mistakes, so that one compile reports all of them.

use proc_macro2::{Span, TokenStream, TokenTree};

use crate::place;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

/// The same mistakes; those that syn found at the end of a macro's input are at its last token.
///
/// syn has no other place for them than the whole call, and says first that the input ended.
pub(crate) fn at_last_token(error: syn::Error, input: &TokenStream) -> syn::Error {
    // The first token holds the path of the facade: the user did not write it.
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
    /// Adds a mistake.
    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// The mistakes with those at the end of `input` at its last token.
    pub(crate) fn located(self, input: &TokenStream) -> Self {
        Errors(self.0.map(|errors| at_last_token(errors, input)))
    }

    /// Keeps the value, or the mistake.
    pub(crate) fn absorb<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// The value, if nothing was wrong.
    pub(crate) fn into_result<T>(self, value: T) -> syn::Result<T> {
        self.0.map_or(Ok(value), Err)
    }

    /// One `compile_error!` for each mistake, in the order of the source.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut errors: Vec<_> = self.0.into_iter().flatten().collect();
        errors.sort_by_key(|error| place::position(error.span()));
        let errors = errors.into_iter().map(syn::Error::into_compile_error);
        errors.collect()
    }

    /// How many mistakes there are.
    pub(crate) fn len(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Whether nothing was wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}
