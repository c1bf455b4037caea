//! Parses `#[status(…)]`: the status of a variant, and the texts of its response. Their placeholders are resolved later.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Lit, LitInt, LitStr, Token, Type, TypePath};

use super::header::{self, HeaderAttr};
use super::item::{BODY, body};
use super::keys::{OF_STATUS, foreign_to_status};
use crate::args::{self, end, flag_end};
use crate::code::Code;
use crate::derive::message::{Extra, Template};
use crate::errors::Errors;
use crate::message;
use crate::message::derive as refusal;
use crate::names;

/// A status as written, with its excuse if it has one.
#[derive(Clone, Copy)]
pub(crate) struct Declared {
    pub(crate) code: Code,
    /// The place of `undocumented`.
    pub(crate) undocumented: Option<Span>,
}

/// `#[status(…)]`.
pub(crate) struct StatusAttr {
    /// The name of the code as far as it is written, for an editor: empty before it is begun. `None` if something else stands there.
    pub(crate) begun: Option<TokenStream>,
    pub(crate) code: Option<Code>,
    /// `any(400, 422)`
    pub(crate) any: Option<Any>,
    /// `by = .0.status()`
    pub(crate) by: Option<Extra>,
    pub(crate) transparent: Option<Span>,
    pub(crate) message: Option<Template>,
    /// `fmt = path`
    pub(crate) function: Option<TypePath>,
    pub(crate) error_code: Option<ErrorCode>,
    pub(crate) headers: Vec<HeaderAttr>,
    pub(crate) detail: Option<Template>,
    pub(crate) public: Option<Span>,
    /// The place of `undocumented = "…"`.
    pub(crate) undocumented: Option<Span>,
    /// `undocumented(429 = "…")`
    pub(crate) excused: Vec<Code>,
    /// `type = "…"`
    pub(crate) problem_type: Option<LitStr>,
    pub(crate) instance: Option<Template>,
    pub(crate) body: Option<Type>,
    /// Whether a part of it could not be parsed, which is reported.
    pub(crate) broken: bool,
}

/// `any(400, 422)`: the value chooses.
pub(crate) struct Any {
    pub(crate) span: Span,
    pub(crate) codes: Vec<Code>,
}

/// The service's own error code.
pub(crate) enum ErrorCode {
    /// `code = "VPN.0012"`
    Text(LitStr),
    /// `code = .code`
    Expression(Extra),
}

impl StatusAttr {
    /// The `#[status(…)]` among `attributes`, if there is one.
    ///
    /// Adds errors to `errors`. `has_field` returns whether a field has the name.
    pub(crate) fn read(
        attributes: &[Attribute],
        has_field: &dyn Fn(&str) -> bool,
        errors: &mut Errors,
    ) -> Option<Self> {
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
        Some(Self::one(first, has_field, errors))
    }

    fn one(attribute: &Attribute, has_field: &dyn Fn(&str) -> bool, errors: &mut Errors) -> Self {
        let mut status = StatusAttr {
            begun: Some(TokenStream::new()),
            code: None,
            any: None,
            by: None,
            transparent: None,
            message: None,
            function: None,
            error_code: None,
            headers: Vec::new(),
            detail: None,
            public: None,
            undocumented: None,
            excused: Vec::new(),
            problem_type: None,
            instance: None,
            body: None,
            broken: false,
        };
        let contents = args::contents(attribute, refusal::EMPTY_STATUS);
        let Some(tokens) = errors.absorb(contents) else {
            status.broken = true;
            return status;
        };
        let arguments = args::split(tokens);
        status.begun = match arguments.first().map(Vec::as_slice) {
            Some([TokenTree::Ident(name)]) if name != "transparent" => Some(name.to_token_stream()),
            Some(first) if args::is_comma(first) => status.begun,
            _ => None,
        };
        let mut reader = Reader {
            seen: Vec::new(),
            index: 0,
            has_field,
            text: arguments.iter().skip(1).find_map(|one| match plain(one) {
                Some(Plain::Text(text)) => Some(text),
                _ => None,
            }),
        };
        for argument in arguments {
            let needless = args::is_comma(&argument);
            let read = match plain(&argument) {
                Some(Plain::Code(code)) if reader.index == 0 => {
                    status.code = Some(code);
                    Ok(())
                }
                Some(Plain::Text(text)) if reader.index > 0 && status.message.is_none() => {
                    status.message = Some(text);
                    Ok(())
                }
                _ => args::parse(argument, |input| status.argument(input, &mut reader)),
            };
            if errors.absorb(read).is_none() {
                status.broken = true;
            }
            reader.index += usize::from(!needless);
        }
        let has_status =
            status.code.is_some() || status.any.is_some() || status.transparent.is_some();
        if !has_status && !status.broken {
            let text = status.message.as_ref().map(|text| text.span);
            let span = text.unwrap_or_else(|| attribute.path().span());
            errors.push(syn::Error::new(span, refusal::NO_CODE));
            status.broken = true;
        }
        status
    }

    /// The status as written.
    pub(crate) fn declared(&self) -> Option<Declared> {
        let mut declared = self.code.map(|code| self.listed(code))?;
        declared.undocumented = self.undocumented.or(declared.undocumented);
        Some(declared)
    }

    /// A status of `any(…)`, with the excuse for it.
    pub(crate) fn listed(&self, code: Code) -> Declared {
        let mut excused = self.excused.iter();
        let undocumented = excused.find(|excused| excused.number == code.number);
        Declared {
            code,
            undocumented: undocumented.map(|excused| excused.span),
        }
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

    fn argument(&mut self, input: ParseStream<'_>, reader: &mut Reader<'_>) -> syn::Result<()> {
        let index = reader.index;
        if index == 0 {
            keyless(input)?;
        }
        if self.transparent.is_some() && self.code.is_none() && input.peek(LitInt) {
            return Err(input.error(refusal::CODE_BEHIND_TRANSPARENT));
        }
        if index == 0
            && let Some(word) = args::word(input)
            && word == "any"
        {
            self.any = Some(any(input)?);
            return end(input);
        }
        if is_key(input, self.message.is_none() && index > 0) && !reader.is_argument(input) {
            return self.keyed(input, reader);
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
        self.extra(input, reader)
    }

    fn keyed(&mut self, input: ParseStream<'_>, reader: &mut Reader<'_>) -> syn::Result<()> {
        if let Some(word) = args::word(input) {
            if let Some(refusal) = foreign_to_status(&word) {
                return Err(input.error(refusal));
            }
            if word == "header" {
                // Several fields are several headers.
                reader.seen.retain(|other| other != "header");
            }
        }
        let (key, name) = args::key(input, OF_STATUS, &mut reader.seen)?;
        match name.as_str() {
            "transparent" => {
                self.transparent = Some(key.span());
                return flag_end(input, &name);
            }
            "public" => {
                self.public = Some(key.span());
                return flag_end(input, &name);
            }
            "by" => self.by = Some(reader.value(input, &key, ".0.status()")?),
            "body" => self.body = Some(args::value(input, &key, BODY, body)?),
            "code" => self.error_code = Some(error_code(input, &key, reader)?),
            "type" => self.problem_type = Some(args::text(input, &key, "…")?),
            "detail" => self.detail = Some(Template::new(&args::text(input, &key, "…")?)),
            "instance" => self.instance = Some(Template::new(&args::text(input, &key, "…")?)),
            "undocumented" if input.peek(syn::token::Paren) => {
                self.excused = excused(input, &key)?;
            }
            "undocumented" => {
                // Even a bad reason says that the status is not documented.
                self.undocumented = Some(key.span());
                args::reason(input, &key)?;
            }
            "fmt" => {
                let function = args::value(input, &key, "path::to::function", TypePath::parse)?;
                self.function = Some(function);
            }
            _ => self.headers.extend(header::read(input, &key)?),
        }
        end(input)
    }

    /// An argument of the message.
    fn extra(&mut self, input: ParseStream<'_>, reader: &Reader<'_>) -> syn::Result<()> {
        let span = input.span();
        let word = args::word(input).map(|word| word.unraw().to_string());
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
        let alone = input.fork().parse::<Ident>().is_ok() && input.peek2(syn::parse::End);
        let expression = reader.expression(input)?;
        let flag = word.as_deref().filter(|_| alone).map(str::to_lowercase);
        if let (Some(flag), Some(word)) = (flag, &word)
            && !is_small(word)
            && OF_STATUS.contains(&flag.as_str())
        {
            return Err(syn::Error::new(span, message::unknown_key(word, OF_STATUS)));
        }
        let Some(message) = &mut self.message else {
            let text = match name {
                Some(name) => message::unknown_key(&name.unraw().to_string(), OF_STATUS),
                None => refusal::NO_MESSAGE.to_owned(),
            };
            return Err(syn::Error::new(span, text));
        };
        if alone
            && let Some(word) = word.filter(|word| is_small(word) && !(reader.has_field)(word))
            && name.is_none()
            && !message.takes_positions()
        {
            return Err(syn::Error::new(
                span,
                message::unknown_key(&word, OF_STATUS),
            ));
        }
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

/// Returns whether a key is here. Before a message, any word is a key, perhaps an unknown one.
fn is_key(input: ParseStream<'_>, any: bool) -> bool {
    let ahead = input.fork();
    let Ok(word) = ahead.call(Ident::parse_any) else {
        return false;
    };
    let shaped = ahead.is_empty() || ahead.peek(Token![=]) || ahead.peek(syn::token::Paren);
    let word = word.unraw().to_string();
    let small = is_small(&word);
    shaped && (OF_STATUS.contains(&word.as_str()) || (any && small) || (small && similar(&word)))
}

/// The state of the parser.
struct Reader<'a> {
    /// The keys so far.
    seen: Vec<String>,
    /// Which argument is read.
    index: usize,
    has_field: &'a dyn Fn(&str) -> bool,
    /// The message, even if it comes later.
    text: Option<Template>,
}

impl Reader<'_> {
    /// Whether `code = .0` is an argument: the message has a `{code}`, and no field has this name.
    fn is_argument(&self, input: ParseStream<'_>) -> bool {
        let Some(word) = args::word(input).map(|word| word.unraw().to_string()) else {
            return false;
        };
        if (self.has_field)(&word) {
            return input.peek2(syn::parse::End) && !OF_STATUS.contains(&word.as_str());
        }
        let text = self.text.as_ref();
        input.peek2(Token![=]) && text.is_some_and(|text| text.has_placeholder(&word))
    }

    /// `= .0.status()` after a key.
    fn value(&self, input: ParseStream<'_>, key: &Ident, example: &str) -> syn::Result<Extra> {
        args::value(input, key, example, |_| Ok(()))?;
        let span = input.span();
        Ok(Extra::unnamed(span, self.expression(input)?))
    }

    /// The rest, as an expression. A field may be without its dot if it is alone, or if a method or field of it follows.
    fn expression(&self, input: ParseStream<'_>) -> syn::Result<TokenStream> {
        let bare = input.peek(Ident::peek_any)
            && (input.peek2(Token![.]) || input.peek2(syn::parse::End))
            && args::word(input).is_some_and(|word| (self.has_field)(&word.unraw().to_string()));
        let rest = args::rest(input)?;
        Ok(if bare { quote!(. #rest) } else { rest })
    }
}

/// `any(400, 422)`
fn any(input: ParseStream<'_>) -> syn::Result<Any> {
    let key = input.call(Ident::parse_any)?;
    let content = args::group(input, &key, refusal::ANY_USAGE)?;
    Ok(Any {
        span: key.span(),
        codes: Code::list(&content, message::listed_twice)?,
    })
}

/// `undocumented(429 = "…")`
fn excused(input: ParseStream<'_>, key: &Ident) -> syn::Result<Vec<Code>> {
    let content = args::group(input, key, refusal::EXCUSED_USAGE)?;
    let mut codes: Vec<Code> = Vec::new();
    while !content.is_empty() {
        let code = Code::parse(&content)?;
        code.once_in(&codes, message::listed_twice)?;
        args::reason(&content, key)?;
        codes.push(code);
        if content.parse::<Option<Token![,]>>()?.is_none() {
            end(&content)?;
        }
    }
    Ok(codes)
}

/// `= "VPN.0012"`, or `= .code`.
fn error_code(input: ParseStream<'_>, key: &Ident, reader: &Reader<'_>) -> syn::Result<ErrorCode> {
    let ahead = input.fork();
    let assigned = ahead.parse::<Option<Token![=]>>()?.is_some();
    let nothing = ahead.is_empty() || ahead.peek(Token![,]);
    if assigned && !nothing && !ahead.peek(Lit) {
        let value = reader.value(input, key, ".code")?;
        return Ok(ErrorCode::Expression(value));
    }
    args::text(input, key, "…").map(ErrorCode::Text)
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
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
    names::nearest(word, OF_STATUS.iter().copied(), str::to_owned).is_some()
}

/// A literal in the usual form: digits, or a text without escapes. `syn` parses all others, which takes as
/// long as everything else.
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
