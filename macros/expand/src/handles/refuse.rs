//! Refuses what cannot be checked, and options without effect.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{GenericParam, Ident, Type};

use super::extractor::Extractor;
use super::message as refusal;
use super::options::Options;
use super::output::{self, Output};
use super::returned::{future, returned};
use super::signature::Signature;
use super::state::second_state;
use crate::errors::Errors;

pub(super) fn refuse(
    options: &Options,
    signature: &Signature,
    extractors: &[Extractor<'_>],
    errors: &mut Errors,
) {
    let output = returned(signature);
    if options.declares.is_none()
        && let Some((place, text)) = output.and_then(output::hidden)
    {
        errors.push(syn::Error::new(place, refusal::hidden(&text)));
    }
    if options.declares.is_some() && !signature.asynchronous && future(signature).is_some() {
        let place = signature.name.span();
        errors.push(syn::Error::new(place, refusal::DECLARES_NEEDS_ASYNC));
    }
    let mut checked: Vec<&Type> = Vec::new();
    for extractor in extractors {
        let ty = &extractor.parameter.ty;
        let no_result = match Output::of(output) {
            Output::Unit => true,
            Output::Result(..) => false,
            Output::Whole(ty) => output::hidden(ty).is_some(),
        };
        if extractor.into && no_result {
            errors.push(syn::Error::new(ty.span(), refusal::INTO_WITHOUT_ERROR));
        }
        if extractor.declares.is_none() {
            if let Some(place) = output::keyword(ty.to_token_stream(), "impl") {
                errors.push(syn::Error::new(place, refusal::IMPL_PARAMETER));
            }
            checked.push(ty);
        }
    }
    if options.declares.is_none() {
        checked.extend(output);
    }
    for ty in &checked {
        if let Some(place) = output::keyword(ty.to_token_stream(), "Self") {
            errors.push(syn::Error::new(place, refusal::SELF_TYPE));
        }
    }
    for parameter in &signature.generics.params {
        let name = match parameter {
            GenericParam::Type(parameter) => &parameter.ident,
            GenericParam::Const(parameter) => &parameter.ident,
            GenericParam::Lifetime(_) => continue,
        };
        let known = options.with.iter().any(|(given, _)| given == name);
        let used = |ty: &&Type| mentions(ty.to_token_stream(), name);
        if !known && checked.iter().any(used) {
            let text = refusal::generic(&name.unraw().to_string());
            errors.push(syn::Error::new(name.span(), text));
        }
    }
    for (name, _) in &options.with {
        let known = signature
            .generics
            .params
            .iter()
            .any(|parameter| match parameter {
                GenericParam::Type(parameter) => parameter.ident == *name,
                GenericParam::Const(parameter) => parameter.ident == *name,
                GenericParam::Lifetime(_) => false,
            });
        // A method has the parameters of its type too.
        if !known && signature.receiver.is_none() {
            let text = refusal::unknown_parameter(&name.to_string());
            errors.push(syn::Error::new(name.span(), text));
        }
    }
    if options.state.is_none()
        && let Some(second) = second_state(signature)
    {
        errors.push(syn::Error::new(second.span(), refusal::SEVERAL_STATES));
    }
}

/// Whether a name occurs among tokens.
fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}
