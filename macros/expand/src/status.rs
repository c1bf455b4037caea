//! `status!(vpn, 404)`: a table, a code, and optionally a method or an excuse.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use statusbook_reader::METHODS;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, Token, token};

use crate::args;
use crate::code::Code;
use crate::message;
use crate::names;
use crate::table_ref::{self, TableRef};

struct Input {
    table: TableRef,
    method: Option<Ident>,
    code: Code,
    undocumented: Option<Ident>,
}

/// Expands `status!`.
pub fn expand(input: &TokenStream) -> TokenStream {
    table_ref::expand(input, offered, |krate, input| {
        input.parse().map(|status| print(krate, &status))
    })
}

/// The table, and the name of a code behind it, for an editor.
fn offered(input: ParseStream<'_>) -> TokenStream {
    let ahead = input.fork();
    let code = || {
        let table = table_ref::begun(&ahead)?;
        if ahead.peek(token::Bracket) {
            ahead.parse::<TokenTree>()?;
        }
        ahead.parse::<Token![,]>()?;
        if ahead.peek(Ident) && ahead.peek2(Ident) {
            // The method.
            ahead.parse::<Ident>()?;
        }
        let name = ahead.parse::<Option<Ident>>()?;
        let begun = name.is_some() || ahead.is_empty();
        Ok::<_, syn::Error>(begun.then(|| table_ref::named_code(&table, &name.into_token_stream())))
    };
    let code = code().ok().flatten();
    let mut offered = table_ref::offered(input);
    offered.extend(code);
    offered
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(syn::Error::new(Span::call_site(), message::STATUS_USAGE));
        }
        if input.peek(LitInt) {
            return Err(input.error(message::STATUS_USAGE));
        }
        let table: TableRef = input.parse()?;
        if !input.peek(Token![,]) {
            let alone = input.is_empty();
            return Err(input.error(if alone {
                message::STATUS_USAGE
            } else {
                message::COMMA_AFTER_TABLE
            }));
        }
        input.parse::<Token![,]>()?;
        let method = method(input, &table)?;
        let code: Code = input.parse()?;
        let mut undocumented = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            undocumented = Some(escape(input, method.as_ref())?);
            input.parse::<Option<Token![,]>>()?;
        }
        if input.is_empty() {
            Ok(Input {
                table,
                method,
                code,
                undocumented,
            })
        } else {
            Err(after_code(input, code.number))
        }
    }
}

/// Refuses what must not follow the code.
fn after_code(input: ParseStream<'_>, code: u16) -> syn::Error {
    let word = input.fork().call(Ident::parse_any);
    let word = word.map(|word| word.to_string()).unwrap_or_default();
    if METHODS.contains(&word.as_str()) {
        input.error(message::method_before_code(&word, &code.to_string()))
    } else if word == "undocumented" {
        input.error(message::COMMA_BEFORE)
    } else {
        input.error(message::AFTER_CODE)
    }
}

/// `POST` of `POST 201`.
fn method(input: ParseStream<'_>, table: &TableRef) -> syn::Result<Option<Ident>> {
    let another =
        input.peek(Ident::peek_any) && (input.peek2(LitInt) || input.peek2(Ident::peek_any));
    if !another {
        return not_a_variable(input, table).map(|()| None);
    }
    let method = input.call(Ident::parse_any)?;
    if METHODS.contains(&method.to_string().as_str()) {
        Ok(Some(method))
    } else {
        Err(syn::Error::new(
            method.span(),
            message::unknown_method(&method.to_string(), &METHODS),
        ))
    }
}

/// A single word is the name of a status, not a method or a variable.
fn not_a_variable(input: ParseStream<'_>, table: &TableRef) -> syn::Result<()> {
    let ahead = input.fork();
    let Ok(word) = ahead.call(Ident::parse_any) else {
        return Ok(());
    };
    let name = word.to_string();
    let code = code_behind(&ahead);
    let method = name.to_uppercase();
    // In lower case, it may be a variable, unless a code follows it.
    if METHODS.contains(&method.as_str()) && (method == name || code.is_some()) {
        let code = code.unwrap_or_else(|| "200".to_owned());
        return Err(input.error(message::method_before_code(&method, &code)));
    }
    let variable = name.starts_with(|first: char| first.is_lowercase());
    if variable && !input.peek2(Token![::]) && names::similar(&name).is_none() {
        return Err(input.error(table.known_at_run_time(&argument(input))));
    }
    Ok(())
}

/// `201` of `POST, 201`, after the method.
fn code_behind(input: ParseStream<'_>) -> Option<String> {
    input.parse::<Token![,]>().ok()?;
    let code: Code = input.parse().ok()?;
    Some(code.number.to_string())
}

/// Everything up to the next comma, without the spaces between its tokens.
fn argument(input: ParseStream<'_>) -> String {
    let ahead = input.fork();
    let mut text = String::new();
    while !ahead.peek(Token![,])
        && let Ok(token) = ahead.parse::<TokenTree>()
    {
        text.push_str(&token.to_string());
    }
    text
}

/// `undocumented = "…"`.
fn escape(input: ParseStream<'_>, method: Option<&Ident>) -> syn::Result<Ident> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error(message::AFTER_CODE));
    }
    let (key, _) = args::key(input, &["undocumented"], &mut Vec::new())?;
    if let Some(method) = method {
        return Err(syn::Error::new(
            method.span(),
            message::METHOD_OF_UNDOCUMENTED,
        ));
    }
    args::reason(input, &key)?;
    Ok(key)
}

fn print(krate: &TokenStream, input: &Input) -> TokenStream {
    let number = input.code.number;
    let span = input
        .undocumented
        .as_ref()
        .map_or(input.code.span, Ident::span);
    let (definition, table) = input.table.expression(span);
    let check = match (&input.undocumented, &input.method) {
        (Some(_), _) => quote_spanned!(span=> undocumented(#table, #number)),
        (None, Some(method)) => {
            let method = method.to_string();
            quote_spanned!(span=> documented_for(#table, #method, #number))
        }
        (None, None) => quote_spanned!(span=> documented(#table, #number)),
    };
    let private = table_ref::private(span);
    let import = table_ref::import(krate);
    // An item, because `cargo check` does not evaluate an inline `const { … }`.
    let (own, checks) = (
        table_ref::private(Span::call_site()),
        table_ref::checks(span),
    );
    let check = quote_spanned!(span=> #private::#checks::#check);
    quote! {
        #import
        #definition
        const _: #own::Status = #check;
        // Created even if the check fails, because rustc adds a note for each use of a constant that failed.
        const STATUS: #own::Status = #own::Held::to(#table).status(#number);
        STATUS
    }
}
