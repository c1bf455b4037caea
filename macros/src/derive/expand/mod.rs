//! Prints what the error type becomes. Whatever is long lives in `statusbook`, so that this stays short to compile.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;

use super::ast;
use super::resolve::{Item, Variant};
use crate::errors::Errors;

mod api_error;
mod arms;
mod body;
mod bounds;
mod checks;
mod contract;
mod display;
mod error;
mod extension;
mod fallback;
mod fixed;
mod from;
mod headers;
mod names;
mod text;

pub(super) use names::Names;

/// The item, and the names that the code for it uses.
pub(super) struct Printer<'a> {
    pub(super) item: &'a Item<'a>,
    /// The same as it is written.
    pub(super) ast: &'a ast::Item<'a>,
    pub(super) names: &'a Names,
    /// The hidden module of the facade.
    pub(super) private: Ident,
    /// The constant that holds the table.
    pub(super) table: Ident,
    /// The function that finds the response to a value.
    pub(super) reply: Ident,
    /// `Case`, imported: what is known of a variant while compiling.
    pub(super) case: Ident,
    pub(super) formatter: Ident,
    /// A parameter or variable.
    pub(super) value: Ident,
}

pub(super) fn item(item: &Item<'_>, names: &Names, errors: Errors) -> TokenStream {
    let printer = Printer {
        item,
        ast: item.ast,
        names,
        private: names.private(Span::call_site()),
        table: names.local("TABLE"),
        reply: names.local("reply"),
        case: names.local("Case"),
        formatter: names.local("formatter"),
        value: names.local("value"),
    };
    printer.print(errors)
}

impl Printer<'_> {
    fn print(&self, errors: Errors) -> TokenStream {
        let facade = self.ast.attr.facade();
        let (private, case) = (&self.private, &self.case);
        let shadows = self.shadows();
        let checks = self.checks();
        let impls = if errors.is_empty() {
            self.impls()
        } else {
            self.fallback(errors)
        };
        quote! {
            #[allow(
                dead_code,
                deprecated,
                single_use_lifetimes,
                unused_imports,
                unused_qualifications,
                clippy::absolute_paths,
                clippy::multiple_bound_locations,
                clippy::pedantic,
                clippy::nursery
            )]
            const _: () = {
                use #facade::__private as #private;
                use #private::{ShowPath as _, Variant as #case};
                #shadows
                #checks
                #impls
            };
        }
    }

    fn impls(&self) -> TokenStream {
        let display = (!self.ast.skip().display).then(|| self.display());
        let error = (!self.ast.skip().error).then(|| self.error());
        let from = (!self.ast.skip().from).then(|| self.from(false));
        let statuses = self.statuses_used();
        let contract = self.contract();
        let api_error = self.api_error();
        let answer = self.answer();
        quote!(#statuses #display #error #from #contract #api_error #answer)
    }

    /// A fresh binding cannot be called like a constant that is in scope, but it can be called like a function. These
    /// stand before whatever constants the user has.
    fn shadows(&self) -> TokenStream {
        let most = self
            .item
            .variants
            .iter()
            .map(|variant| variant.fields().len())
            .max();
        let fields = (0..most.unwrap_or_default()).map(|index| self.field(index));
        let names = [self.formatter.clone(), self.value.clone()]
            .into_iter()
            .chain(fields);
        quote!(#(fn #names() {})*)
    }

    pub(super) fn field(&self, index: usize) -> Ident {
        self.names.field(index, Span::call_site())
    }

    /// `Error::NotFound { id: __field_0, .. }`
    pub(super) fn pattern(&self, variant: &Variant<'_>, bound: &[usize]) -> TokenStream {
        let ty = self.ast.ident;
        let name = self.is_enum().then_some(variant.ast.ident).into_iter();
        if variant.ast.unit {
            return quote!(#ty #(::#name)*);
        }
        let fields = bound
            .iter()
            .filter_map(|index| variant.fields().get(*index));
        let members = fields.map(|field| &field.member);
        let bindings = bound.iter().map(|index| self.field(*index));
        quote!(#ty #(::#name)* { #(#members: #bindings,)* .. })
    }

    pub(super) fn is_enum(&self) -> bool {
        self.ast.is_enum
    }

    /// An empty enum has no value: there is nothing to match.
    pub(super) fn is_empty(&self) -> bool {
        self.item.variants.is_empty()
    }

    /// `impl<T> Trait for Type<T> where … { body }`
    pub(super) fn implement(
        &self,
        span: Span,
        of: &TokenStream,
        clause: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let ident = self.ast.ident;
        let (generics, arguments, _) = self.ast.generics.split_for_impl();
        quote_spanned! {span=>
            #[automatically_derived]
            impl #generics #of for #ident #arguments #clause { #body }
        }
    }

    /// The parameters of an impl, without angle brackets; each with a comma.
    pub(super) fn parameters(&self) -> TokenStream {
        let (generics, _, _) = self.ast.generics.split_for_impl();
        let mut tokens: Vec<_> = generics.to_token_stream().into_iter().skip(1).collect();
        tokens.pop();
        let comma =
            |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
        let end = tokens
            .last()
            .is_some_and(|last| !comma(last))
            .then(|| quote!(,));
        quote!(#(#tokens)* #end)
    }

    /// The type with its parameters.
    pub(super) fn ty(&self) -> TokenStream {
        let ident = self.ast.ident;
        let (_, arguments, _) = self.ast.generics.split_for_impl();
        quote!(#ident #arguments)
    }
}
