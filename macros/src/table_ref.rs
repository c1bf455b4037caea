//! How the user names a table: `vpn`, `crate::tables::vpn`, or `petstore["GET /pets/{petId}"]` for an operation.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Path, bracketed, token};

/// The module of a table, and an operation of it.
pub(crate) struct TableRef {
    path: Path,
    operation: Option<LitStr>,
}

impl Parse for TableRef {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.call(Path::parse_mod_style)?;
        let operation = if input.peek(token::Bracket) {
            let content;
            bracketed!(content in input);
            Some(content.parse()?)
        } else {
            None
        };
        Ok(TableRef { path, operation })
    }
}

impl TableRef {
    /// The table as an expression at `place`, and what that needs before it, in the scope of an [`import`].
    pub(crate) fn expression(&self, place: Span) -> (Option<TokenStream>, TokenStream) {
        if self.operation.is_none() {
            return (None, self.module());
        }
        let table = |place| Ident::new("TABLE", Span::call_site().located_at(place));
        let definition = self.definition(&table(Span::call_site()), &private(Span::call_site()));
        let table = table(place);
        let definition = quote!(#[allow(unused_qualifications)] #definition);
        (Some(definition), quote!(#table))
    }

    /// The table as the constant `name`, an item that needs [`import`] in its scope.
    ///
    /// The path stays where the user wrote it, so that rustc underlines one that leads nowhere, while whatever names the
    /// constant can stand somewhere else. A wrong operation is one mistake, at its own place: the constant is made all the
    /// same, and documents everything.
    pub(crate) fn definition(&self, name: &Ident, private: &Ident) -> TokenStream {
        let module = self.module();
        let Some(operation) = &self.operation else {
            return quote!(const #name: #private::Table = #module;);
        };
        let place = operation.span();
        let (mut at_place, table) = (private.clone(), Ident::new("MODULE", place));
        at_place.set_span(place);
        let check = quote_spanned!(place=> #at_place::check::operation(#table, #operation));
        quote! {
            const #name: #private::Table = {
                const #table: #private::Table = #module;
                const _: #private::Table = #check;
                #private::check::operation_or_anything(#table, #operation)
            };
        }
    }

    /// Where the user named it.
    pub(crate) fn span(&self) -> Span {
        self.path
            .segments
            .last()
            .map_or_else(Span::call_site, |last| last.ident.span())
    }

    /// The table of the module, without regard to the operation.
    pub(crate) fn module(&self) -> TokenStream {
        let path = &self.path;
        // The user did not write `TABLE`: no lint shall blame them for the path before it.
        let place = path
            .segments
            .last()
            .map_or_else(Span::call_site, |last| last.ident.span());
        let table = Ident::new("TABLE", Span::call_site().located_at(place));
        quote!(#path::#table)
    }
}

/// Brings the hidden module of the facade into a block, under the name that [`private`] gives it.
///
/// Through `$crate` in every path, rustc would underline the whole macro call instead of the code in it.
pub(crate) fn import(facade: &TokenStream) -> TokenStream {
    let name = private(Span::call_site());
    quote!(use #facade::__private as #name;)
}

/// The hidden module of the facade, in a block that holds [`import`].
pub(crate) fn private(span: Span) -> Ident {
    Ident::new("__statusbook", span)
}
