//! The grammar of `status_table!`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Lit, LitStr, Path, Token, Visibility, braced, bracketed, token};

use crate::code::Code;
use crate::errors::Errors;
use crate::message;
use crate::table_ref;

/// `/// …` `pub mod NAME = SOURCE;`
pub(crate) struct Module {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) source: Source,
}

impl Module {
    /// Its `#[cfg(…)]`s: they hold for everything that is made of the module.
    pub(crate) fn cfg(&self) -> impl Iterator<Item = &Attribute> {
        self.attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("cfg"))
    }
}

pub(crate) enum Source {
    Document(Document),
    Inline(Vec<Row>),
    /// `billing | edge`
    Union(Vec<Path>),
    /// What could not be parsed. The module is made all the same, so that its users are not blamed.
    Broken,
}

/// `"docs/vpn.rst", section = "Status Codes", codes = "docs/error_codes.rst"`
pub(crate) struct Document {
    pub(crate) path: LitStr,
    pub(crate) section: Option<LitStr>,
    pub(crate) codes: Option<LitStr>,
    /// `body = CodeMessage`: how errors held to this table are answered.
    pub(crate) body: Option<Path>,
    /// `default = "ignore"`: what an OpenAPI document says of any other code.
    pub(crate) default: Option<LitStr>,
    /// `ranges = "ignore"`: what an OpenAPI document says of a class.
    pub(crate) ranges: Option<LitStr>,
    /// `operations = ["getPet*", "tag:billing"]`: those that are wanted.
    pub(crate) operations: Option<Operations>,
}

/// A list of patterns, and its key.
pub(crate) struct Operations {
    pub(crate) key: Ident,
    #[cfg_attr(not(feature = "openapi"), allow(dead_code))]
    pub(crate) patterns: Vec<LitStr>,
}

/// `429 "Too Many Requests" => "The gateway's rate limit was reached.",`
pub(crate) struct Row {
    pub(crate) code: Code,
    pub(crate) reason: Option<LitStr>,
    pub(crate) description: Option<LitStr>,
}

/// The keys of a document.
const KEYS: &[&str] = &[
    "section",
    "codes",
    "body",
    "default",
    "ranges",
    "operations",
];

/// Every module, and every mistake: after one, parsing goes on at the next module.
pub(crate) fn modules(input: ParseStream<'_>, errors: &mut Errors) -> Vec<Module> {
    if input.is_empty() {
        errors.push(syn::Error::new(Span::call_site(), message::TABLE_USAGE));
    }
    let mut modules = Vec::new();
    while !input.is_empty() {
        match head(input) {
            Ok(mut module) => {
                match body(input, errors) {
                    Ok(source) => module.source = source,
                    Err(error) => {
                        errors.push(error);
                        skip_to_next(input);
                    }
                }
                modules.push(module);
            }
            Err(error) => {
                errors.push(error);
                skip_to_next(input);
            }
        }
    }
    modules
}

/// `/// …` `pub mod NAME`
fn head(input: ParseStream<'_>) -> syn::Result<Module> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    if !input.peek(Token![mod]) {
        return Err(input.error(message::TABLE_USAGE));
    }
    input.parse::<Token![mod]>()?;
    let name = input.parse()?;
    Ok(Module {
        attributes,
        visibility,
        name,
        source: Source::Broken,
    })
}

/// `= "docs/vpn.rst";`, `= billing | edge;` or `{ … }`
fn body(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Source> {
    if input.peek(token::Brace) {
        let rows;
        let brace = braced!(rows in input);
        let source = inline(&rows, brace.span.join(), errors);
        input.parse::<Option<Token![;]>>()?;
        return Ok(source);
    }
    if !input.peek(Token![=]) {
        return Err(input.error(message::AFTER_MODULE));
    }
    input.parse::<Token![=]>()?;
    let source = if input.peek(LitStr) {
        Source::Document(document(input)?)
    } else if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        Source::Union(union(input)?)
    } else {
        return Err(input.error(message::AFTER_EQUALS));
    };
    if input.is_empty() || input.parse::<Option<Token![;]>>()?.is_some() {
        return Ok(source);
    }
    let document = matches!(source, Source::Document(_));
    Err(input.error(match () {
        () if document && input.peek(Token![|]) => message::DOCUMENT_IN_UNION,
        () if begins_module(input) => message::AFTER_TABLE,
        () if document && input.peek(Ident::peek_any) => message::COMMA_BEFORE_KEY,
        () if input.peek(Token![/]) || input.peek(Token![.]) => message::PATH_WITHOUT_QUOTES,
        () if input.peek(Token![!]) => message::PATH_FROM_MACRO,
        () if input.peek(Token![,]) => message::KEY_OF_UNION,
        () if document => message::AFTER_TABLE,
        () => message::AFTER_UNION,
    }))
}

fn document(input: ParseStream<'_>) -> syn::Result<Document> {
    let mut document = Document {
        path: input.parse()?,
        section: None,
        codes: None,
        body: None,
        default: None,
        ranges: None,
        operations: None,
    };
    while input.parse::<Option<Token![,]>>()?.is_some() && !input.peek(Token![;]) {
        if begins_module(input) {
            return Err(input.error(message::COMMA_AFTER_MODULE));
        }
        if !input.peek(Ident::peek_any) {
            return Err(input.error(message::expected_key(KEYS)));
        }
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        if !KEYS.contains(&name.as_str()) {
            return Err(syn::Error::new(
                key.span(),
                message::unknown_key(&name, KEYS),
            ));
        }
        if !input.peek(Token![=]) {
            return Err(input.error(expected_value(&name)));
        }
        input.parse::<Token![=]>()?;
        let text = name != "body" && name != "operations";
        if (text && !input.peek(LitStr)) || (!text && input.peek(Lit)) {
            return Err(input.error(expected_value(&name)));
        }
        let repeated = match name.as_str() {
            "section" => document.section.replace(input.parse()?).is_some(),
            "codes" => document.codes.replace(input.parse()?).is_some(),
            "default" => document.default.replace(policy(input)?).is_some(),
            "ranges" => document.ranges.replace(policy(input)?).is_some(),
            "operations" => document
                .operations
                .replace(operations(input, &key)?)
                .is_some(),
            _ => {
                let body = input.call(Path::parse_mod_style)?;
                document.body.replace(body).is_some()
            }
        };
        if repeated {
            return Err(syn::Error::new(key.span(), message::repeated_key(&name)));
        }
    }
    Ok(document)
}

/// Whether the next module begins here.
fn begins_module(input: ParseStream<'_>) -> bool {
    input.peek(Token![pub]) || input.peek(Token![mod]) || input.peek(Token![#])
}

/// How a key is given.
fn expected_value(key: &str) -> String {
    let example = match key {
        "section" => "\"Status codes\"",
        "codes" => "\"docs/error_codes.md\"",
        "body" => "CodeMessage",
        "operations" => "[\"getPet*\", \"tag:billing\"]",
        _ => "\"ignore\"",
    };
    message::derive::expected_value(key, example)
}

/// `"ignore"`, or `"document"`, which is what happens anyway.
fn policy(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let word: LitStr = input.parse()?;
    match word.value().as_str() {
        "ignore" | "document" => Ok(word),
        other => Err(syn::Error::new(word.span(), message::unknown_policy(other))),
    }
}

/// `["getPet*", "tag:billing"]`
fn operations(input: ParseStream<'_>, key: &Ident) -> syn::Result<Operations> {
    let refuse = |place| syn::Error::new(place, expected_value("operations"));
    let list = input.span();
    if !input.peek(token::Bracket) {
        return Err(refuse(list));
    }
    let content;
    bracketed!(content in input);
    let content = content.parse::<TokenStream>()?;
    let patterns = Punctuated::<LitStr, Token![,]>::parse_terminated;
    let patterns = patterns.parse2(content);
    let patterns = patterns.map_err(|error| refuse(error.span()))?;
    Ok(Operations {
        key: key.clone(),
        patterns: patterns.into_iter().collect(),
    })
}

fn union(input: ParseStream<'_>) -> syn::Result<Vec<Path>> {
    let mut tables = vec![table(input)?];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        tables.push(table(input)?);
    }
    Ok(tables)
}

fn table(input: ParseStream<'_>) -> syn::Result<Path> {
    if input.peek(LitStr) {
        return Err(input.error(message::DOCUMENT_IN_UNION));
    }
    table_ref::path(input)
}

/// Every row, and every mistake: after one, parsing goes on behind the next comma.
fn inline(input: ParseStream<'_>, braces: Span, errors: &mut Errors) -> Source {
    if input.is_empty() {
        errors.push(syn::Error::new(braces, message::NO_ROWS));
        return Source::Broken;
    }
    let mut rows = Vec::new();
    let mut broken = false;
    while !input.is_empty() {
        match input.parse() {
            Ok(row) => rows.push(row),
            Err(error) => {
                errors.push(error);
                broken = true;
            }
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            if input.parse::<TokenTree>().is_err() {
                break;
            }
        }
        if input.parse::<Option<Token![,]>>().is_err() {
            break;
        }
    }
    if broken {
        Source::Broken
    } else {
        Source::Inline(rows)
    }
}

impl Parse for Row {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Err(input.error(message::ROW));
        }
        let code = input.parse()?;
        let reason = if input.peek(LitStr) {
            Some(input.parse()?)
        } else {
            None
        };
        let mut description = None;
        if input.parse::<Option<Token![=>]>>()?.is_some() {
            let text = input
                .parse()
                .map_err(|error: syn::Error| syn::Error::new(error.span(), message::ROW))?;
            description = Some(text);
        }
        if input.is_empty() || input.peek(Token![,]) {
            Ok(Row {
                code,
                reason,
                description,
            })
        } else {
            Err(input.error(message::ROW))
        }
    }
}

/// Leaves what could not be parsed behind, up to and with the next `;` or `{ … }`.
fn skip_to_next(input: ParseStream<'_>) {
    while !input.is_empty() {
        let ends = input.peek(Token![;]) || input.peek(token::Brace);
        if input.parse::<TokenTree>().is_err() {
            return;
        }
        if ends {
            // `… { … };`: what goes wrong here goes wrong again where the next module is read.
            let _ = input.parse::<Option<Token![;]>>();
            return;
        }
    }
}

/// The path of a table as tokens.
pub(crate) fn tokens(path: &Path) -> TokenStream {
    quote::ToTokens::to_token_stream(path)
}
