//! `guard!(petstore | edge)`: the guard of a table, whose document is checked at compile time.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Token};

use crate::message;
use crate::table_ref::{self, TableUnion};

/// Expands `guard!`.
pub fn expand(input: &TokenStream) -> TokenStream {
    table_ref::expand(input, table_ref::offered, |krate, input| {
        if input.is_empty() {
            return Err(syn::Error::new(Span::call_site(), message::GUARD_USAGE));
        }
        let table = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(input.error(message::GUARD_USAGE));
        }
        Ok(print(krate, &table))
    })
}

/// A static, so that the guards of several services in one process share their counters.
fn print(krate: &TokenStream, table: &TableUnion) -> TokenStream {
    let place = table.span();
    let import = table_ref::import(krate);
    let private = table_ref::private(Span::call_site());
    let name = Ident::new("GUARDED", Span::call_site());
    let definition = table.definition(&name, &private);
    let (at_place, named) = (
        table_ref::private(place),
        Ident::new("GUARDED", Span::call_site().located_at(place)),
    );
    let check = quote_spanned!(place=> #at_place::guarded(#named));
    quote! {
        #import
        // The user cannot help that a large document takes long.
        #[allow(long_running_const_eval)]
        #definition
        #[allow(long_running_const_eval)]
        const _: () = #check;
        static DOCUMENT: #private::Document = #private::Document::new(GUARDED);
        #private::Guard::new(&DOCUMENT)
    }
}
