//! The grammar of `status_table!`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Path, Token, Visibility, braced, bracketed, token};

use crate::args;
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

/// What `body` may be.
const BODY: &str = "CodeMessage";

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
    keys(input, &["body"], &mut |key, _| {
        *body = Some(args::value(input, key, BODY, Path::parse_mod_style)?);
        Ok(())
    })
}

fn document(input: ParseStream<'_>, body: &mut Option<Path>) -> syn::Result<Document> {
    let mut document = Document {
        path: input.parse()?,
        section: None,
        codes: None,
        columns: None,
        default: None,
        ranges: None,
        operations: None,
    };
    keys(input, KEYS, &mut |key, name| {
        match name {
            "section" => document.section = Some(args::text(input, key, "Status codes")?),
            "codes" => document.codes = Some(args::text(input, key, "docs/error_codes.md")?),
            "columns" => document.columns = Some(columns(input, key)?),
            "body" => *body = Some(args::value(input, key, BODY, Path::parse_mod_style)?),
            "default" => document.default = Some(policy(input, key)?),
            "ranges" => document.ranges = Some(policy(input, key)?),
            _ => document.operations = Some(operations(input, key)?),
        }
        Ok(())
    })?;
    Ok(document)
}

/// The keys behind a table, each of which reads what is behind it.
fn keys(
    input: ParseStream<'_>,
    known: &[&str],
    read: &mut dyn FnMut(&Ident, &str) -> syn::Result<()>,
) -> syn::Result<()> {
    let mut seen = Vec::new();
    while input.parse::<Option<Token![,]>>()?.is_some() && !input.peek(Token![;]) {
        if begins_module(input) {
            return Err(input.error(message::COMMA_AFTER_MODULE));
        }
        if let Some(word) = args::word(input).map(|word| word.to_string())
            && KEYS.contains(&word.as_str())
            && !known.contains(&word.as_str())
        {
            return Err(input.error(message::key_of_documents(&word)));
        }
        let (key, name) = args::key(input, known, &mut seen)?;
        read(&key, &name)?;
    }
    Ok(())
}

/// Returns whether the next module begins here.
fn begins_module(input: ParseStream<'_>) -> bool {
    input.peek(Token![pub]) || input.peek(Token![mod]) || input.peek(Token![#])
}

/// `= "ignore"`, or `"document"`, which is the default.
fn policy(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    let word = args::text(input, key, "ignore")?;
    match word.value().as_str() {
        "ignore" | "document" => Ok(word),
        other => Err(syn::Error::new(word.span(), message::unknown_policy(other))),
    }
}

/// `(status = "Code", reason = "Type", description = ["Meaning", "When"])`
fn columns(input: ParseStream<'_>, key: &Ident) -> syn::Result<Columns> {
    let content = args::group(input, key, message::COLUMNS)?;
    named_columns(&content, key).inspect_err(|_| {
        // The rest would cause a second error.
        while content.parse::<TokenTree>().is_ok() {}
    })
}

fn named_columns(content: ParseStream<'_>, key: &Ident) -> syn::Result<Columns> {
    let mut seen = Vec::new();
    let (mut status, mut reason, mut description) = (None, None, Vec::new());
    while !content.is_empty() {
        let (column, name) = args::key(content, COLUMNS, &mut seen)?;
        args::assigned(content, &column, &|| message::COLUMNS.to_owned())?;
        match name.as_str() {
            "status" => status = Some(heading(content)?),
            "reason" => reason = Some(heading(content)?),
            _ => description = descriptions(content)?,
        }
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            return Err(content.error(message::COMMA_BEFORE));
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

/// `"Code"`
fn heading(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let place = input.span();
    let heading: Option<LitStr> = input.parse().ok();
    heading
        .filter(|heading| !heading.value().trim().is_empty())
        .ok_or_else(|| syn::Error::new(place, message::COLUMNS))
}

/// `"When"`, or `["Meaning", "When"]`.
fn descriptions(input: ParseStream<'_>) -> syn::Result<Vec<LitStr>> {
    if !input.peek(token::Bracket) {
        return Ok(vec![heading(input)?]);
    }
    let (place, list) = list(input, heading, message::COLUMNS)?;
    if !(1..=2).contains(&list.len()) {
        return Err(syn::Error::new(place, message::TWO_DESCRIPTIONS));
    }
    Ok(list)
}

/// `= ["getPet*", "tag:billing"]`
fn operations(input: ParseStream<'_>, key: &Ident) -> syn::Result<Operations> {
    let expected = || message::expected_value("operations", "[\"getPet*\", \"tag:billing\"]");
    args::assigned(input, key, &expected)?;
    let (_, patterns) = list(input, <LitStr as Parse>::parse, &expected())?;
    Ok(Operations {
        key: key.clone(),
        patterns,
    })
}

/// Texts between brackets, and where these stand; where anything else stands, says `usage`.
fn list(
    input: ParseStream<'_>,
    read: fn(ParseStream<'_>) -> syn::Result<LitStr>,
    usage: &str,
) -> syn::Result<(Span, Vec<LitStr>)> {
    if !input.peek(token::Bracket) {
        return Err(input.error(usage));
    }
    let content;
    let bracket = bracketed!(content in input);
    // Taken whole: what is left behind would be a second mistake.
    let content = content.parse::<TokenStream>()?;
    let texts = |input: ParseStream<'_>| {
        Punctuated::<LitStr, Token![,]>::parse_terminated_with(input, read)
    };
    let texts = texts.parse2(content);
    let texts = texts.map_err(|error| syn::Error::new(error.span(), usage))?;
    Ok((bracket.span.join(), texts.into_iter().collect()))
}

/// `billing | edge`, each perhaps with some of its statuses only.
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
    let codes = Code::list(&content, message::listed_twice).inspect_err(|_| {
        // What is left behind would be a second mistake.
        while content.parse::<TokenTree>().is_ok() {}
    })?;
    if codes.is_empty() {
        return Err(syn::Error::new(brace.span.join(), message::INTERSECTION));
    }
    Ok(Part {
        table,
        codes: Some(codes),
    })
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
