//! The bodies that are the same for every value of a variant: written while compiling.

use proc_macro2::TokenStream;
use quote::quote;

use super::Printer;
use crate::derive::ast::{Answer, Field, Own, Variant};

impl Printer<'_> {
    /// Whether the text of a variant is known too (that of a 5xx is, whatever its message) is for `statusbook` to say.
    pub(super) fn fixed(&self) -> Option<TokenStream> {
        let (private, reply, value) = (&self.private, &self.reply, &self.value);
        if self.item.attr.body.is_some() && !self.item.generics.params.is_empty() {
            // A constant cannot name the parameters of its surroundings, and the body may.
            return None;
        }
        let (patterns, cases): (Vec<_>, Vec<_>) = self
            .item
            .variants
            .iter()
            .filter_map(|variant| match &variant.answer {
                Some(Answer::Own(own)) if is_fixed(own, variant) => {
                    Some((self.pattern(variant, None), self.unchecked(own)))
                }
                _ => None,
            })
            .unzip();
        let rest = quote!(#reply(self).fixed());
        let option = quote!(#private::std::option::Option<#private::Fixed>);
        if cases.is_empty() {
            let inner = self.inner().next().is_some();
            return inner.then(|| quote!(fn __fixed(&self) -> #option { #rest }));
        }
        let table = &self.table;
        let chosen = self.item.attr.body.as_ref();
        let format = chosen.map_or_else(
            || quote!(#table.format()),
            |body| quote!(#private::Format::of::<#body>()),
        );
        let (all, format_name, length) = (
            self.names.local("CASES"),
            self.names.local("FORMAT"),
            self.names.local("LENGTH"),
        );
        let count = cases.len();
        let arms = patterns.iter().enumerate();
        let arms: Vec<TokenStream> = arms
            .map(|(index, pattern)| quote!(#pattern => #index,))
            .collect();
        let index = self.matched(&arms, &quote!(return #rest));
        Some(quote! {
            fn __fixed(&self) -> #option {
                const #all: [#private::Case; #count] = [#(#cases),*];
                const #format_name: #private::Format = #format;
                const #length: #private::std::primitive::usize = #private::fixed::length(&#all, #format_name);
                let #value = #index;
                (const { &#private::fixed::Bodies::<#count, #length>::write(&#all, #format_name) }).get(#value)
            }
        })
    }

    fn unchecked(&self, own: &Own) -> TokenStream {
        let (private, table) = (&self.private, &self.table);
        let number = own.declared.code.number;
        self.case(own, &quote!(#private::check::unchecked(#table, #number)))
    }
}

/// Whether nothing but the message can differ between values.
fn is_fixed(own: &Own, variant: &Variant<'_>) -> bool {
    let formatted = own.detail.as_ref().is_some_and(|text| text.fixed.is_none());
    let extended = |field: &Field<'_>| field.extension.is_some();
    !formatted && own.instance.is_none() && !variant.fields.iter().any(extended)
}
