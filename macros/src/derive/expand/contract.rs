//! `Contract`: the table, and every status that a value can answer.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use super::Printer;
use crate::derive::ast::Answer;
use crate::derive::bounds::{Bounds, depends, without_lifetimes};

impl Printer<'_> {
    pub(super) fn contract(&self) -> TokenStream {
        let private = &self.private;
        let table = &self.table;
        let statuses = self.statuses(false);
        let mut bounds = Bounds::new(self.item.generics);
        for ty in self.inner() {
            bounds.field(ty, &quote!(#private::Contract));
        }
        let known = !self.inner().any(|ty| depends(ty, self.item.generics));
        let exhaustive = self.exhaustive(&self.statuses(true));
        // What depends on a parameter is known only where the type is used.
        let (outside, inside) = if known {
            (exhaustive, None)
        } else {
            (None, exhaustive)
        };
        let body = quote! {
            const TABLE: #private::Table = #table.table();
            const STATUSES: #private::StatusSet = { #inside #statuses };
        };
        let contract = self.implement(
            Span::call_site(),
            &quote!(#private::Contract),
            &bounds.clause(),
            &body,
        );
        quote!(#contract #outside)
    }

    /// The types of inner errors that answer for themselves.
    pub(super) fn inner(&self) -> impl Iterator<Item = &syn::Type> {
        self.item
            .variants
            .iter()
            .filter_map(|variant| match &variant.answer {
                Some(Answer::Inner { field, .. }) => {
                    variant.fields.get(*field).map(|field| field.ty)
                }
                _ => None,
            })
    }

    /// The statuses of the variants and of what is inside of them.
    fn statuses(&self, outside: bool) -> TokenStream {
        let private = &self.private;
        let mut codes = BTreeSet::new();
        let mut inner = TokenStream::new();
        for variant in &self.item.variants {
            match &variant.answer {
                Some(Answer::Own(own)) => {
                    codes.insert(own.declared.code.number);
                }
                Some(Answer::Inner { field, span }) => {
                    let Some(field) = variant.fields.get(*field) else {
                        continue;
                    };
                    let ty = field.ty.to_token_stream();
                    let statuses = if depends(field.ty, self.item.generics) {
                        self.covered(&ty, *span)
                    } else {
                        // Checked outside, once.
                        let ty = if outside {
                            without_lifetimes(field.ty)
                        } else {
                            ty
                        };
                        quote!(<#ty as #private::Contract>::STATUSES)
                    };
                    inner.extend(quote!(.union(#statuses)));
                }
                None => {}
            }
        }
        quote!(#private::StatusSet::of(&[#(#codes),*]) #inner)
    }

    /// `exhaustive`: every documented error is answered, or excepted. Each needless exception is a mistake of its own.
    fn exhaustive(&self, statuses: &TokenStream) -> Option<TokenStream> {
        let exhaustive = self.item.attr.exhaustive.as_ref()?;
        let span = exhaustive.span;
        let table = self.table_at(span);
        let name = self.item.ident.unraw().to_string();
        let set = self.names.local("STATUSES");
        let check = self.names.constant(self.item.ident, "EXHAUSTIVE");
        let codes = exhaustive.except.iter().map(|code| code.number);
        let excepted = exhaustive.except.iter().map(|code| {
            let name = self.names.constant(self.item.ident, "EXCEPT");
            let span = code.span;
            let number = code.number;
            let table = self.table_at(span);
            quote_spanned!(span=> const #name: () = #table.excepted(#set, #number);)
        });
        let root = &self.private;
        Some(quote_spanned! {span=>
            const #set: #root::StatusSet = #statuses;
            #(#excepted)*
            const #check: () = #table.exhaustive(#name, #set, &[#(#codes),*]);
        })
    }
}
