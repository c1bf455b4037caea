//! `From`: one for each `#[from]`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::Printer;
use super::bounds::Bounds;
use crate::derive::field::Field;
use crate::derive::resolve::Variant;
use crate::derive::types;
use crate::place::ours;
use crate::set::Set;

impl Printer<'_> {
    /// After a mistake (`broken`), the impls exist and do nothing.
    pub(super) fn from(&self, broken: bool) -> TokenStream {
        let mut types = Set::default();
        let mut all = TokenStream::new();
        for variant in &self.item.variants {
            if let Some((ty, made)) = self.made(variant, broken)
                && types.insert(ty)
            {
                all.extend(made);
            }
        }
        all
    }

    fn made(&self, variant: &Variant<'_>, broken: bool) -> Option<(String, TokenStream)> {
        let (private, value) = (&self.private, &self.value);
        let source = variant.ast.from()?;
        let field = variant.fields().get(source)?;
        // rustc refuses two of the same type, and points here.
        let span = field
            .from
            .map_or_else(Span::call_site, |span| Span::call_site().located_at(span));
        let ty = types::option(field.ty).unwrap_or(field.ty);
        let fields = variant.fields().iter().enumerate().map(|(index, field)| {
            let member = super::our_member(&field.member);
            let made = if index == source {
                quote!(#value)
            } else if field.is_location() {
                quote!(#private::std::panic::Location::caller())
            } else {
                quote!(#private::std::convert::From::from(#private::std::backtrace::Backtrace::capture()))
            };
            let made = match types::option(field.ty) {
                Some(_) => quote!(#private::std::option::Option::Some(#made)),
                None => made,
            };
            quote!(#member: #made,)
        });
        let name = self.is_enum().then(|| {
            let ident = ours(variant.ast.ident);
            quote!(::#ident)
        });
        let of = quote_spanned!(span=> #private::std::convert::From<#ty>);
        let made = if broken {
            quote!(loop {})
        } else {
            quote!(Self #name { #(#fields)* })
        };
        let mut fields = variant.fields().iter();
        let caller = fields
            .any(Field::is_location)
            .then(|| quote!(#[track_caller]));
        let body = quote!(#caller fn from(#value: #ty) -> Self { #made });
        let clause = Bounds::new(self.ast.generics).clause();
        let made = self.implement(span, &of, &clause, &body);
        Some((ty.to_token_stream().to_string(), made))
    }
}
