//! Reads `#[status(…)]`: the status of a variant, and the texts of its response. What the texts show is found later.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitInt, LitStr, Path, Token};

use super::header::{self, HeaderAttr};
use super::keys::{OF_STATUS, foreign_to_status};
use crate::args::{self, end, flag_end};
use crate::code::Code;
use crate::derive::message::{Extra, Template};
use crate::errors::Errors;
use crate::message;
use crate::message::derive as refusal;
use crate::names;

/// A status that is written down, with or without the excuse that it is not documented.
#[derive(Clone, Copy)]
pub(crate) struct Declared {
    pub(crate) code: Code,
    /// Where `undocumented` stands.
    pub(crate) undocumented: Option<Span>,
}

/// `#[status(…)]`.
pub(crate) struct StatusAttr {
    pub(crate) span: Span,
    pub(crate) code: Option<Code>,
    pub(crate) transparent: Option<Span>,
    pub(crate) message: Option<Template>,
    /// `fmt = path`
    pub(crate) function: Option<Path>,
    /// `code = "…"`
    pub(crate) error_code: Option<LitStr>,
    pub(crate) headers: Vec<HeaderAttr>,
    pub(crate) detail: Option<Template>,
    pub(crate) public: Option<Span>,
    pub(crate) undocumented: Option<Span>,
    /// `type = "…"`
    pub(crate) problem_type: Option<LitStr>,
    pub(crate) instance: Option<Template>,
    /// Something in it could not be read, and has been reported.
    pub(crate) broken: bool,
}

impl StatusAttr {
    /// The `#[status(…)]` among `attributes`, if there is one.
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Option<Self> {
        let mut attributes = attributes
            .iter()
            .filter(|other| other.path().is_ident("status"));
        let first = attributes.next()?;
        for second in attributes {
            errors.push(syn::Error::new(
                second.path().span(),
                refusal::SECOND_STATUS,
            ));
        }
        Some(Self::one(first, errors))
    }

    fn one(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut status = StatusAttr {
            span: attribute.path().span(),
            code: None,
            transparent: None,
            message: None,
            function: None,
            error_code: None,
            headers: Vec::new(),
            detail: None,
            public: None,
            undocumented: None,
            problem_type: None,
            instance: None,
            broken: false,
        };
        let contents = args::contents(attribute, refusal::EMPTY_STATUS);
        let Some(tokens) = errors.absorb(contents) else {
            status.broken = true;
            return status;
        };
        let mut seen = Vec::new();
        let mut index = 0;
        for argument in args::split(tokens) {
            let needless = args::is_comma(&argument);
            let read = match plain(&argument) {
                Some(Plain::Code(code)) if index == 0 => {
                    status.code = Some(code);
                    Ok(())
                }
                Some(Plain::Text(text)) if index > 0 && status.message.is_none() => {
                    status.message = Some(text);
                    Ok(())
                }
                _ => args::parse(argument, |input| status.argument(input, index, &mut seen)),
            };
            if errors.absorb(read).is_none() {
                status.broken = true;
            }
            index += usize::from(!needless);
        }
        if status.code.is_none() && status.transparent.is_none() && !status.broken {
            let span = status
                .message
                .as_ref()
                .map_or(status.span, |text| text.span);
            errors.push(syn::Error::new(span, refusal::NO_CODE));
            status.broken = true;
        }
        status
    }

    /// The status that is written down.
    pub(crate) fn declared(&self) -> Option<Declared> {
        let undocumented = self.undocumented;
        self.code.map(|code| Declared { code, undocumented })
    }

    /// The message, or an argument of it.
    fn text(&mut self, literal: LitStr, index: usize) -> syn::Result<()> {
        let text = Template::message(&literal);
        if index == 0
            && let Some(refusal) = message::quoted_code(&text.value)
        {
            return Err(syn::Error::new(text.span, refusal));
        }
        let Some(message) = &mut self.message else {
            self.message = Some(text);
            return Ok(());
        };
        message.extras.push(Extra {
            name: None,
            span: text.span,
            expression: literal.into_token_stream(),
        });
        Ok(())
    }

    fn argument(
        &mut self,
        input: ParseStream<'_>,
        index: usize,
        seen: &mut Vec<String>,
    ) -> syn::Result<()> {
        if index == 0 {
            keyless(input)?;
        }
        if self.transparent.is_some() && self.code.is_none() && input.peek(LitInt) {
            return Err(input.error(refusal::CODE_BEHIND_TRANSPARENT));
        }
        if is_key(input, self.message.is_none() && index > 0) {
            return self.keyed(input, seen);
        }
        if index == 0 && !input.peek(LitStr) {
            let code: Code = input.parse()?;
            self.code = Some(code);
            return end(input);
        }
        // Without a message before it, a text is the message: no expression begins here.
        if input.peek(LitStr) && (self.message.is_none() || is_last(input)) {
            self.text(input.parse()?, index)?;
            return end(input);
        }
        self.extra(input)
    }

    fn keyed(&mut self, input: ParseStream<'_>, seen: &mut Vec<String>) -> syn::Result<()> {
        if let Some(word) = args::word(input) {
            if let Some(refusal) = foreign_to_status(&word) {
                return Err(input.error(refusal));
            }
            if word == "header" {
                // Several fields are several headers.
                seen.retain(|other| other != "header");
            }
        }
        let (key, name) = args::key(input, OF_STATUS, seen)?;
        match name.as_str() {
            "transparent" => {
                self.transparent = Some(key.span());
                return flag_end(input, &name);
            }
            "public" => {
                self.public = Some(key.span());
                return flag_end(input, &name);
            }
            "code" => self.error_code = Some(args::text(input, &key)?),
            "type" => self.problem_type = Some(args::text(input, &key)?),
            "detail" => self.detail = Some(Template::new(&args::text(input, &key)?)),
            "instance" => self.instance = Some(Template::new(&args::text(input, &key)?)),
            "undocumented" => {
                // Even a bad reason says that the status is not documented.
                self.undocumented = Some(key.span());
                args::reason(input, &key)?;
            }
            "fmt" => {
                let function = args::value(input, &key, "path::to::function", Path::parse)?;
                self.function = Some(function);
            }
            _ => self.headers.extend(header::read(input, &key)?),
        }
        end(input)
    }

    /// An argument of the message.
    fn extra(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let span = input.span();
        let named =
            input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = if named {
            Some(input.call(Ident::parse_any)?)
        } else {
            None
        };
        if named {
            input.parse::<Token![=]>()?;
        }
        let expression: TokenStream = args::rest(input)?;
        let Some(message) = &mut self.message else {
            let text = match name {
                Some(name) => message::unknown_key(&name.unraw().to_string(), OF_STATUS),
                None => refusal::NO_MESSAGE.to_owned(),
            };
            return Err(syn::Error::new(span, text));
        };
        if let Some(key) = &name {
            let name = key.unraw().to_string();
            if !mentions(&message.value, &name) {
                let text = foreign_to_status(key)
                    .unwrap_or_else(|| message::unknown_key(&name, OF_STATUS));
                return Err(syn::Error::new(span, text));
            }
        }
        let valued = name.as_ref().filter(|_| expression.is_empty());
        let missing =
            valued.map(|name| message::expected_value(&name.unraw().to_string(), ".field"));
        // Even without a value it is what the message shows.
        message.extras.push(Extra {
            name,
            expression,
            span,
        });
        missing.map_or(Ok(()), |text| Err(syn::Error::new(span, text)))
    }
}

/// Whether a key stands here. Without a message nothing else can be meant, so that any word is a key, perhaps unknown.
fn is_key(input: ParseStream<'_>, any: bool) -> bool {
    let ahead = input.fork();
    let Ok(word) = ahead.call(Ident::parse_any) else {
        return false;
    };
    let shaped = ahead.is_empty() || ahead.peek(Token![=]) || ahead.peek(syn::token::Paren);
    let word = word.unraw().to_string();
    let small = word.chars().next().is_some_and(char::is_lowercase);
    shaped && (OF_STATUS.contains(&word.as_str()) || (any && small) || (small && similar(&word)))
}

/// `#[status(code = 404)]` is not how a code is given.
fn keyless(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    if ahead.call(Ident::parse_any).is_ok()
        && ahead.parse::<Token![=]>().is_ok()
        && let Ok(code) = ahead.parse::<LitInt>()
    {
        return Err(input.error(refusal::code_with_key(&code.to_string())));
    }
    Ok(())
}

/// `transparant` at the place of the code.
fn similar(word: &str) -> bool {
    names::nearest(word, OF_STATUS.iter().copied(), str::to_owned).is_some() && word.len() > 3
}

/// One literal, written as most are: digits, or a text without escapes. Everything else is `syn`'s to read, which takes as
/// long as all the rest.
enum Plain {
    Code(Code),
    Text(Template),
}

fn plain(argument: &[TokenTree]) -> Option<Plain> {
    let [TokenTree::Literal(literal)] = argument else {
        return None;
    };
    let (written, span) = (literal.to_string(), literal.span());
    if let Some(code) = written.parse().ok().and_then(|code| Code::of(code, span)) {
        return Some(Plain::Code(code));
    }
    let value = written.strip_prefix('"')?.strip_suffix('"')?;
    (!value.contains('\\')).then(|| {
        Plain::Text(Template {
            value: value.to_owned(),
            span,
            extras: Vec::new(),
            takes_arguments: true,
        })
    })
}

fn is_last(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<LitStr>().is_ok() && ahead.is_empty()
}

fn mentions(text: &str, name: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.any(|word| word == name)
}
