//! The arguments of an attribute as tokens: where each ends, and what `.field` in an expression stands for.
//!
//! An expression is anything that `format_args!` takes. It is not parsed, only walked: that keeps `syn` small and leaves
//! its mistakes to rustc, which describes them best.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};

/// Splits at the commas between arguments, not at those inside `::<A, B>` or between a closure's `|a, b|`. No argument is
/// empty: a comma that ends nothing stands for itself.
pub(crate) fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut arguments = Vec::new();
    let mut current = Vec::new();
    let mut walk = Walk::default();
    for token in tokens {
        if is_comma(std::slice::from_ref(&token)) && !walk.inside() {
            if current.is_empty() {
                current.push(token);
            }
            arguments.push(std::mem::take(&mut current));
            walk = Walk::default();
            continue;
        }
        walk.step(&token);
        current.push(token);
    }
    if !current.is_empty() {
        arguments.push(current);
    }
    arguments
}

/// Whether there is nothing but a comma.
pub(crate) fn is_comma(argument: &[TokenTree]) -> bool {
    matches!(argument, [TokenTree::Punct(punct)] if punct.as_char() == ',')
}

/// Replaces `.field` and `.0`, where an operand begins, by what `binding` gives for it.
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
                    out.extend(binding(&plain(&name), name.span()));
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

fn plain(name: &Ident) -> String {
    use syn::ext::IdentExt;
    name.unraw().to_string()
}

/// What the tokens so far say of the next one.
#[derive(Default)]
struct Walk {
    /// An operand is complete: a dot after it is a field access.
    operand: bool,
    /// Between the `|` of a closure.
    closure: bool,
    /// How many `<` of a turbofish are open.
    angles: usize,
    colons: usize,
    /// The token before was the first half of `||` or `..`.
    half: Option<char>,
}

impl Walk {
    fn inside(&self) -> bool {
        self.closure || self.angles > 0
    }

    fn operand_may_begin(&self) -> bool {
        !self.operand && self.half != Some('.') && !self.inside()
    }

    fn step(&mut self, token: &TokenTree) {
        let colons = std::mem::take(&mut self.colons);
        let half = self.half.take();
        match token {
            TokenTree::Punct(punct) => match punct.as_char() {
                ':' => {
                    self.colons = colons + 1;
                    self.operand = false;
                }
                '<' if colons == 2 || self.angles > 0 => {
                    self.angles += 1;
                }
                '>' if self.angles > 0 => {
                    self.angles -= 1;
                    self.operand = true;
                }
                '|' if self.closure => {
                    self.closure = false;
                    self.operand = false;
                }
                // `||` is an empty list of parameters or an operator: neither holds a comma.
                both @ ('|' | '.') if punct.spacing() == Spacing::Joint => {
                    self.operand = false;
                    self.half = (half != Some(both)).then_some(both);
                }
                '|' if !self.operand && half != Some('|') => self.closure = true,
                '?' => self.operand = true,
                _ => self.operand = false,
            },
            TokenTree::Ident(ident) => self.operand = !is_operator(&ident.to_string()),
            TokenTree::Literal(_) => self.operand = true,
            TokenTree::Group(group) => {
                self.operand = group.delimiter() != Delimiter::None || !group.stream().is_empty();
            }
        }
    }
}

/// Keywords after which an operand begins.
fn is_operator(word: &str) -> bool {
    matches!(
        word,
        "as" | "break"
            | "else"
            | "if"
            | "in"
            | "let"
            | "match"
            | "move"
            | "mut"
            | "ref"
            | "return"
            | "while"
    )
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
    fn arguments_end_at_their_own_commas() {
        let tokens = quote!(404, "a", x = f::<A, B>(1, 2), |a, b| a + b, .0 | .1, "z",);
        let expected = [
            quote!(404),
            quote!("a"),
            quote!(x = f::<A, B>(1, 2)),
            quote!(|a, b| a + b),
            quote!(.0 | .1),
            quote!("z"),
        ];
        let parts = split(tokens).into_iter();
        let parts = parts.map(|part| part.into_iter().collect::<TokenStream>().to_string());
        assert!(parts.eq(expected.map(|part| part.to_string())));
    }

    #[test]
    fn a_comma_that_ends_nothing_stands_for_itself() {
        let parts = split(quote!(404,, "a",));
        assert_eq!(parts.len(), 3, "{parts:?}");
        assert!(parts.iter().all(|part| part.len() == 1), "{parts:?}");
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
