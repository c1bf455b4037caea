//! `ApiError`, and the answer for each framework.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::Printer;
use super::arms::Arms;
use super::bounds::{Bounds, depends};
use crate::derive::attr::Declared;
use crate::derive::resolve::Response;
use crate::lifetimes;
use crate::set::Set;

impl Printer<'_> {
    pub(super) fn api_error(&self) -> TokenStream {
        let (private, reply) = (&self.private, &self.reply);
        let find = self.find_reply();
        let inner = self.inner().next().is_some();
        let str = quote!(&'static #private::Str);
        let option = quote!(#private::std::option::Option);
        let error_code = (inner || self.any(|own| own.error_code().is_some()))
            .then(|| quote!(fn error_code(&self) -> #option<&#private::Str> { #reply(self).error_code() }));
        let problem_type = (inner || self.any(|own| own.problem_type().is_some())).then(
            || quote!(fn problem_type(&self) -> #option<#str> { #reply(self).problem_type() }),
        );
        let detail = self.detail();
        let headers = if inner || self.any(|own| !own.headers.is_empty()) {
            self.headers()
        } else {
            quote!(fn __headers_into(&self, _: &mut #private::http::HeaderMap) {})
        };
        let instance = (inner || self.any(|own| own.instance.is_some())).then(|| self.instance());
        let extensions = self.extensions(inner);
        let format = self.format(inner);
        let fixed = self.fixed();
        let body = quote! {
            fn status(&self) -> #private::Status { #reply(self).status() }
            #error_code
            #detail
            #headers
            #problem_type
            #instance
            #extensions
            #format
            #fixed
        };
        let mut bounds = self.inner_bounds();
        self.bound_by_texts(&mut bounds);
        bounds.deferred(&quote!(Self: #private::std::error::Error));
        let api_error = self.implement(
            Span::call_site(),
            &quote!(#private::ApiError),
            &bounds.clause(),
            &body,
        );
        quote!(#find #api_error)
    }

    /// The answer, through the trait of every framework that is switched on.
    pub(super) fn answer(&self) -> TokenStream {
        let private = &self.private;
        // The macro has lifetimes of its own, which begin like this.
        let apart = |tokens| {
            lifetimes::renamed(tokens, &|name| {
                let name = name.to_string();
                name.strip_prefix("__").map(|rest| format!("__user_{rest}"))
            })
        };
        let (ty, parameters) = (apart(self.ty()), apart(self.parameters()));
        let predicates = apart(Bounds::new(self.ast.generics).predicates());
        quote!(#private::respond_traits! { [#parameters] [#ty] [#predicates] })
    }

    /// The function that finds the answer to a value.
    fn find_reply(&self) -> TokenStream {
        let (private, reply, value) = (&self.private, &self.reply, &self.value);
        let arms = self.replies();
        // A type without a lifetime: rustc follows lifetimes from every arm to the end.
        let body = if self.is_empty() {
            quote!(match *#value {})
        } else if self.any(|_| true) {
            quote!(#private::Outcome::Own(match #value { #arms }))
        } else {
            quote!(match #value { #arms })
        };
        let ty = self.ty();
        let clause = self.inner_bounds().clause();
        let check = self.checked_where_used();
        if self.ast.generics.params.is_empty() {
            return quote!(fn #reply(#value: &#ty) -> #private::Outcome<'_> #clause { #body });
        }
        let lifetime = syn::Lifetime::new(&format!("'{reply}"), Span::call_site());
        let parameters = self.parameters();
        quote!(fn #reply <#lifetime, #parameters> (#value: &#lifetime #ty) -> #private::Outcome<#lifetime> #clause { #check #body })
    }

    /// An arm for each variant. Those that differ in nothing but what a value holds share one.
    fn replies(&self) -> TokenStream {
        let (private, table) = (&self.private, &self.table);
        let mut arms = Arms::default();
        let mut alike: Vec<(&Response<'_>, Declared, Vec<TokenStream>)> = Vec::new();
        for variant in &self.item.variants {
            if let Some((own, declared)) = variant.own() {
                let pattern = self.pattern(variant, &[]);
                let mut known = alike.iter_mut();
                match known.find(|(other, ..)| other.is_alike(own)) {
                    Some((.., patterns)) => patterns.extend([quote!(|), pattern]),
                    None if own.is_alike(own) => alike.push((own, declared, vec![pattern])),
                    None => arms.add(pattern, self.known(own, declared)),
                }
            } else if let Some((field, ..)) = variant.inner() {
                let pattern = self.pattern(variant, &[field]);
                let binding = self.field(field);
                arms.add(
                    pattern,
                    quote!(return #private::Outcome::inner(#binding, #table.table())),
                );
            }
        }
        for (own, declared, patterns) in alike {
            arms.add(patterns.into_iter().collect(), self.known(own, declared));
        }
        arms.into_tokens()
    }

    /// What the texts beside the message show.
    fn bound_by_texts(&self, bounds: &mut Bounds<'_>) {
        for variant in &self.item.variants {
            if let Some((own, _)) = variant.own() {
                let headers = own.headers.iter().map(|(_, text)| text);
                for text in own.detail.iter().chain(&own.instance).chain(headers) {
                    self.bound_by(text, variant, bounds);
                }
            }
        }
    }

    /// What inner errors must be able to do.
    pub(super) fn inner_bounds(&self) -> Bounds<'_> {
        let private = &self.private;
        let mut bounds = Bounds::new(self.ast.generics);
        for ty in self.inner() {
            // What depends on a parameter has a contract where the type is used: see `checked_where_used`.
            let contract = depends(ty, self.ast.generics).then(|| quote!(+ #private::Contract));
            bounds.deferred(&quote!(#ty: #private::ApiError #contract));
        }
        bounds
    }

    fn detail(&self) -> TokenStream {
        let (private, reply) = (&self.private, &self.reply);
        let arms = self.arms(&|variant, own| {
            let text = own.detail.as_ref().filter(|text| text.fixed.is_none())?;
            let arguments = self.arguments(text, variant);
            let body = quote!(#private::Cow::Owned(#private::shown(#arguments)));
            Some((text.fields.as_slice().to_vec(), body))
        });
        let body = self.matched(arms, quote!(#reply(self).detail(self)));
        quote!(fn detail(&self) -> #private::Cow<'_, #private::Str> { #body })
    }

    fn instance(&self) -> TokenStream {
        let (private, reply) = (&self.private, &self.reply);
        let option = quote!(#private::std::option::Option);
        let arms = self.arms(&|variant, own| {
            let text = own.instance.as_ref()?;
            let body = if let Some(text) = &text.fixed {
                quote!(#option::Some(#private::Cow::Borrowed(#text)))
            } else {
                let arguments = self.arguments(text, variant);
                quote!(#private::uri(#arguments))
            };
            Some((text.fields.as_slice().to_vec(), body))
        });
        let body = self.matched(arms, quote!(#reply(self).instance()));
        quote!(fn instance(&self) -> #option<#private::Cow<'_, #private::Str>> { #body })
    }

    fn headers(&self) -> TokenStream {
        let (private, reply, value) = (&self.private, &self.reply, &self.value);
        let arms = self.arms(&|variant, own| {
            let mut fields = Set::default();
            for (_, text) in &own.headers {
                fields.extend(text.fields.as_slice().iter().copied());
            }
            let headers = own.headers.iter().map(|(name, text)| {
                let arguments = self.arguments(text, variant);
                quote!(#private::insert_header(&mut #value, const { #private::http::HeaderName::from_static(#name) }, #arguments);)
            });
            (!own.headers.is_empty()).then(|| (fields.as_slice().to_vec(), quote!({ #(#headers)* })))
        });
        let add = self.matched(arms, quote!({}));
        quote! {
            fn headers(&self) -> #private::http::HeaderMap {
                let mut #value = #reply(self).headers();
                #add
                #value
            }
        }
    }

    fn any(&self, has: impl Fn(&Response<'_>) -> bool) -> bool {
        self.item
            .variants
            .iter()
            .any(|variant| variant.own().is_some_and(|(own, _)| has(own)))
    }
}
