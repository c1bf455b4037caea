//! `assert_exhaustive!(vpn, GatewayError, ConnectionError)`: together, the types use every documented error.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{End, Parse, ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Ident, LitStr, Token, Type, token};

use crate::args;
use crate::code::Code;
use crate::errors::at_last_token;
use crate::except;
use crate::lists::{List, each};
use crate::message;
use crate::table_ref::{self, TableRef};

struct Input {
    table: TableRef,
    types: Vec<Type>,
    /// `codes`: the service error codes too.
    codes: Option<Span>,
    except: Vec<Code>,
    except_codes: Vec<LitStr>,
}

/// Expands `assert_exhaustive!`.
pub fn expand(input: &TokenStream) -> TokenStream {
    let mut offered = TokenStream::new();
    let parser = |input: ParseStream<'_>| {
        let krate = crate::facade(input)?;
        offered = table_ref::offered(input);
        input.parse().map(|input| print(&krate, &input))
    };
    let printed = parser.parse2(input.clone());
    let printed = printed.unwrap_or_else(|error| at_last_token(error, input).into_compile_error());
    quote!(const _: () = { #offered #printed };)
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(syn::Error::new(
                Span::call_site(),
                message::EXHAUSTIVE_USAGE,
            ));
        }
        let mut all = Input {
            table: input.parse()?,
            types: Vec::new(),
            codes: None,
            except: Vec::new(),
            except_codes: Vec::new(),
        };
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let word = args::word(input).filter(|word| word == "codes");
            if word.is_some() && (input.peek2(Token![,]) || input.peek2(End)) {
                all.codes = Some(input.call(Ident::parse_any)?.span());
                continue;
            }
            if input.peek(Ident) && (input.peek2(token::Paren) || input.peek2(Token![=])) {
                (all.except, all.except_codes) = except::read(input, all.codes.is_some())?;
                input.parse::<Option<Token![,]>>()?;
                if !input.is_empty() {
                    return Err(input.error(message::AFTER_EXCEPT));
                }
                break;
            }
            let place = input.span();
            let refuse = |_| syn::Error::new(place, message::EXHAUSTIVE_USAGE);
            all.types.push(input.parse().map_err(refuse)?);
        }
        if !input.is_empty() {
            return Err(input.error(message::EXHAUSTIVE_USAGE));
        }
        if all.types.is_empty() {
            return Err(syn::Error::new(all.table.span(), message::EXHAUSTIVE_USAGE));
        }
        Ok(all)
    }
}

fn print(krate: &TokenStream, input: &Input) -> TokenStream {
    let place = input.table.span();
    let table = Ident::new("TABLE", Span::call_site().located_at(place));
    let import = table_ref::import(krate);
    let private = table_ref::private(place);
    let definition = input.table.definition(&table, &private);
    let names: Vec<String> = input.types.iter().map(table_ref::written).collect();
    let names = names.join("`, `");
    let statuses = each(&input.types, |one| {
        let private = table_ref::private(Span::call_site().located_at(one.span()));
        let statuses = quote_spanned!(one.span()=> <#one as #private::Contract>::STATUSES);
        quote!(.union(#statuses))
    });
    let codes = List(&input.except);
    // Each error has its own place.
    let exceptions = each(&input.except, |Code { number, span }| {
        let (private, checks) = (table_ref::private(*span), table_ref::checks(*span));
        let table = Ident::new("TABLE", Span::call_site().located_at(*span));
        let check = quote_spanned!(*span=> #private::#checks::excepted(#table, USED, #number));
        quote!(const _: () = #check;)
    });
    let checks = table_ref::checks(place);
    let check =
        quote_spanned!(place=> #private::#checks::exhaustive(#table, #names, USED, &[#codes]));
    let sent = each(&input.types, |one| {
        let private = table_ref::private(Span::call_site().located_at(one.span()));
        let sent = quote_spanned!(one.span()=> <#one as #private::Contract>::__SENT);
        quote!(#sent,)
    });
    let texts = List(&input.except_codes);
    let codes = input.codes.map(|span| {
        let (private, checks) = (table_ref::private(span), table_ref::checks(span));
        let table = Ident::new("TABLE", Span::call_site().located_at(span));
        let check =
            quote_spanned!(span=> #private::#checks::codes(#table, #names, SENT, &[#texts]));
        let exceptions = each(&input.except_codes, |text| {
            let span = text.span();
            let (private, checks) = (table_ref::private(span), table_ref::checks(span));
            let table = Ident::new("TABLE", Span::call_site().located_at(span));
            let check =
                quote_spanned!(span=> #private::#checks::excepted_code(#table, SENT, #text));
            quote!(const _: () = #check;)
        });
        quote! {
            const SENT: &[&#private::Sent] = &[#sent];
            #exceptions
            const _: () = #check;
        }
    });
    // The path of a type's constant is at the place of the type, where a lint would blame the user for it.
    quote! {
        #import
        #definition
        const USED: #private::StatusSet = #private::StatusSet::EMPTY #statuses;
        #exceptions
        const _: () = #check;
        #codes
    }
}
