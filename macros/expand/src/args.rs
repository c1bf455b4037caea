//! The grammar of arguments, which all macros share: where an argument ends, and what can be in it.
//!
//! A flag (`transparent`), a key with a value (`table = vpn`), a key with a text (`code = "VPN.0012"`), a key with
//! arguments of its own (`skip(Error)`), or an expression. An expression is anything that `format_args!` takes. It is
//! not parsed, only walked: that keeps `syn` small and leaves its mistakes to rustc, which describes them best.

use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream, Parser};
use syn::{Attribute, Ident, Lit, LitStr, Token, token};

use crate::message;

/// Returns the tokens of `#[name(…)]`.
///
/// # Errors
/// Without any, says `usage` at the attribute's name.
pub(crate) fn contents(attribute: &Attribute, usage: &str) -> syn::Result<TokenStream> {
    let list = attribute.meta.require_list().ok();
    list.map(|list| list.tokens.clone())
        .filter(|tokens| !tokens.is_empty())
        .ok_or_else(|| syn::Error::new_spanned(attribute.path(), usage))
}

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

/// Parses an argument. What is missing at its end is missing after its last token, not at the whole macro.
pub(crate) fn parse<T>(
    argument: Vec<TokenTree>,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let end = argument
        .last()
        .map_or_else(Span::call_site, TokenTree::span);
    let mut group = Group::new(Delimiter::Parenthesis, argument.into_iter().collect());
    group.set_span(end);
    let inside = |input: ParseStream<'_>| {
        let content;
        syn::parenthesized!(content in input);
        if content.peek(Token![,]) {
            return Err(content.error(message::NEEDLESS_COMMA));
        }
        read(&content)
    };
    inside.parse2(TokenTree::Group(group).into())
}

/// A known key that has not been given before, and its name.
pub(crate) fn key(
    input: ParseStream<'_>,
    known: &[&str],
    seen: &mut Vec<String>,
) -> syn::Result<(Ident, String)> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error(message::expected_key(known)));
    }
    let key = input.call(Ident::parse_any)?;
    let name = key.unraw().to_string();
    let refuse = |text| Err(syn::Error::new(key.span(), text));
    if !known.contains(&name.as_str()) {
        return refuse(message::unknown_key(&name, known));
    }
    if seen.contains(&name) {
        return refuse(message::repeated_key(&name));
    }
    seen.push(name.clone());
    Ok((key, name))
}

/// The word that stands next, if one does.
pub(crate) fn word(input: ParseStream<'_>) -> Option<Ident> {
    input.fork().call(Ident::parse_any).ok()
}

/// `= value` after a key, such as `= vpn` for `example`.
pub(crate) fn value<T>(
    input: ParseStream<'_>,
    key: &Ident,
    example: &str,
    read: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let name = key.unraw().to_string();
    let expected = || message::expected_value(&name, example);
    assigned(input, key, &expected)?;
    if let Ok(text) = input.fork().parse::<LitStr>() {
        return Err(input.error(message::quoted_value(&name, &text.value())));
    }
    if input.peek(Lit) {
        return Err(input.error(expected()));
    }
    let start = input.cursor();
    read(input).map_err(|error| {
        if input.cursor() == start {
            input.error(expected())
        } else {
            error
        }
    })
}

/// `= "text"` after a key, such as `example`.
pub(crate) fn text(input: ParseStream<'_>, key: &Ident, example: &str) -> syn::Result<LitStr> {
    let expected = || message::expected_text(&key.unraw().to_string(), example);
    assigned(input, key, &expected)?;
    if !input.peek(LitStr) {
        return Err(input.error(expected()));
    }
    input.parse()
}

/// `= "reason"` after `undocumented`: why a status that is not documented is let through.
pub(crate) fn reason(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    assigned(input, key, &|| message::EMPTY_REASON.to_owned())?;
    let reason: Option<LitStr> = input.parse().ok();
    match reason {
        Some(reason) if !reason.value().trim().is_empty() => Ok(reason),
        Some(reason) => Err(syn::Error::new(reason.span(), message::EMPTY_REASON)),
        None => Err(input.error(message::EMPTY_REASON)),
    }
}

/// The `=` after a key, with something behind it.
pub(crate) fn assigned(
    input: ParseStream<'_>,
    key: &Ident,
    expected: &dyn Fn() -> String,
) -> syn::Result<()> {
    let equals = input.parse::<Option<Token![=]>>()?;
    if input.is_empty() {
        return Err(syn::Error::new(key.span(), expected()));
    }
    match equals {
        Some(_) => Ok(()),
        None => Err(input.error(expected())),
    }
}

/// `(…)` after a key, with something between the parentheses; else says `usage` at the key.
pub(crate) fn group<'a>(
    input: ParseStream<'a>,
    key: &Ident,
    usage: &str,
) -> syn::Result<ParseBuffer<'a>> {
    let refuse = || Err(syn::Error::new(key.span(), usage));
    if !input.peek(token::Paren) {
        return refuse();
    }
    let content;
    syn::parenthesized!(content in input);
    if content.is_empty() {
        return refuse();
    }
    Ok(content)
}

/// Nothing may follow.
pub(crate) fn end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        Ok(())
    } else if input.peek(Ident::peek_any) || input.peek(Lit) {
        Err(input.error(message::COMMA_BEFORE))
    } else {
        Err(input.error(message::COMMA_OR_NOTHING))
    }
}

/// Nothing may follow, and a value least of all.
pub(crate) fn flag_end(input: ParseStream<'_>, flag: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        return Err(input.error(message::flag_with_value(flag)));
    }
    end(input)
}

/// What is left.
pub(crate) fn rest(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    input.parse()
}

/// What the tokens so far say of the next one.
#[derive(Default)]
pub(crate) struct Walk {
    /// An operand is complete: a dot after it is a field access.
    operand: bool,
    /// Between the `|` of a closure.
    closure: bool,
    /// How many `<` of a turbofish are open.
    angles: usize,
    /// After `as`, where `<` begins arguments of a type.
    type_after_as: bool,
    /// The token before was the first half of `||`, `..`, `->`, `=>` or `<<`.
    half: Option<char>,
}

impl Walk {
    fn inside(&self) -> bool {
        self.closure || self.angles > 0
    }

    /// Whether an operand begins here.
    pub(crate) fn operand_may_begin(&self) -> bool {
        !self.operand && self.half != Some('.') && !self.inside()
    }

    pub(crate) fn step(&mut self, token: &TokenTree) {
        let half = self.half.take();
        let in_type = std::mem::take(&mut self.type_after_as);
        match token {
            TokenTree::Punct(punct) => match punct.as_char() {
                '<' if half == Some('<') => self.operand = false,
                // A turbofish, `as Type<…>`, or `<Type as Trait>::item` where an operand begins.
                '<' if self.angles > 0 || in_type || !self.operand => self.angles += 1,
                '>' if matches!(half, Some('-' | '=')) => self.type_after_as = in_type,
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
                first @ ('-' | '=' | '<') if punct.spacing() == Spacing::Joint => {
                    self.operand = false;
                    self.half = Some(first);
                    self.type_after_as = in_type;
                }
                ':' | '&' | '*' | '\'' => {
                    self.operand = false;
                    self.type_after_as = in_type;
                }
                '?' => self.operand = true,
                _ => self.operand = false,
            },
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                self.operand = !is_operator(&word);
                self.type_after_as = word == "as" || in_type;
            }
            TokenTree::Literal(_) => self.operand = true,
            TokenTree::Group(group) => {
                self.operand = group.delimiter() != Delimiter::None || !group.stream().is_empty();
                self.type_after_as = in_type;
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
    use quote::quote;

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
    fn a_comma_in_a_type_ends_no_argument() {
        let tokens = quote!(
            &0 as &dyn Trait<i32, A = i32>,
            <A<B, C> as D<E, F>>::f(1),
            f as fn(u8) -> Result<A, B>,
            .0 as u8 - 1 < 2,
            .a < .b,
            x as a::B<C, D>,
            1 << 2,
            .0 -> 1
        );
        let parts: Vec<_> = split(tokens).into_iter().map(|part| part.len()).collect();
        assert_eq!(parts.len(), 8, "{parts:?}");
    }

    #[test]
    fn a_comma_without_an_argument_is_kept() {
        let parts = split(quote!(404,, "a",));
        assert_eq!(parts.len(), 3, "{parts:?}");
        assert!(parts.iter().all(|part| part.len() == 1), "{parts:?}");
    }
}
