//! A parameter of the handler: its own attributes, and how the function takes it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Ident};

use super::message as refusal;
use super::options::{self, Options};
use super::returned::result_type;
use super::signature::{Parameter, Signature};
use crate::code::Code;
use crate::errors::Errors;

/// A parameter and its own attributes.
pub(super) struct Extractor<'a> {
    pub(super) parameter: &'a Parameter,
    /// Its other attributes.
    pub(super) attributes: Vec<&'a Attribute>,
    pub(super) into: bool,
    pub(super) declares: Option<Vec<Code>>,
}

impl<'a> Extractor<'a> {
    pub(super) fn read(parameter: &'a Parameter, errors: &mut Errors) -> Self {
        let mut extractor = Extractor {
            parameter,
            attributes: Vec::new(),
            into: false,
            declares: None,
        };
        for attribute in &parameter.attributes {
            if attribute.path().is_ident("into") {
                extractor.into = true;
                if attribute.meta.require_path_only().is_err() {
                    let text = refusal::INTO_TAKES_NOTHING;
                    errors.push(syn::Error::new(attribute.path().span(), text));
                }
            } else if attribute.path().is_ident("declares") {
                let key = Ident::new("declares", attribute.path().span());
                let usage = refusal::EMPTY_DECLARES_ON_PARAMETER;
                let codes = match attribute.meta.require_list() {
                    Ok(_) => attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
                        options::codes(input, &key, usage)
                    }),
                    Err(_) => Err(syn::Error::new(key.span(), usage)),
                };
                extractor.declares = errors.absorb(codes);
            } else {
                extractor.attributes.push(attribute);
            }
        }
        if extractor.into && extractor.declares.is_some() {
            let text = refusal::INTO_AND_DECLARES;
            errors.push(syn::Error::new(parameter.ty.span(), text));
        }
        extractor
    }

    /// The parameter as the function takes it: `Or(Json(pet), _): Or<Json<NewPet>, Result<(), AddPetError>>`.
    pub(super) fn print(&self, options: &Options, signature: &Signature) -> TokenStream {
        let (attributes, pattern) = (&self.attributes, &self.parameter.pattern);
        let ty = &self.parameter.ty;
        let facade = options.facade();
        let handlers = quote!(#facade::__private::handlers);
        if self.into
            && let Some(result) = result_type(signature, &handlers)
        {
            let place = ty.span();
            let or = quote_spanned!(place=> #facade::__private::handlers::Or);
            return quote_spanned!(place=> #(#attributes)* #or(#pattern, _): #or<#ty, #result>);
        }
        if let Some(codes) = &self.declares {
            let stated = stated(codes, &handlers);
            return quote!(#(#attributes)* #handlers::Declares(#pattern, _): #handlers::Declares<#ty, #stated>);
        }
        quote!(#(#attributes)* #pattern: #ty)
    }

    /// The statuses of the parameter, or none if its `#[cfg(…)]` removes it.
    pub(super) fn part(&self, private: &Ident, part: TokenStream) -> TokenStream {
        let mut conditions = self
            .attributes
            .iter()
            .filter(|one| one.path().is_ident("cfg"));
        let Some(first) = conditions.next() else {
            return part;
        };
        quote!({
            let part = #private::handlers::Part::NONE;
            #first
            #(#conditions)*
            let part = #part;
            part
        })
    }
}

/// `Stated<413, Stated<422, ()>>`
pub(super) fn stated(codes: &[Code], handlers: &TokenStream) -> TokenStream {
    codes.iter().rev().fold(quote!(()), |rest, code| {
        let number = code.number;
        quote!(#handlers::Stated<#number, #rest>)
    })
}
