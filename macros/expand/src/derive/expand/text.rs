//! A text as `format_args!(…)`.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{GenericParam, Ident};

use super::Printer;
use crate::derive::field;
use crate::derive::message::{Expression, Extra, Text, shorthand};
use crate::derive::resolve::Variant;
use crate::derive::types;
use crate::place::ours;

impl Printer<'_> {
    /// The arguments of a text in the scope of the bound fields.
    pub(super) fn arguments(&self, text: &Text<'_>, variant: &Variant<'_>) -> TokenStream {
        let (private, span) = (&self.private, text.span);
        let mut format = Literal::string(&text.format);
        format.set_span(span);
        let mut arguments = format.to_token_stream();
        for extra in text.extras {
            arguments.extend(self.extra(extra, variant));
        }
        // After the user's own, which may be positional.
        for added in &text.added {
            let name = Ident::new(&added.name, span);
            let binding = self.names.field(added.index, span);
            arguments.extend(if added.path {
                let private = self.names.private(span);
                quote_spanned!(span=> , #name = #private::Show(#binding).__show())
            } else if self.is_of_any_size(added.index, variant) {
                quote_spanned!(span=> , #name = #binding)
            } else {
                // The field itself and not a reference, because `{:p}` shows its address.
                quote_spanned!(span=> , #name = *#binding)
            });
        }
        quote!(#private::std::format_args!(#arguments))
    }

    /// Whether a field is known only through a reference.
    fn is_of_any_size(&self, index: usize, variant: &Variant<'_>) -> bool {
        let field = variant.fields().get(index);
        field.is_some_and(|field| types::may_be_unsized(field.ty, self.ast.generics))
    }

    /// An argument of the user's own.
    fn extra(&self, extra: &Extra, variant: &Variant<'_>) -> TokenStream {
        let value = self.bound(extra, variant);
        if let Some(name) = &extra.name {
            let name = Ident::new(&name.unraw().to_string(), name.span());
            quote!(, #name = #value)
        } else {
            quote!(, #value)
        }
    }

    /// An expression in the scope of the bound fields.
    pub(super) fn expression(&self, of: &Expression<'_>, variant: &Variant<'_>) -> TokenStream {
        self.bound(of.extra, variant)
    }

    /// The same outside of an `impl`: `Self` is the type, `Error::<T>`.
    pub(super) fn expression_outside(
        &self,
        of: &Expression<'_>,
        variant: &Variant<'_>,
    ) -> TokenStream {
        let ident = ours(self.ast.ident);
        let arguments = self.ast.generics.params.iter();
        let arguments = arguments.filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(of) => Some(&of.ident),
            GenericParam::Const(of) => Some(&of.ident),
        });
        let arguments: Vec<_> = arguments.collect();
        let ty = if arguments.is_empty() {
            quote!(#ident)
        } else {
            quote!(#ident::<#(#arguments),*>)
        };
        without_self(self.expression(of, variant), &ty)
    }

    fn bound(&self, extra: &Extra, variant: &Variant<'_>) -> TokenStream {
        shorthand(extra.expression.clone(), &mut |name, span| {
            let field = field::find(variant.fields(), name);
            field.map_or_else(TokenStream::new, |(index, _)| {
                self.names.field(index, span).to_token_stream()
            })
        })
    }
}

/// The tokens with `ty` for `Self`.
fn without_self(tokens: TokenStream, ty: &TokenStream) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => ty.clone(),
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), without_self(group.stream(), ty));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        other => other.into(),
    });
    replaced.collect()
}
