//! `Display`: the message.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::Printer;
use super::arms::{Arm, Arms};
use super::bounds::{Bounds, depends};
use crate::bare::bare;
use crate::derive::message::Text;
use crate::derive::resolve::{Message, Variant};

impl Printer<'_> {
    pub(super) fn display(&self) -> TokenStream {
        let private = &self.private;
        let (formatter, outcome) = (&self.formatter, &self.outcome);
        let mut bounds = Bounds::new(self.ast.generics);
        // `outcome` requires more bounds of inner errors than a message needs.
        let apart = self.inner().next().is_some();
        let mut arms = Arms::default();
        for variant in &self.item.variants {
            if let Some((bound, body)) = self.shown(variant, &mut bounds) {
                arms.add(self.pattern(variant, &bound), body);
            } else if apart && let Some((bound, case)) = self.case(variant) {
                let body =
                    quote!(#private::std::fmt::Formatter::write_str(#formatter, #case.message()));
                arms.add(self.pattern(variant, &bound), body);
            }
        }
        // A text without placeholders is a constant beside the status.
        let fixed =
            quote!(#private::std::fmt::Formatter::write_str(#formatter, #outcome(self).message()));
        let body = if self.is_empty() {
            quote!(match *self {})
        } else {
            self.matched(arms, fixed)
        };
        let of = quote!(#private::std::fmt::Display);
        let body = quote! {
            fn fmt(&self, #formatter: &mut #private::std::fmt::Formatter<'_>) -> #private::std::fmt::Result {
                #body
            }
        };
        self.implement(Span::call_site(), &of, &bounds.clause(), &body)
    }

    /// The bindings and the code of a message that is made at run time.
    fn shown(&self, variant: &Variant<'_>, bounds: &mut Bounds<'_>) -> Option<Arm> {
        let (private, formatter) = (&self.private, &self.formatter);
        let response = variant.response.as_ref()?;
        Some(match &response.message {
            Message::Transparent(field) => {
                (vec![*field], self.shows_inner(variant, *field, bounds))
            }
            Message::Text(text) if text.fixed.is_none() => {
                self.bound_by(text, variant, bounds);
                let arguments = self.arguments(text, variant);
                let body = quote!(#formatter.write_fmt(#arguments));
                (text.fields.as_slice().to_vec(), body)
            }
            Message::Text(text) if variant.inner().is_some() => {
                let text = text.fixed.as_deref().unwrap_or_default();
                (
                    Vec::new(),
                    quote!(#private::std::fmt::Formatter::write_str(#formatter, #text)),
                )
            }
            Message::Function => {
                let path = response.function()?;
                let last = path.path.segments.last()?;
                // rustc reports a wrong signature here.
                let place = Span::call_site().located_at(last.ident.span());
                let fields = 0..variant.fields().len();
                let values = fields.clone().map(|index| self.names.field(index, place));
                let call = quote_spanned!(place=> (#(#values,)* #formatter));
                (fields.collect(), quote!(#path #call))
            }
            Message::Text(_) | Message::Documented | Message::Elsewhere => return None,
        })
    }

    /// Each field that is shown needs its formatting trait.
    pub(super) fn bound_by(&self, text: &Text, variant: &Variant<'_>, bounds: &mut Bounds<'_>) {
        if self.ast.generics.params.is_empty() {
            return;
        }
        let private = &self.private;
        for (index, name) in text.shown.as_slice() {
            let Some(field) = variant.fields().get(*index) else {
                continue;
            };
            let (ty, shows) = (field.ty, format_ident!("{name}"));
            let shows = quote!(#private::std::fmt::#shows);
            if !self.is_itself(ty) {
                bounds.field(ty, &|| shows.clone());
            } else if *name != "Display" {
                bounds.itself(quote!(#ty: #shows));
            }
        }
    }

    fn shows_inner(
        &self,
        variant: &Variant<'_>,
        index: usize,
        bounds: &mut Bounds<'_>,
    ) -> TokenStream {
        let (private, formatter) = (&self.private, &self.formatter);
        let binding = self.field(index);
        let Some(field) = variant.fields().get(index) else {
            return TokenStream::new();
        };
        let ty = field.ty;
        if self.is_itself(ty) {
            // No bound, because it would require the `impl` that it is part of.
            return quote!(#private::std::fmt::Display::fmt(#binding, #formatter));
        }
        if depends(ty, self.ast.generics) {
            bounds.field(ty, &|| quote!(#private::std::fmt::Display));
        } else if let Some(inner) = variant.inner() {
            let error = self.inner_error(&inner);
            return quote!(#private::std::fmt::Display::fmt(#error, #formatter));
        } else {
            // The same call as for the source, so that a type that is not an error is refused once.
            let written = bare(ty).span();
            let place = Span::call_site().located_at(written);
            let (root, binding) = (self.names.private(place), self.names.field(index, written));
            let error = quote_spanned!(place=> #root::Source::of(#binding).__inner());
            return quote!(#private::std::fmt::Display::fmt(#error, #formatter));
        }
        quote!(#private::std::fmt::Display::fmt(#binding, #formatter))
    }
}
