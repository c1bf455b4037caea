//! How the user names a table: `vpn`, `crate::tables::vpn`, or `petstore["GET /pets/{petId}"]` for an operation.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
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
    /// The table as an expression of the type `Table`, where the user wrote it.
    pub(crate) fn value(&self) -> TokenStream {
        let path = &self.path;
        let operation = self.operation.as_ref();
        operation.map_or_else(
            || quote!(#path::TABLE),
            |operation| self.expression(operation.span()),
        )
    }

    /// The table as an expression of the type `Table`, with every token at `span`.
    ///
    /// rustc underlines an expression from its first token to its last. Only if the path stands where the code
    /// does is the code alone underlined. The expression needs [`import`] in its scope.
    pub(crate) fn expression(&self, span: Span) -> TokenStream {
        let Some(operation) = &self.operation else {
            return self.module(span);
        };
        // A wrong operation is a mistake of its own, at its own place.
        let place = operation.span();
        let private = private(place);
        let module = self.module(place);
        quote_spanned!(place=> #private::check::operation(#module, #operation))
    }

    /// The table of the module, without regard to the operation.
    pub(crate) fn module(&self, span: Span) -> TokenStream {
        let path = located_at(self.path.to_token_stream(), span);
        let table = table_constant(span);
        quote_spanned!(span=> #path::#table)
    }
}

/// The name `TABLE`, which the user did not write: so that no lint blames them for the path before it.
fn table_constant(place: Span) -> Ident {
    Ident::new("TABLE", Span::call_site().located_at(place))
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

/// The same tokens, with the same names, at another place.
pub(crate) fn located_at(tokens: TokenStream, place: Span) -> TokenStream {
    let relocate = |mut token: TokenTree| {
        if let TokenTree::Group(group) = token {
            let mut moved =
                proc_macro2::Group::new(group.delimiter(), located_at(group.stream(), place));
            moved.set_span(group.span().located_at(place));
            return TokenTree::Group(moved);
        }
        token.set_span(token.span().located_at(place));
        token
    };
    tokens.into_iter().map(relocate).collect()
}
