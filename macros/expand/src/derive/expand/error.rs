//! `Error`: the source.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use super::Printer;
use super::arms::Arms;
use super::bounds::Bounds;
use crate::bare::bare;
use crate::derive::field::Field;
use crate::derive::resolve::{Message, Variant};
use crate::derive::types;

impl Printer<'_> {
    pub(super) fn error(&self) -> TokenStream {
        let private = &self.private;
        let mut bounds = Bounds::new(self.ast.generics);
        let mut arms = Arms::default();
        for variant in &self.item.variants {
            let Some((index, field)) = source_field(variant) else {
                continue;
            };
            let (transparent, inner) = (variant.is_transparent(), variant.inner().is_some());
            let ty = field.ty.to_token_stream();
            let common = format!("{index} {transparent} {inner} {ty}");
            arms.share(common, self.pattern(variant, &[index]), || {
                self.source(variant, index, field, &mut bounds)
            });
        }
        bounds.itself(quote!(Self: #private::std::fmt::Debug + #private::std::fmt::Display));
        let source = (!arms.is_empty()).then(|| {
            let found = self.matched(arms, quote!(return #private::std::option::Option::None));
            quote! {
                fn source(&self) -> #private::std::option::Option<&(dyn #private::std::error::Error + 'static)> {
                    #private::std::option::Option::Some(#found)
                }
            }
        });
        let of = quote!(#private::std::error::Error);
        self.implement(
            Span::call_site(),
            &of,
            &bounds.clause(),
            &source.unwrap_or_default(),
        )
    }

    /// How to get the source of a variant from its field.
    fn source(
        &self,
        variant: &Variant<'_>,
        index: usize,
        field: &Field<'_>,
        bounds: &mut Bounds<'_>,
    ) -> TokenStream {
        let private = &self.private;
        let transparent = variant.is_transparent();
        // At the type, if it is not an error.
        let written = bare(field.ty).span();
        let place = Span::call_site().located_at(written);
        let binding = self.names.field(index, written);
        let private_there = self.names.private(place);
        let optional = types::option(field.ty).filter(|_| !transparent);
        // Of a transparent error, only the target must be `'static`. That the type itself is an error is what the `impl` says.
        let bound = match (self.is_itself(field.ty), transparent) {
            (false, false) => quote!(#private::std::error::Error + 'static),
            (false, true) => quote!(#private::std::error::Error),
            (true, false) => quote!('static),
            (true, true) => quote!(),
        };
        bounds.field(optional.unwrap_or(field.ty), &|| bound.clone());
        let source = quote_spanned!(place=> #private_there::Source::of(#binding).__find());
        if transparent {
            let error = if let Some(inner) = variant.inner() {
                self.inner_error(&inner)
            } else {
                quote_spanned!(place=> #private_there::Source::of(#binding).__inner())
            };
            quote! {
                match #private::std::error::Error::source(#error) {
                    #private::std::option::Option::Some(#binding) => #binding,
                    #private::std::option::Option::None => return #private::std::option::Option::None,
                }
            }
        } else if optional.is_some() {
            quote! {
                match #binding {
                    #private::std::option::Option::Some(#binding) => #source,
                    #private::std::option::Option::None => return #private::std::option::Option::None,
                }
            }
        } else {
            source
        }
    }
}

/// The field of a variant that is or has its source.
fn source_field<'a>(variant: &Variant<'a>) -> Option<(usize, &'a Field<'a>)> {
    let index = match variant.response.as_ref()?.message {
        Message::Transparent(field) => Some(field),
        _ => variant.inner().map(|inner| inner.index),
    };
    let index = index.or_else(|| variant.ast.source())?;
    Some((index, variant.fields().get(index)?))
}
