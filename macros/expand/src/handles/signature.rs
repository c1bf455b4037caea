//! Parses the signature of a function. Its body is one token that is passed on, so that Rust's expressions need no
//! parser.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{
    Attribute, Generics, Ident, ReturnType, Token, Type, Visibility, WhereClause, parenthesized,
    token,
};

use super::message as refusal;
use crate::errors::Errors;

/// Attributes of frameworks that create a type with the name of the function.
const TYPE_MAKING: &[&str] = &[
    "connect", "craft", "delete", "endpoint", "get", "handler", "head", "options", "patch", "post",
    "put", "query", "route", "routes", "trace",
];

/// A function, parsed as far as the checks need.
pub(super) struct Signature {
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: Visibility,
    /// `const`, `async`, `unsafe` and `extern "C"`, as written.
    pub(super) qualifiers: TokenStream,
    pub(super) asynchronous: bool,
    pub(super) function: Token![fn],
    pub(super) name: Ident,
    pub(super) generics: Generics,
    pub(super) receiver: Option<TokenStream>,
    pub(super) parameters: Vec<Parameter>,
    pub(super) parentheses: token::Paren,
    pub(super) output: ReturnType,
    pub(super) clause: Option<WhereClause>,
    pub(super) body: TokenTree,
}

/// A parameter. For most frameworks, it is an extractor.
pub(super) struct Parameter {
    pub(super) attributes: Vec<Attribute>,
    pub(super) pattern: TokenStream,
    pub(super) ty: Type,
}

impl Signature {
    pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let (qualifiers, asynchronous) = qualifiers(input)?;
        let function = input.parse()?;
        let name = input.call(Ident::parse_any)?;
        let generics: Generics = input.parse()?;
        let content;
        let parentheses = parenthesized!(content in input);
        let receiver = receiver(&content)?;
        let mut parameters = Vec::new();
        while !content.is_empty() {
            parameters.push(content.parse()?);
            if content.is_empty() {
                break;
            }
            content.parse::<Token![,]>()?;
        }
        let output = input.parse()?;
        let clause = input.parse()?;
        if !input.peek(token::Brace) {
            return Err(input.error(refusal::NO_BODY));
        }
        let body = input.parse()?;
        Ok(Signature {
            attributes,
            visibility,
            qualifiers,
            asynchronous,
            function,
            name,
            generics,
            receiver,
            parameters,
            parentheses,
            output,
            clause,
            body,
        })
    }
}

impl Signature {
    /// Whether an attribute below has one of the names.
    pub(super) fn has_attribute(&self, names: &[&str]) -> bool {
        self.attributes.iter().any(|one| is_named(one, names))
    }

    /// Returns whether another attribute below creates a type with the handler's name.
    pub(super) fn makes_a_type(&self) -> bool {
        self.has_attribute(TYPE_MAKING)
    }

    /// Removes a second `#[handles]`, which is a mistake.
    pub(super) fn with_one_table(mut self, errors: &mut Errors) -> Self {
        self.attributes.retain(|attribute| {
            let second = is_named(attribute, &["handles"]);
            if second {
                let place = attribute.path().span();
                errors.push(syn::Error::new(place, refusal::SEVERAL_TABLES));
            }
            !second
        });
        self
    }
}

/// Whether the last word of the attribute's path is one of the names.
fn is_named(attribute: &Attribute, names: &[&str]) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|last| names.contains(&last.ident.to_string().as_str()))
}

impl Parse for Parameter {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let mut pattern = Vec::new();
        // `mod::Type(inner): Type`: a lone colon ends the pattern.
        while !input.peek(Token![:]) || input.peek(Token![::]) {
            if input.peek(Token![::]) {
                let colons: Token![::] = input.parse()?;
                pattern.extend(quote::ToTokens::into_token_stream(colons));
            } else {
                pattern.push(input.parse::<TokenTree>()?);
            }
        }
        input.parse::<Token![:]>()?;
        Ok(Parameter {
            attributes,
            pattern: pattern.into_iter().collect(),
            ty: input.parse()?,
        })
    }
}

/// Everything between the visibility and `fn`.
fn qualifiers(input: ParseStream<'_>) -> syn::Result<(TokenStream, bool)> {
    let mut tokens = Vec::new();
    let mut asynchronous = false;
    while !input.peek(Token![fn]) {
        let word = input.peek(Token![async])
            || input.peek(Token![const])
            || input.peek(Token![unsafe])
            || input.peek(Token![extern])
            || input.peek(syn::LitStr);
        if !word {
            return Err(input.error(refusal::NOT_A_FUNCTION));
        }
        asynchronous |= input.peek(Token![async]);
        tokens.push(input.parse::<TokenTree>()?);
    }
    Ok((tokens.into_iter().collect(), asynchronous))
}

/// `self`, `&self`, `&'a mut self` or `self: Arc<Self>`, and the comma after it.
fn receiver(input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    let ahead = input.fork();
    ahead.call(Attribute::parse_outer)?;
    if ahead.parse::<Option<Token![&]>>()?.is_some() {
        ahead.parse::<Option<syn::Lifetime>>()?;
    }
    ahead.parse::<Option<Token![mut]>>()?;
    if !ahead.peek(Token![self]) {
        return Ok(None);
    }
    let mut tokens = Vec::new();
    let mut depth = 0_usize;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        tokens.push(token);
    }
    if !input.is_empty() {
        tokens.push(input.parse()?);
    }
    Ok(Some(tokens.into_iter().collect()))
}

#[cfg(test)]
mod tests {
    use syn::parse::Parser;

    use super::*;

    #[test]
    fn every_form_of_self_is_no_parameter() {
        for (parameters, receiver, count) in [
            ("", None, 0),
            ("pet: Json<Pet>", None, 1),
            ("self", Some("self"), 0),
            ("&self, pet: Json<Pet>", Some("&self,"), 1),
            ("&'a mut self, _: A, _: B", Some("&'amutself,"), 2),
            ("mut self, pet: Pet,", Some("mutself,"), 1),
            (
                "#[inner] self: Arc<Self>, _: A",
                Some("#[inner]self:Arc<Self>,"),
                1,
            ),
            (
                "self: Both<Self, Vec<A>>, _: A",
                Some("self:Both<Self,Vec<A>>,"),
                1,
            ),
        ] {
            let function = format!("fn add({parameters}) {{}}");
            let parsed = Signature::parse.parse_str(&function).expect("a function");
            let found = parsed
                .receiver
                .map(|tokens| tokens.to_string().replace(' ', ""));
            assert_eq!(found.as_deref(), receiver, "{function}");
            assert_eq!(parsed.parameters.len(), count, "{function}");
        }
    }

    #[test]
    fn every_qualifier_is_passed_on() {
        for (qualifiers, asynchronous) in [
            ("", false),
            ("async", true),
            ("const unsafe", false),
            ("async unsafe", true),
            ("unsafe extern \"C\"", false),
            ("extern", false),
        ] {
            let function = format!("pub {qualifiers} fn add() {{}}");
            let parsed = Signature::parse.parse_str(&function).expect("a function");
            assert_eq!(parsed.qualifiers.to_string(), qualifiers);
            assert_eq!(parsed.asynchronous, asynchronous, "{qualifiers}");
        }
    }
}
