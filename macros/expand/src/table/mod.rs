//! `status_table!`: modules from documents, from rows that are written inline, and from other tables.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};

use crate::errors::Errors;

#[cfg(test)]
mod bounded;
mod contents;
mod data;
mod doc;
mod document;
mod file;
#[cfg(feature = "openapi")]
mod openapi;
mod parse;
mod print;

use contents::Contents;
use parse::{Module, Source};

/// Expands `status_table!`.
pub fn expand(input: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parser = |input: ParseStream<'_>| {
        let krate = crate::facade(input)?;
        Ok((krate, parse::modules(input, &mut errors)))
    };
    let parsed = parser.parse2(input.clone());
    let Some((krate, modules)) = errors.absorb(parsed) else {
        return errors.located(input).into_tokens();
    };
    let mut errors = errors.located(input);
    let modules = distinct(modules, &mut errors);
    let (tables, refusals): (Vec<_>, Vec<_>) = modules.iter().map(read).unzip();
    let modules = print::modules(&krate, &modules, &tables);
    let errors = errors.into_tokens();
    quote::quote!(#modules #errors #(#refusals)*)
}

/// The modules, without those whose name is taken. If two depend on the configuration, rustc may never see both.
fn distinct(modules: Vec<Module>, errors: &mut Errors) -> Vec<Module> {
    let mut kept: Vec<Module> = Vec::new();
    for module in modules {
        let taken = |other: &Module| {
            other.name == module.name && other.cfg().next().or(module.cfg().next()).is_none()
        };
        if kept.iter().any(taken) {
            let message = crate::message::repeated_module(&module.name.to_string());
            errors.push(syn::Error::new(module.name.span(), message));
        } else {
            kept.push(module);
        }
    }
    for at in 0..kept.len() {
        let Some(module) = kept.get(at).filter(|module| made_of_itself(module, &kept)) else {
            continue;
        };
        let message = crate::message::union_of_itself(&module.name.to_string());
        errors.push(syn::Error::new(module.name.span(), message));
        if let Some(module) = kept.get_mut(at) {
            module.source = Source::Broken;
        }
    }
    kept
}

/// Returns whether a union includes itself, also through other unions of the call.
fn made_of_itself(module: &Module, modules: &[Module]) -> bool {
    let mut reached: Vec<&Module> = vec![module];
    let mut at = 0;
    while let Some(Module { source, .. }) = reached.get(at).copied() {
        at += 1;
        let Source::Tables(parts) = source else {
            continue;
        };
        for part in parts.iter().filter_map(|part| part.table.get_ident()) {
            if *part == module.name {
                return true;
            }
            let next = modules.iter().find(|other| other.name == *part);
            reached.extend(next.filter(|next| reached.iter().all(|known| known.name != next.name)));
        }
    }
    false
}

/// The contents of a module, and whether it was refused. `None` for input that could not be parsed, and for a union,
/// which rustc makes from other tables.
fn read(module: &Module) -> (Option<Contents>, TokenStream) {
    let mut errors = Errors::default();
    let contents = match &module.source {
        Source::Document(document) => document::read(document, &mut errors),
        Source::Inline(rows) => Some(Contents::inline(rows, &mut errors)),
        Source::Tables(_) | Source::Broken => None,
    };
    let mut errors = errors.into_tokens();
    if !errors.is_empty() && module.cfg().next().is_some() {
        // A document may be missing if its module is configured out.
        let cfg = module.cfg();
        errors = quote::quote!(#(#cfg)* const _: () = { #errors };);
    }
    (contents, errors)
}
