//! `.field` and `.0` in an expression.

use proc_macro2::{Group, Spacing, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;

use crate::args::Walk;

/// Replaces `.field` and `.0` at the beginning of an operand with the result of `binding`.
pub(crate) fn shorthand(
    tokens: TokenStream,
    binding: &mut dyn FnMut(&str, Span) -> TokenStream,
) -> TokenStream {
    let mut out = TokenStream::new();
    let mut walk = Walk::default();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        if walk.operand_may_begin() && is_dot(&token) {
            match rest.peek() {
                Some(TokenTree::Ident(name)) => {
                    let name = name.clone();
                    out.extend(binding(&name.unraw().to_string(), name.span()));
                }
                Some(TokenTree::Literal(literal)) => {
                    // `.0.1` is a dot and the number `0.1`.
                    let text = literal.to_string();
                    let mut parts = text.split('.');
                    let field = parts.next().unwrap_or_default();
                    out.extend(binding(field, literal.span()));
                    for part in parts.filter(|part| !part.is_empty()) {
                        let mut index = match part.parse() {
                            Ok(index) => proc_macro2::Literal::usize_unsuffixed(index),
                            Err(_) => literal.clone(),
                        };
                        index.set_span(literal.span());
                        let dot = proc_macro2::Punct::new('.', Spacing::Alone);
                        out.extend([TokenTree::Punct(dot), TokenTree::Literal(index)]);
                    }
                    if text.ends_with('.') {
                        out.extend(binding("", literal.span()));
                    }
                }
                _ => out.extend(binding("", token.span())),
            }
            if let Some(name) = rest.next() {
                walk.step(&name);
            }
            continue;
        }
        if is_dot(&token) && rest.peek().is_none() {
            out.extend(binding("", token.span()));
            continue;
        }
        walk.step(&token);
        if let TokenTree::Group(group) = &token {
            let mut inner = Group::new(group.delimiter(), shorthand(group.stream(), binding));
            inner.set_span(group.span());
            out.extend([TokenTree::Group(inner)]);
        } else {
            out.extend([token]);
        }
    }
    out
}

fn is_dot(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.' && punct.spacing() == Spacing::Alone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::{format_ident, quote};

    fn short(tokens: TokenStream) -> String {
        let mut binding = |name: &str, _| {
            let name = format_ident!("f_{name}");
            quote!(#name)
        };
        shorthand(tokens, &mut binding).to_string()
    }

    #[test]
    fn a_dot_where_an_operand_begins_is_a_field() {
        assert_eq!(short(quote!(.0)), quote!(f_0).to_string());
        assert_eq!(short(quote!(.a.b.c())), quote!(f_a.b.c()).to_string());
        assert_eq!(short(quote!(.0.1)), quote!(f_0.1).to_string());
        assert_eq!(short(quote!(.a + .b)), quote!(f_a + f_b).to_string());
        assert_eq!(short(quote!(g(.a, x.b))), quote!(g(f_a, x.b)).to_string());
        assert_eq!(
            short(quote!(if .a { .b } else { .c })),
            quote!(if f_a { f_b } else { f_c }).to_string()
        );
        assert_eq!(
            short(quote!(.a.iter().map(|x| x.y))),
            quote!(f_a.iter().map(|x| x.y)).to_string()
        );
        assert_eq!(
            short(quote!(matches!(.a, Some(_)))),
            quote!(matches!(f_a, Some(_))).to_string()
        );
    }

    #[test]
    fn other_dots_are_left_alone() {
        for tokens in [
            quote!(x.a),
            quote!(f()?.a),
            quote!(0..5),
            quote!(a[1].b),
            quote!("x".len()),
        ] {
            assert_eq!(short(tokens.clone()), tokens.to_string());
        }
    }
}
