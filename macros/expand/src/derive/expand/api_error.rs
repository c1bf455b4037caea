//! `ApiError`, and the response for each framework.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericParam, Lifetime};

use super::arms::{Arm, Arms};
use super::bounds::{self, Bounds, depends};
use super::{Printer, parameter, parameters};
use crate::derive::resolve::{Inner, Message, Response, Source, Value, Variant};
use crate::derive::types;
use crate::lifetimes;

impl Printer<'_> {
    pub(super) fn api_error(&self) -> TokenStream {
        let (private, outcome) = (&self.private, &self.outcome);
        let find = self.find_reply();
        let inner = self.inner().next().is_some();
        let str = quote!(&'static #private::Str);
        let option = quote!(#private::std::option::Option);
        let error_code = (inner || self.any(Response::has_error_code)).then(|| self.error_code());
        let problem_type = (inner || self.any(|own| own.problem_type().is_some())).then(
            || quote!(fn problem_type(&self) -> #option<#str> { #outcome(self).problem_type() }),
        );
        let detail = self.detail();
        let headers = if inner || self.any(|own| !own.headers.is_empty()) {
            self.headers()
        } else {
            quote!(fn __headers_into(&self, _: &mut #private::http::HeaderMap) {})
        };
        let instance = (inner || self.any(|own| own.instance.is_some())).then(|| self.instance());
        let extensions = self.extensions(inner);
        let format = self.format();
        let fixed = self.fixed();
        let body = quote! {
            fn status(&self) -> #private::Status { #outcome(self).status() }
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

    /// The response traits of every enabled framework.
    pub(super) fn responses(&self) -> TokenStream {
        if self.ast.skip().responses {
            return TokenStream::new();
        }
        let private = &self.private;
        // The lifetimes of the macro begin like this.
        let apart = |tokens| {
            lifetimes::renamed(tokens, &|name| {
                let name = name.to_string();
                name.strip_prefix("__").map(|rest| format!("__user_{rest}"))
            })
        };
        let (ty, parameters) = (apart(self.ty()), apart(parameters(self.ast.generics)));
        let mut bounds = Bounds::new(self.ast.generics);
        if self.is_unsized() {
            // A response takes the error by value.
            let ty = self.ty();
            bounds.deferred(&quote!(#ty: #private::std::marker::Sized));
        }
        let predicates = apart(bounds.predicates());
        quote!(#private::respond_traits! { [#parameters] [#ty] [#predicates] })
    }

    /// The function that returns the response of a value.
    fn find_reply(&self) -> TokenStream {
        let (private, outcome, value) = (&self.private, &self.outcome, &self.value);
        let body = if self.is_empty() {
            quote!(match *#value {})
        } else {
            self.outcomes()
        };
        let ty = self.ty();
        let mut bounds = self.inner_bounds();
        if self.inner().any(|inner| self.is_itself(inner)) {
            bounds.itself(quote!(#ty: #private::ApiError));
        }
        if self.ast.generics.params.is_empty() {
            let clause = bounds.clause();
            return quote!(fn #outcome(#value: &#ty) -> #private::Outcome<'_> #clause { #body });
        }
        let lifetime = Lifetime::new(&format!("'{outcome}"), Span::call_site());
        let (parameters, ty) = self.without_single_lifetimes(&bounds.clause());
        let clause = bounds.whole_clause();
        let check = self.checked_where_used(&ty);
        quote!(fn #outcome <#lifetime, #parameters> (#value: &#lifetime #ty) -> #private::Outcome<#lifetime> #clause { #check #body })
    }

    /// The parameters of a function and the type with them: a lifetime that nothing else names has no name (the lint
    /// `single_use_lifetimes`).
    fn without_single_lifetimes(&self, clause: &TokenStream) -> (TokenStream, TokenStream) {
        let (all, ident) = (self.ast.generics, self.type_name());
        let (named, _, _) = all.split_for_impl();
        let named = quote!(#named #clause);
        let is_single = |name: &Lifetime| bounds::occurrences(named.clone(), &name.ident) == 1;
        let arguments = all.params.iter().map(|parameter| match parameter {
            GenericParam::Lifetime(of) if is_single(&of.lifetime) => quote!('_),
            GenericParam::Lifetime(of) => of.lifetime.to_token_stream(),
            GenericParam::Type(of) => of.ident.to_token_stream(),
            GenericParam::Const(of) => of.ident.to_token_stream(),
        });
        let named = all.params.iter().filter(|parameter| match parameter {
            GenericParam::Lifetime(of) => !is_single(&of.lifetime),
            GenericParam::Type(_) | GenericParam::Const(_) => true,
        });
        let bare = named.map(|one| parameter(one, false));
        (quote!(#(#bare,)*), quote!(#ident<#(#arguments),*>))
    }

    /// A match over the variants. An arm is a status and a text where nothing else is known, because rustc takes longer
    /// for a call in each of a thousand arms. The other arms return.
    fn outcomes(&self) -> TokenStream {
        let (private, value) = (&self.private, &self.value);
        let own = |known: &TokenStream| quote!(return #private::Outcome::Own(#known));
        let mut arms = Arms::default();
        let mut has_pairs = false;
        for variant in &self.item.variants {
            let Some(response) = &variant.response else {
                continue;
            };
            if let Some(inner) = variant.inner() {
                let pattern = self.pattern(variant, &[inner.index]);
                let outcome = self.inner_outcome(variant, &inner);
                arms.add(pattern, quote!(return #outcome));
            } else if let Some(code) = response.plain_code() {
                let (pattern, status) = (self.pattern(variant, &[]), self.status(code));
                if let Some(text) = response.message.fixed() {
                    has_pairs = true;
                    arms.add(pattern, quote!((#status, #text)));
                } else {
                    let documented = matches!(response.message, Message::Documented);
                    arms.share(format!("{code} {documented}"), pattern, || {
                        own(&self.known(response, &status.to_token_stream()))
                    });
                }
            } else if let Some((bound, known)) = self.case(variant) {
                arms.add(self.pattern(variant, &bound), own(&known));
            }
        }
        let arms = arms.into_tokens();
        let found = quote!(match #value { #arms });
        if has_pairs {
            quote!(#private::Outcome::of(#found))
        } else {
            found
        }
    }

    /// The bindings of a variant with a status of its own, and its response.
    pub(super) fn case(&self, variant: &Variant<'_>) -> Option<Arm> {
        let response = variant.response.as_ref()?;
        let (bound, status) = match &response.source {
            Source::Own(declared) => (
                Vec::new(),
                self.status(declared.code.number).into_token_stream(),
            ),
            Source::Any { codes, by } => {
                let codes = codes.iter().map(|declared| declared.code.number);
                let span = by.extra.span;
                let place = Span::call_site().located_at(span);
                let (root, table) = (self.names.private(place), &self.table);
                let (fields, by) = (by.fields.clone(), self.expression_outside(by, variant));
                let by = quote_spanned!(place=> #root::IsStatus::code(#by));
                let status = quote!(#table.any(&[#(#codes),*], #by));
                (fields, status)
            }
            Source::Inner { .. } => return None,
        };
        Some((bound, self.known(response, &status)))
    }

    /// The inner error, and what the variant overrides.
    fn inner_outcome(&self, variant: &Variant<'_>, inner: &Inner<'_>) -> TokenStream {
        let (private, table) = (&self.private, &self.table);
        let error = self.inner_error(inner);
        let mut outcome = quote!(#private::Outcome::inner(#table.table(), #error));
        if let Some(response) = &variant.response {
            if !matches!(response.message, Message::Transparent(_)) {
                outcome.extend(quote!(.message()));
            }
            if response.is_public() {
                outcome.extend(quote!(.public()));
            }
            if let Some(code) = self.code(response) {
                outcome.extend(quote!(.code(#code)));
            }
            if let Some(uri) = response.problem_type() {
                outcome.extend(quote!(.problem_type(#uri)));
            }
        }
        quote!(#private::Outcome::Inner(#outcome))
    }

    /// The inner error. The check of its statuses also checks that its type is an error.
    pub(super) fn inner_error(&self, inner: &Inner<'_>) -> TokenStream {
        let (private, binding) = (&self.private, self.field(inner.index));
        if depends(inner.ty, self.ast.generics) || self.is_itself(inner.ty) {
            quote!(#binding)
        } else {
            quote!(#private::InnerError::of(#binding).__error())
        }
    }

    /// The fields that the texts other than the message show.
    fn bound_by_texts(&self, bounds: &mut Bounds<'_>) {
        let private = &self.private;
        for variant in &self.item.variants {
            let Some(response) = &variant.response else {
                continue;
            };
            for text in response.detail.iter().chain(&response.instance) {
                self.bound_by(text, variant, bounds);
            }
            for header in &response.headers {
                match &header.value {
                    Value::Text(text) => self.bound_by(text, variant, bounds),
                    Value::Expression(value) => {
                        let field = value.lone.and_then(|index| variant.fields().get(index));
                        if let Some(field) = field {
                            let shown = types::option(field.ty).unwrap_or(field.ty);
                            bounds.field(shown, &|| quote!(#private::std::fmt::Display));
                        }
                    }
                }
            }
        }
    }

    /// The bounds of inner errors.
    pub(super) fn inner_bounds(&self) -> Bounds<'_> {
        let private = &self.private;
        let mut bounds = Bounds::new(self.ast.generics);
        for ty in self.inner_of_parameters() {
            // The contract is checked where the type is used: see `checked_where_used`.
            bounds.deferred(&quote!(#ty: #private::ApiError + #private::Contract));
        }
        bounds
    }

    /// Whether the type may be unsized, such as a struct whose last field is a `Path`.
    fn is_unsized(&self) -> bool {
        let mut variants = self.item.variants.iter();
        !self.is_enum() && variants.any(|one| one.ast.unsized_tail(self.ast.generics))
    }

    fn error_code(&self) -> TokenStream {
        let (private, outcome) = (&self.private, &self.outcome);
        let arms = self.arms(&|variant, response| {
            let code = response.code_by_value.as_ref()?;
            let place = Span::call_site().located_at(code.extra.span);
            let (root, value) = (self.names.private(place), self.expression(code, variant));
            let body = quote_spanned!(place=> #root::ErrorCodeOf::error_code(#value));
            Some((code.fields.clone(), body))
        });
        let body = self.matched(arms, quote!(#outcome(self).error_code()));
        quote!(fn error_code(&self) -> #private::std::option::Option<&#private::Str> { #body })
    }

    fn detail(&self) -> TokenStream {
        let (private, outcome) = (&self.private, &self.outcome);
        let arms = self.arms(&|variant, response| {
            let text = response.detail.as_ref()?;
            let body = match &text.fixed {
                // It is a constant beside the status.
                Some(_) if variant.inner().is_none() => return None,
                Some(text) => quote!(#private::Cow::Borrowed(#text)),
                None => {
                    let arguments = self.arguments(text, variant);
                    quote!(#private::Cow::Owned(#private::shown(#arguments)))
                }
            };
            Some((text.fields.as_slice().to_vec(), body))
        });
        let shown = if self.is_unsized() {
            quote!(&#private::std::format_args!("{}", self))
        } else {
            quote!(self)
        };
        let body = self.matched(arms, quote!(#outcome(self).detail(#shown)));
        quote!(fn detail(&self) -> #private::Cow<'_, #private::Str> { #body })
    }

    fn instance(&self) -> TokenStream {
        let (private, outcome) = (&self.private, &self.outcome);
        let option = quote!(#private::std::option::Option);
        let arms = self.arms(&|variant, response| {
            let text = response.instance.as_ref()?;
            let body = if let Some(text) = &text.fixed {
                quote!(#option::Some(#private::Cow::Borrowed(#text)))
            } else {
                let arguments = self.arguments(text, variant);
                quote!(#private::uri(#arguments))
            };
            Some((text.fields.as_slice().to_vec(), body))
        });
        let body = self.matched(arms, quote!(#outcome(self).instance()));
        quote!(fn instance(&self) -> #option<#private::Cow<'_, #private::Str>> { #body })
    }

    fn any<'i>(&'i self, has: impl Fn(&Response<'i>) -> bool) -> bool {
        let mut responses = self.item.variants.iter();
        responses.any(|variant| variant.response.as_ref().is_some_and(&has))
    }
}
