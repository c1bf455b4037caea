//! `router!(petstore: list, add, pets::find)`: the framework's router, with the paths and methods of the document.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{AngleBracketedGenericArguments, Ident, LitStr, Path, PathArguments, Token, token};

use crate::framework::Framework;
use crate::lists::{List, each};
use crate::table_ref::{self, TableUnion, written};
use crate::{args, message as common};

mod message;

struct Input {
    table: TableUnion,
    handlers: Vec<Handler>,
    except: Vec<LitStr>,
    framework: Option<Framework>,
}

/// `pets::find`, or `pets::find::<PgRepo>`.
struct Handler {
    path: Path,
    arguments: Option<AngleBracketedGenericArguments>,
}

/// Expands `router!`.
pub fn expand(input: &TokenStream) -> TokenStream {
    table_ref::expand(input, table_ref::offered, |krate, input| {
        input.parse().map(|input| print(krate, &input))
    })
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(syn::Error::new(Span::call_site(), message::USAGE));
        }
        let mut all = Input {
            table: input.parse()?,
            handlers: Vec::new(),
            except: Vec::new(),
            framework: None,
        };
        if !input.peek(Token![:]) {
            return Err(syn::Error::new(all.table.span(), message::USAGE));
        }
        input.parse::<Token![:]>()?;
        let mut seen = Vec::new();
        while !input.is_empty() {
            if input.peek(Ident) && (input.peek2(token::Paren) || input.peek2(Token![=])) {
                all.option(input, &mut seen)?;
            } else {
                let place = input.span();
                let handler = Handler::parse(input);
                all.handlers
                    .push(handler.map_err(|_| syn::Error::new(place, message::HANDLER))?);
            }
            if input.parse::<Option<Token![,]>>()?.is_none() && !input.is_empty() {
                return Err(input.error(common::COMMA_BEFORE));
            }
        }
        Ok(all)
    }
}

impl Parse for Handler {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut path: Path = input.parse()?;
        let last = path.segments.last_mut();
        let arguments = last.map(|last| std::mem::take(&mut last.arguments));
        let arguments = match arguments {
            Some(PathArguments::AngleBracketed(arguments)) => Some(arguments),
            Some(PathArguments::Parenthesized(_)) => return Err(input.error(message::HANDLER)),
            Some(PathArguments::None) | None => None,
        };
        if path.segments.iter().any(|one| !one.arguments.is_none()) {
            return Err(input.error(message::HANDLER));
        }
        Ok(Handler { path, arguments })
    }
}

impl Input {
    fn option(&mut self, input: ParseStream<'_>, seen: &mut Vec<String>) -> syn::Result<()> {
        let (key, name) = args::key(input, &["except", "framework"], seen)?;
        if name == "except" {
            let content = args::group(input, &key, message::EXCEPT)?;
            self.except = except(&content)?;
        } else {
            self.framework = Some(args::value(input, &key, "axum", Framework::parse)?);
        }
        Ok(())
    }
}

/// `"GET /metrics" = "served by the sidecar"` of `except(…)`.
fn except(content: ParseStream<'_>) -> syn::Result<Vec<LitStr>> {
    let mut operations: Vec<LitStr> = Vec::new();
    while !content.is_empty() {
        let refuse = |span| syn::Error::new(span, message::EXCEPT);
        let place = content.span();
        let operation: LitStr = content.parse().map_err(|_| refuse(place))?;
        let reason = content.parse::<Token![=]>().and_then(|_| content.parse());
        if !reason.is_ok_and(|reason: LitStr| !reason.value().trim().is_empty()) {
            return Err(refuse(operation.span()));
        }
        let again = |other: &LitStr| other.value() == operation.value();
        if operations.iter().any(again) {
            let text = message::excepted_twice(&operation.value());
            return Err(syn::Error::new(operation.span(), text));
        }
        operations.push(operation);
        if content.parse::<Option<Token![,]>>()?.is_none() && !content.is_empty() {
            return Err(content.error(common::COMMA_BEFORE));
        }
    }
    Ok(operations)
}

fn print(krate: &TokenStream, input: &Input) -> TokenStream {
    let private = table_ref::private(Span::call_site());
    let import = table_ref::import(krate);
    let table = Ident::new("__TABLE", Span::call_site());
    let definition = input.table.definition(&table, &private);
    let framework = input.framework.as_ref().map(Framework::router);
    let framework = framework.unwrap_or_else(|| quote!(router));
    let [mut unhandled, mut imports, mut tables, mut own, mut routes]: [TokenStream; 5] =
        Default::default();
    for (index, Handler { path, arguments }) in input.handlers.iter().enumerate() {
        let (place, shown) = (last(path), written(path));
        let (private, table) = (table_ref::private(place), Ident::new("__TABLE", place));
        let handlers = Ident::new("__HANDLERS", place);
        let mut name = Ident::new(&format!("__handler_{index}"), Span::call_site());
        // A handler without `#[handles]` has no type with its name. Then the empty type here takes its place, and rustc
        // reports what is missing.
        unhandled.extend(quote!(pub enum #name {}));
        name.set_span(place);
        imports.extend(quote_spanned!(place=> use #path as #name;));
        let own_table = quote_spanned!(place=> <#name as #private::handlers::Handles>::TABLE);
        tables.extend(quote!(#own_table,));
        let check = quote_spanned!(place=> #private::handlers::route::handler(#table, #handlers, #index, #shown));
        let routable =
            quote_spanned!(place=> #private::handlers::route::routable(#handlers, #index));
        own.extend(quote!(const _: () = #check; const _: () = #routable;));
        let place = Span::call_site().located_at(path.span());
        routes.extend(quote_spanned!(place=> let __router = __statusbook::handlers::#framework::route(__router, __HANDLERS[#index], #name #arguments);));
    }
    let excepted = each(&input.except, |name| {
        let place = name.span();
        let (private, table) = (table_ref::private(place), Ident::new("__TABLE", place));
        let handlers = Ident::new("__HANDLERS", place);
        let check =
            quote_spanned!(place=> #private::handlers::route::excepted(#table, #handlers, #name));
        quote!(const _: () = #check;)
    });
    let except = List(&input.except);
    let place = input.table.span();
    let complete = {
        let (private, table) = (table_ref::private(place), Ident::new("__TABLE", place));
        let handlers = Ident::new("__HANDLERS", place);
        quote_spanned!(place=> #private::handlers::route::complete(#table, #handlers, &[#except]))
    };
    let empty = quote!(__statusbook::handlers::#framework::new(__TABLE));
    quote! {{
        #import
        mod __unhandled {
            #unhandled
        }
        use __unhandled::*;
        // In a block of its own: a path that leads nowhere is then one error.
        {
            #imports
            #definition
            const __HANDLERS: &[#private::Table] = &[#tables];
            #own
            #excepted
            const _: () = #complete;
            let __router = #empty;
            #routes
            __statusbook::handlers::#framework::finish(__router)
        }
    }}
}

/// The place of a handler's name.
fn last(path: &Path) -> Span {
    path.segments
        .last()
        .map_or_else(Span::call_site, |last| last.ident.span())
}
