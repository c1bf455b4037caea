//! The grammar of `status_table!`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Ident, Lit, LitStr, Path, Token, Visibility, braced, bracketed, parenthesized, token,
};

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
    /// `body = CodeMessage`: the body of errors checked against this table.
    pub(crate) body: Option<Path>,
}

impl Module {
    /// Its `#[cfg(…)]`s. They apply to everything that is made for the module.
    pub(crate) fn cfg(&self) -> impl Iterator<Item = &Attribute> {
        self.attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("cfg"))
    }
}

pub(crate) enum Source {
    Document(Document),
    Inline(Vec<Row>),
    /// `billing | edge`, `catalog & { 401, 404 }`
    Tables(Vec<Part>),
    /// Input that could not be parsed. The module is made nevertheless, so that its uses cause no errors.
    Broken,
}

/// `billing`, or some statuses of it: `catalog & { 401, 404 }`
pub(crate) struct Part {
    pub(crate) table: Path,
    pub(crate) codes: Option<Vec<Code>>,
}

/// `"docs/vpn.rst", section = "Status Codes", codes = "docs/error_codes.rst"`
pub(crate) struct Document {
    pub(crate) path: LitStr,
    pub(crate) section: Option<LitStr>,
    pub(crate) codes: Option<LitStr>,
    /// `columns(status = "Code", reason = "Type", description = "When")`: the columns of a page.
    pub(crate) columns: Option<Columns>,
    /// `default = "ignore"`: whether `default` documents anything.
    pub(crate) default: Option<LitStr>,
    /// `ranges = "ignore"`: whether classes document anything.
    pub(crate) ranges: Option<LitStr>,
    /// `operations = ["getPet*", "tag:billing"]`: the operations to read.
    pub(crate) operations: Option<Operations>,
}

/// Columns by their headings, and the span of their key.
pub(crate) struct Columns {
    pub(crate) key: Ident,
    pub(crate) status: LitStr,
    pub(crate) reason: Option<LitStr>,
    /// One heading, or two whose texts are joined in this order.
    pub(crate) description: Vec<LitStr>,
}

/// A list of patterns, and the span of its key.
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
    "columns",
    "body",
    "default",
    "ranges",
    "operations",
];

/// The columns of a table.
const COLUMNS: &[&str] = &["status", "reason", "description"];

/// Parses every module, and reports every mistake. After a mistake, it continues at the next module.
pub(crate) fn modules(input: ParseStream<'_>, errors: &mut Errors) -> Vec<Module> {
    if input.is_empty() {
        errors.push(syn::Error::new(Span::call_site(), message::TABLE_USAGE));
    }
    let mut modules = Vec::new();
    while !input.is_empty() {
        match head(input) {
            Ok(mut module) => {
                match body(input, &mut module.body, errors) {
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
        body: None,
    })
}

/// `= "docs/vpn.rst";`, `= billing | edge;` or `{ … }`
fn body(
    input: ParseStream<'_>,
    body: &mut Option<Path>,
    errors: &mut Errors,
) -> syn::Result<Source> {
    if input.peek(token::Brace) {
        let rows;
        let brace = braced!(rows in input);
        let source = inline(&rows, brace.span.join(), errors);
        if input.peek(Token![,]) {
            keys_of_tables(input, body)?;
        }
        input.parse::<Option<Token![;]>>()?;
        return Ok(source);
    }
    if !input.peek(Token![=]) {
        return Err(input.error(message::AFTER_MODULE));
    }
    input.parse::<Token![=]>()?;
    let source = if input.peek(LitStr) {
        Source::Document(document(input, body)?)
    } else if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        let parts = parts(input)?;
        keys_of_tables(input, body)?;
        Source::Tables(parts)
    } else if input.peek(token::Brace) && input.peek2(Token![&]) {
        let braces: TokenTree = input.parse()?;
        return Err(syn::Error::new(braces.span(), message::CODES_BEFORE_TABLE));
    } else {
        return Err(input.error(message::AFTER_EQUALS));
    };
    if input.is_empty() || input.parse::<Option<Token![;]>>()?.is_some() {
        return Ok(source);
    }
    let document = matches!(source, Source::Document(_));
    Err(input.error(match () {
        () if document && (input.peek(Token![|]) || input.peek(Token![&])) => {
            message::DOCUMENT_IN_UNION
        }
        () if begins_module(input) => message::AFTER_TABLE,
        () if document && input.peek(Ident::peek_any) => message::COMMA_BEFORE_KEY,
        () if input.peek(Token![/]) || input.peek(Token![.]) => message::PATH_WITHOUT_QUOTES,
        () if input.peek(Token![!]) => message::PATH_FROM_MACRO,
        () if document => message::AFTER_TABLE,
        () => message::AFTER_UNION,
    }))
}

/// `, body = CodeMessage` of a table that is not a document.
fn keys_of_tables(input: ParseStream<'_>, body: &mut Option<Path>) -> syn::Result<()> {
    while input.parse::<Option<Token![,]>>()?.is_some() && !input.peek(Token![;]) {
        if begins_module(input) {
            return Err(input.error(message::COMMA_AFTER_MODULE));
        }
        if !input.peek(Ident::peek_any) {
            return Err(input.error(message::expected_key(&["body"])));
        }
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        if name != "body" {
            let message = if KEYS.contains(&name.as_str()) {
                message::key_of_documents(&name)
            } else {
                message::unknown_key(&name, &["body"])
            };
            return Err(syn::Error::new(key.span(), message));
        }
        if input.parse::<Option<Token![=]>>()?.is_none() || input.peek(Lit) {
            return Err(input.error(expected_value(&name)));
        }
        if body.replace(input.call(Path::parse_mod_style)?).is_some() {
            return Err(syn::Error::new(key.span(), message::repeated_key(&name)));
        }
    }
    Ok(())
}

fn document(input: ParseStream<'_>, format: &mut Option<Path>) -> syn::Result<Document> {
    let mut document = Document {
        path: input.parse()?,
        section: None,
        codes: None,
        columns: None,
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
        if name == "columns" {
            if document.columns.replace(columns(input, &key)?).is_some() {
                return Err(syn::Error::new(key.span(), message::repeated_key(&name)));
            }
            continue;
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
                format.replace(body).is_some()
            }
        };
        if repeated {
            return Err(syn::Error::new(key.span(), message::repeated_key(&name)));
        }
    }
    Ok(document)
}

/// Returns whether the next module begins here.
fn begins_module(input: ParseStream<'_>) -> bool {
    input.peek(Token![pub]) || input.peek(Token![mod]) || input.peek(Token![#])
}

/// Shows how to write a key.
fn expected_value(key: &str) -> String {
    let example = match key {
        "section" => "\"Status codes\"",
        "codes" => "\"docs/error_codes.md\"",
        "body" => "CodeMessage",
        "operations" => "[\"getPet*\", \"tag:billing\"]",
        _ => "\"ignore\"",
    };
    message::expected_value(key, example)
}

/// `"ignore"`, or `"document"`, which is the default.
fn policy(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let word: LitStr = input.parse()?;
    match word.value().as_str() {
        "ignore" | "document" => Ok(word),
        other => Err(syn::Error::new(word.span(), message::unknown_policy(other))),
    }
}

/// `(status = "Code", reason = "Type", description = ["Meaning", "When"])`
fn columns(input: ParseStream<'_>, key: &Ident) -> syn::Result<Columns> {
    if !input.peek(token::Paren) {
        return Err(input.error(message::COLUMNS));
    }
    let content;
    parenthesized!(content in input);
    named_columns(&content, key).inspect_err(|_| {
        // The rest would cause a second error.
        while content.parse::<TokenTree>().is_ok() {}
    })
}

fn named_columns(content: ParseStream<'_>, key: &Ident) -> syn::Result<Columns> {
    let (mut status, mut reason, mut description) = (None, None, Vec::new());
    while !content.is_empty() {
        if !content.peek(Ident::peek_any) {
            return Err(content.error(message::expected_key(COLUMNS)));
        }
        let column = content.call(Ident::parse_any)?;
        let name = column.to_string();
        if !COLUMNS.contains(&name.as_str()) {
            let message = message::unknown_key(&name, COLUMNS);
            return Err(syn::Error::new(column.span(), message));
        }
        if content.parse::<Option<Token![=]>>()?.is_none() {
            return Err(content.error(message::COLUMNS));
        }
        let headings = headings(content, &name)?;
        let repeated = match name.as_str() {
            "status" => status.is_some(),
            "reason" => reason.is_some(),
            _ => !description.is_empty(),
        };
        if repeated {
            let message = message::repeated_key(&name);
            return Err(syn::Error::new(column.span(), message));
        }
        match name.as_str() {
            "status" => status = headings.into_iter().next(),
            "reason" => reason = headings.into_iter().next(),
            _ => description = headings,
        }
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            return Err(content.error(message::COMMA_BETWEEN_COLUMNS));
        }
    }
    let Some(status) = status else {
        return Err(syn::Error::new(key.span(), message::NO_STATUS_COLUMN));
    };
    let named = [Some(&status), reason.as_ref()].into_iter().flatten();
    let named: Vec<&LitStr> = named.chain(&description).collect();
    for (at, heading) in named.iter().enumerate() {
        if named
            .iter()
            .take(at)
            .any(|other| other.value() == heading.value())
        {
            let message = message::column_twice(&heading.value());
            return Err(syn::Error::new(heading.span(), message));
        }
    }
    Ok(Columns {
        key: key.clone(),
        status,
        reason,
        description,
    })
}

/// `"Code"`, or for descriptions `["Meaning", "When"]`.
fn headings(input: ParseStream<'_>, column: &str) -> syn::Result<Vec<LitStr>> {
    let list = if column == "description" && input.peek(token::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let list = Punctuated::<LitStr, Token![,]>::parse_terminated(&content);
        let list: Vec<LitStr> = list
            .map_err(|error| syn::Error::new(error.span(), message::COLUMNS))?
            .into_iter()
            .collect();
        if !(1..=2).contains(&list.len()) {
            let message = message::TWO_DESCRIPTIONS;
            return Err(syn::Error::new(bracket.span.join(), message));
        }
        list
    } else if input.peek(LitStr) {
        vec![input.parse()?]
    } else {
        return Err(input.error(message::COLUMNS));
    };
    match list
        .iter()
        .find(|heading| heading.value().trim().is_empty())
    {
        Some(empty) => Err(syn::Error::new(empty.span(), message::COLUMNS)),
        None => Ok(list),
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

/// `billing | edge`. Each may have only some of its statuses.
fn parts(input: ParseStream<'_>) -> syn::Result<Vec<Part>> {
    let mut parts = vec![part(input)?];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        parts.push(part(input)?);
    }
    Ok(parts)
}

/// `catalog`, or `catalog & { 401, 404 }`
fn part(input: ParseStream<'_>) -> syn::Result<Part> {
    if input.peek(LitStr) {
        return Err(input.error(message::DOCUMENT_IN_UNION));
    }
    let table = table_ref::path(input)?;
    if !input.peek(Token![&]) {
        return Ok(Part { table, codes: None });
    }
    input.parse::<Token![&]>()?;
    if !input.peek(token::Brace) {
        return Err(input.error(message::INTERSECTION));
    }
    let content;
    let brace = braced!(content in input);
    let codes = codes(&content, brace.span.join()).inspect_err(|_| {
        // The rest would cause a second error.
        while content.parse::<TokenTree>().is_ok() {}
    })?;
    Ok(Part {
        table,
        codes: Some(codes),
    })
}

/// `401, 403, NOT_FOUND`
fn codes(input: ParseStream<'_>, braces: Span) -> syn::Result<Vec<Code>> {
    let mut codes: Vec<Code> = Vec::new();
    while !input.is_empty() {
        let code: Code = input.parse()?;
        if codes.iter().any(|other| other.number == code.number) {
            let message = message::code_twice(code.number);
            return Err(syn::Error::new(code.span, message));
        }
        codes.push(code);
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            return Err(input.error(message::COMMA_BEFORE));
        }
    }
    if codes.is_empty() {
        return Err(syn::Error::new(braces, message::INTERSECTION));
    }
    Ok(codes)
}

/// Parses every row, and reports every mistake. After a mistake, it continues after the next comma.
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

/// Skips what could not be parsed, up to and with the next `;` or `{ … }`.
fn skip_to_next(input: ParseStream<'_>) {
    while !input.is_empty() {
        let ends = input.peek(Token![;]) || input.peek(token::Brace);
        if input.parse::<TokenTree>().is_err() {
            return;
        }
        if ends {
            // `… { … };`: a mistake here is also reported at the next module.
            let _ = input.parse::<Option<Token![;]>>();
            return;
        }
    }
}
