//! `Contract`: the table, and every status that a value can respond with.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{GenericParam, Type};

use super::Printer;
use super::bounds::{Bounds, depends, without_lifetimes};
use crate::derive::attr::Exhaustive;
use crate::derive::resolve::{Inner, Response, Variant};
use crate::derive::types;
use crate::lists::{List, each};
use crate::set::Set;

impl Printer<'_> {
    pub(super) fn contract(&self) -> TokenStream {
        let private = &self.private;
        let table = &self.table;
        let statuses = self.statuses();
        let mut bounds = Bounds::new(self.ast.generics);
        for ty in self.inner_of_parameters() {
            bounds.field(ty, &|| quote!(#private::Contract));
        }
        // What depends on a parameter is known only where the type is used.
        let known = self.inner_of_parameters().next().is_none();
        let exhaustive = self.ast.attr.exhaustive.as_ref();
        let (outside, statuses) = match exhaustive {
            Some(exhaustive) if known => (Some(self.exhaustive(exhaustive)), statuses),
            Some(exhaustive) => (None, self.exhaustive_where_used(exhaustive, &statuses)),
            None => (None, statuses),
        };
        let (sent, lacking) = (self.sent(), self.lacking());
        let body = quote! {
            const TABLE: #private::Table = #table.table();
            const STATUSES: #private::StatusSet = #statuses;
            #lacking
            const __SENT: &'static #private::Sent = #sent;
        };
        let contract = self.implement(
            Span::call_site(),
            &quote!(#private::Contract),
            &bounds.clause(),
            &body,
        );
        let (docs, instances) = (self.docs(), self.instances());
        quote!(#docs #contract #outside #instances)
    }

    /// The statuses of what depends on a parameter, checked in every function that finds a response: then no program
    /// can be built around an instance that responds with an undocumented status.
    pub(super) fn checked_where_used(&self, ty: &TokenStream) -> Option<TokenStream> {
        let private = &self.private;
        let unknown = self.inner_of_parameters().next().is_some();
        unknown.then(|| quote!(const { <#ty as #private::Contract>::STATUSES };))
    }

    /// `with(E = Timeout)`: an instance whose check `cargo check` sees.
    pub(super) fn instances(&self) -> TokenStream {
        each(&self.ast.attr.instances, |instance| {
            let span = instance.key.span();
            let ident = self.type_name();
            let arguments = self.ast.generics.params.iter().filter_map(|parameter| {
                let name = match parameter {
                    GenericParam::Lifetime(_) => return Some(quote!('static)),
                    GenericParam::Type(parameter) => &parameter.ident,
                    GenericParam::Const(parameter) => &parameter.ident,
                };
                let mut given = instance.arguments.iter();
                let (_, argument) = given.find(|(given, _)| given == name)?;
                Some(argument.to_token_stream())
            });
            let (name, contract) = (
                self.check_named(self.ast.ident, "WITH"),
                self.contract_at(span),
            );
            quote_spanned!(span=> const #name: () = { let _ = <#ident<#(#arguments),*> as #contract>::STATUSES; };)
        })
    }

    /// What documents contain beside the statuses.
    fn sent(&self) -> TokenStream {
        let (private, table) = (&self.private, &self.table);
        let name = self.ast.ident.unraw().to_string();
        let format = match &self.ast.attr.body {
            Some(body) if !self.ast.generics.params.is_empty() => {
                quote!(#private::Format::of::<#body>())
            }
            Some(_) => self.format_of_body().into_token_stream(),
            None => quote!(#table.table().format()),
        };
        let option = |value: &Option<TokenStream>| {
            if let Some(value) = value {
                quote!(#private::std::option::Option::Some(#value))
            } else {
                quote!(#private::std::option::Option::None)
            }
        };
        // Two variants may have the same.
        let mut said = Set::default();
        let mut own = TokenStream::new();
        let mut inner = TokenStream::new();
        for variant in &self.item.variants {
            let response = variant.response.as_ref();
            let code = response.and_then(|response| self.code(response));
            let body = response.and_then(Response::body);
            let body = body.map(|body| quote!(#private::Format::of::<#body>()));
            let written = format!("{} {}", code.to_token_stream(), body.to_token_stream());
            for declared in variant.statuses() {
                let number = declared.code.number;
                if said.insert(format!("{number} {written}")) {
                    let (code, body) = (option(&code), option(&body));
                    own.extend(quote!((#number, #code, #body),));
                }
            }
            if let Some(Inner { ty, .. }) = self.contracted(variant) {
                let ty = self.named(ty);
                let (code, body) = (option(&code), option(&body));
                inner.extend(quote! {
                    (
                        <#ty as #private::Contract>::TABLE,
                        <#ty as #private::Contract>::__SENT,
                        #body,
                        #code,
                    ),
                });
            }
        }
        quote! {
            &#private::Sent {
                name: #name,
                file: #private::std::file!(),
                line: #private::std::line!(),
                own: &[#own],
                format: #private::std::option::Option::Some(#format),
                inner: &[#inner],
            }
        }
    }

    /// The types of the inner errors that are passed on.
    pub(super) fn inner(&self) -> impl Iterator<Item = &Type> {
        self.item
            .variants
            .iter()
            .filter_map(|variant| variant.inner().map(|inner| inner.ty))
    }

    /// The inner error whose statuses are not the type's own.
    pub(super) fn contracted<'v>(&self, variant: &Variant<'v>) -> Option<Inner<'v>> {
        variant.inner().filter(|inner| !self.is_itself(inner.ty))
    }

    /// The inner errors that depend on a parameter, other than the type itself.
    pub(super) fn inner_of_parameters(&self) -> impl Iterator<Item = &Type> {
        let generics = self.ast.generics;
        self.inner()
            .filter(|ty| depends(ty, generics) && !self.is_itself(ty))
    }

    /// Whether a type is `Box<Self>`, by any path, with the same arguments.
    pub(super) fn is_itself(&self, ty: &Type) -> bool {
        types::pointee(ty).is_some_and(|inside| {
            let inside = inside.to_token_stream().to_string();
            inside == "Self" || inside == self.ty().to_string()
        })
    }

    /// The statuses of the variants and of their inner errors.
    fn statuses(&self) -> TokenStream {
        let private = &self.private;
        let codes = self.codes();
        let codes = List(codes.as_slice());
        let mut inner = TokenStream::new();
        for variant in &self.item.variants {
            let Some(found) = self.contracted(variant) else {
                continue;
            };
            let ty = self.named(found.ty);
            let statuses = if depends(found.ty, self.ast.generics) {
                self.covered_where_used(&ty, variant, &found)
            } else {
                // Checked outside, once.
                // Where the check stands: rustc says once of each place that what it names has failed.
                let (span, contract) = (found.span, self.contract_at(found.span));
                quote_spanned!(span=> <#ty as #contract>::STATUSES)
            };
            inner.extend(quote!(.union(#statuses)));
        }
        quote!(#private::StatusSet::of(&[#codes]) #inner)
    }

    /// The type of an inner error, for constants. One that depends on no parameter has the same lifetimes everywhere, so
    /// that rustc reports a mistake in it once.
    fn named(&self, ty: &Type) -> TokenStream {
        if depends(ty, self.ast.generics) {
            ty.to_token_stream()
        } else {
            without_lifetimes(ty)
        }
    }

    /// The checks of an inner error whose type depends on a parameter: an item could not name it.
    ///
    /// They fail in a constant of the trait, for a trait has no `const fn` that could fail at its caller. So the
    /// error stands at the variant, and rustc's note, "erroneous constant encountered", at whoever names the
    /// instance.
    fn covered_where_used(
        &self,
        ty: &TokenStream,
        variant: &Variant<'_>,
        inner: &Inner<'_>,
    ) -> TokenStream {
        let covered = self.covered(ty, inner, "covered");
        let headers = self.ast.attr.demand_headers;
        let headers = headers.then(|| self.inner_headers(ty, variant, inner.span));
        let checks = headers
            .into_iter()
            .chain(self.code_check(variant, Some(ty)));
        let checks: Vec<_> = checks.collect();
        if checks.is_empty() {
            return covered;
        }
        quote!({ #(#checks;)* #covered })
    }

    /// The statuses whose responses may lack the header field that RFC 9110 requires; without headers and inner errors it
    /// is what the trait says.
    fn lacking(&self) -> Option<TokenStream> {
        let private = &self.private;
        let mut own: Vec<(u16, Vec<&str>)> = Vec::new();
        let mut inner = TokenStream::new();
        for variant in &self.item.variants {
            let names = variant.certain_headers();
            for declared in variant.statuses() {
                let code = declared.code.number;
                match own.iter_mut().find(|(other, _)| *other == code) {
                    Some((_, known)) => known.retain(|name| names.contains(name)),
                    None => own.push((code, names.clone())),
                }
            }
            if let Some(found) = self.contracted(variant) {
                let (ty, names) = (self.named(found.ty), List(&names));
                inner.extend(quote! {
                    .union(#private::check::without_given(<#ty as #private::Contract>::LACKING_HEADERS, &[#names]))
                });
            }
        }
        own.retain(|(_, names)| !names.is_empty());
        if own.is_empty() && inner.is_empty() {
            return None;
        }
        let codes = self.codes();
        let codes = List(codes.as_slice());
        let headers = each(&own, |(code, names)| {
            let names = List(names);
            quote!((#code, &[#names]),)
        });
        Some(quote! {
            const LACKING_HEADERS: #private::StatusSet =
                #private::check::lacking(#private::StatusSet::of(&[#codes]), &[#headers]) #inner;
        })
    }

    /// `exhaustive`: every documented error is used or excepted. Each needless exception is an error of its own.
    fn exhaustive(&self, exhaustive: &Exhaustive) -> TokenStream {
        let span = exhaustive.span;
        let (root, table) = (&self.private, self.table_at(span));
        let name = self.ast.ident.unraw().to_string();
        let statuses = self.statuses();
        let set = self.names.local("STATUSES");
        let check = self.check_named(self.ast.ident, "EXHAUSTIVE");
        let codes = List(&exhaustive.except);
        let excepted = each(&exhaustive.except, |code| {
            let span = code.span;
            let number = code.number;
            let name = format!("EXCEPT_{number}");
            let name = self.check_named(self.ast.ident, &name);
            let table = self.table_at(span);
            quote_spanned!(span=> const #name: () = #table.excepted(#set, #number);)
        });
        let service_codes = exhaustive.codes.map(|span| {
            let responses = self.names.local("SENT");
            let used = self.codes_used();
            let check = self.check_named(self.ast.ident, "CODES");
            let table = self.table_at(span);
            let texts = List(&exhaustive.except_codes);
            let exceptions = each(&exhaustive.except_codes, |text| {
                let table = self.table_at(text.span());
                quote_spanned!(text.span()=> const _: () = #table.excepted_code(#responses, #text);)
            });
            let check = quote_spanned!(span=> const #check: () = #table.codes(#name, #responses, &[#texts]););
            quote!(const #responses: &#root::Sent = #used; #exceptions #check)
        });
        quote_spanned! {span=>
            const #set: #root::StatusSet = #statuses;
            #excepted
            const #check: () = #table.exhaustive(#name, #set, &[#codes]);
            #service_codes
        }
    }

    /// `codes`: the service error codes that are used, but for those by value.
    fn codes_used(&self) -> TokenStream {
        let private = &self.private;
        let none = quote!(#private::std::option::Option::None);
        let (mut own, mut inner) = (TokenStream::new(), TokenStream::new());
        for variant in &self.item.variants {
            let response = variant.response.as_ref();
            let code = response.and_then(|response| self.code(response));
            match (self.contracted(variant), code) {
                (_, Some(code)) => {
                    let code = quote!(#private::std::option::Option::Some(#code));
                    own.extend(quote!((0, #code, #none),));
                }
                (Some(Inner { ty, .. }), None) => {
                    let ty = self.named(ty);
                    let contract = quote!(<#ty as #private::Contract>);
                    inner.extend(quote!((#contract::TABLE, #contract::__SENT, #none, #none),));
                }
                (None, None) => {}
            }
        }
        quote! {
            &#private::Sent { own: &[#own], inner: &[#inner], ..*#private::Sent::UNKNOWN }
        }
    }

    /// The same as a block around `statuses`, because an item in it could not name a parameter.
    fn exhaustive_where_used(
        &self,
        exhaustive: &Exhaustive,
        statuses: &TokenStream,
    ) -> TokenStream {
        let value = &self.value;
        let name = self.ast.ident.unraw().to_string();
        let codes = List(&exhaustive.except);
        let excepted = each(&exhaustive.except, |code| {
            let number = code.number;
            let table = self.table_at(code.span);
            quote_spanned!(code.span=> #table.excepted(#value, #number);)
        });
        let table = self.table_at(exhaustive.span);
        let check = quote_spanned!(exhaustive.span=> #table.exhaustive(#name, #value, &[#codes]););
        let service_codes = exhaustive.codes.map(|span| {
            let used = self.codes_used();
            let texts = List(&exhaustive.except_codes);
            let table = self.table_at(span);
            let excepted = each(&exhaustive.except_codes, |text| {
                let table = self.table_at(text.span());
                quote_spanned!(text.span()=> #table.excepted_code(#used, #text);)
            });
            quote_spanned!(span=> #excepted #table.codes(#name, #used, &[#texts]);)
        });
        quote!({
            let #value = #statuses;
            #excepted
            #check
            #service_codes
            #value
        })
    }
}
