//! `Display`: the message.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::Printer;
use crate::derive::ast::{Answer, Message, Variant};
use crate::derive::bounds::{Bounds, depends};
use crate::derive::text::Text;

impl Printer<'_> {
    pub(super) fn display(&self) -> TokenStream {
        let private = &self.private;
        let (formatter, reply) = (&self.formatter, &self.reply);
        let mut bounds = Bounds::new(self.item.generics);
        // `reply` demands more of inner errors than a message needs.
        let apart = self.inner().next().is_some();
        let arms = self.item.variants.iter().filter_map(|variant| {
            let arm = self.shown(variant, &mut bounds);
            arm.or_else(|| apart.then(|| self.shows_fixed(variant)))
        });
        let arms: Vec<TokenStream> = arms.collect();
        // A text that is always the same stands with the status.
        let fixed =
            quote!(#private::std::fmt::Formatter::write_str(#formatter, #reply(self).message()));
        let body = if self.is_empty() {
            quote!(match *self {})
        } else {
            self.matched(&arms, &fixed)
        };
        let of = quote!(#private::std::fmt::Display);
        let body = quote! {
            fn fmt(&self, #formatter: &mut #private::std::fmt::Formatter<'_>) -> #private::std::fmt::Result {
                #body
            }
        };
        self.implement(Span::call_site(), &of, &bounds.clause(), &body)
    }

    fn shows_fixed(&self, variant: &Variant<'_>) -> TokenStream {
        let (private, formatter) = (&self.private, &self.formatter);
        let pattern = self.pattern(variant, []);
        let Some(Answer::Own(own)) = &variant.answer else {
            return TokenStream::new();
        };
        let case = self.known(own);
        quote!(#pattern => #private::std::fmt::Formatter::write_str(#formatter, #case.message()),)
    }

    /// The arm of a variant whose message is made at run time.
    fn shown(&self, variant: &Variant<'_>, bounds: &mut Bounds<'_>) -> Option<TokenStream> {
        let private = &self.private;
        let formatter = &self.formatter;
        let (bound, body) = match variant.answer.as_ref()? {
            Answer::Inner { field, .. } => {
                (vec![*field], self.shows_inner(variant, *field, bounds))
            }
            Answer::Own(own) => match &own.message {
                Message::Transparent(field) => {
                    (vec![*field], self.shows_inner(variant, *field, bounds))
                }
                Message::Text(text) if text.fixed.is_none() => {
                    self.bound_by(text, variant, bounds);
                    let arguments = text.arguments();
                    let body =
                        quote!(#formatter.write_fmt(#private::std::format_args!(#arguments)));
                    (text.fields.iter().copied().collect(), body)
                }
                Message::Function => {
                    let path = own.function();
                    let fields = 0..variant.fields.len();
                    let values = fields.clone().map(|index| self.field(index));
                    (fields.collect(), quote!(#path(#(#values,)* #formatter)))
                }
                Message::Text(_) | Message::Documented | Message::Elsewhere => return None,
            },
        };
        let pattern = self.pattern(variant, bound);
        Some(quote!(#pattern => #body,))
    }

    /// Each field that is shown must be able to show itself.
    pub(super) fn bound_by(&self, text: &Text, variant: &Variant<'_>, bounds: &mut Bounds<'_>) {
        let private = &self.private;
        for (index, name) in &text.shown {
            let name = format_ident!("{name}");
            if let Some(field) = variant.fields.get(*index) {
                bounds.field(field.ty, &quote!(#private::std::fmt::#name));
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
        let Some(field) = variant.fields.get(index) else {
            return TokenStream::new();
        };
        let ty = field.ty;
        if depends(ty, self.item.generics) {
            bounds.field(ty, &quote!(#private::std::fmt::Display));
        } else if matches!(variant.answer, Some(Answer::Inner { .. })) {
            bounds.deferred(&quote!(#ty: #private::ApiError));
        } else {
            // The same call as for the source: what is no error is refused once.
            let place = Span::call_site().located_at(ty.span());
            let (root, binding) = (
                self.names.private(place),
                self.names.field(index, ty.span()),
            );
            let error = quote_spanned!(place=> #root::Source::of(#binding).__find());
            return quote!(#private::std::fmt::Display::fmt(#error, #formatter));
        }
        quote!(#private::std::fmt::Display::fmt(#binding, #formatter))
    }
}
