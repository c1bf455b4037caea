//! Replaces lifetimes among tokens, for a type that is named out of their scope.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// The tokens with other lifetimes. `None` keeps a name.
pub(crate) fn renamed(
    tokens: TokenStream,
    called: &dyn Fn(&Ident) -> Option<String>,
) -> TokenStream {
    let mut after_quote = false;
    let replaced = tokens.into_iter().map(|token| {
        let name = std::mem::take(&mut after_quote);
        match token {
            TokenTree::Ident(ident) if name => {
                let called = called(&ident).map(|name| Ident::new(&name, ident.span()));
                TokenTree::Ident(called.unwrap_or(ident))
            }
            TokenTree::Group(group) => {
                let inner = renamed(group.stream(), called);
                let mut inner = Group::new(group.delimiter(), inner);
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            TokenTree::Punct(punct) => {
                after_quote = punct.as_char() == '\'';
                TokenTree::Punct(punct)
            }
            other => other,
        }
    });
    replaced.collect()
}
