//! After a mistake: impls without function, to avoid follow-on errors.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::Printer;
use super::bounds::Bounds;
use crate::errors::Errors;

impl Printer<'_> {
    pub(super) fn fallback(&self, errors: Errors) -> TokenStream {
        let private = &self.private;
        let errors = errors.into_tokens();
        let formatter = &self.formatter;
        let span = Span::call_site();
        let mut bounds = Bounds::new(self.ast.generics);
        let own = bounds.clause();
        let display = (!self.ast.skip().display).then(|| {
            let body = quote! {
                fn fmt(&self, #formatter: &mut #private::std::fmt::Formatter<'_>) -> #private::std::fmt::Result {
                    loop {}
                }
            };
            self.implement(span, &quote!(#private::std::fmt::Display), &own, &body)
        });
        bounds.itself(quote!(Self: #private::std::fmt::Debug + #private::std::fmt::Display));
        let error = (!self.ast.skip().error).then(|| {
            let of = quote!(#private::std::error::Error);
            self.implement(span, &of, &bounds.clause(), &TokenStream::new())
        });
        let from = (!self.ast.skip().from).then(|| self.from(true));
        let mut bounds = Bounds::new(self.ast.generics);
        bounds.itself(quote!(Self: #private::std::error::Error));
        let body = quote!(fn status(&self) -> #private::Status { loop {} });
        let api_error = self.implement(span, &quote!(#private::ApiError), &bounds.clause(), &body);
        // The constant is not evaluated, so that its uses cause no errors.
        let body = quote! {
            const TABLE: #private::Table = { #errors loop {} };
            const STATUSES: #private::StatusSet = <Self as #private::Contract>::TABLE.documented();
        };
        let contract = self.implement(span, &quote!(#private::Contract), &own, &body);
        let responses = self.responses();
        quote!(#display #error #from #api_error #contract #responses)
    }
}
