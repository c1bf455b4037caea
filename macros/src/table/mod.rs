//! `status_table!`: modules from documents, from rows that are written inline, and from other tables.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};

use crate::errors::Errors;

mod contents;
mod data;
mod doc;
mod document;
#[cfg(feature = "openapi")]
mod openapi;
mod parse;
mod print;

use contents::Contents;
use parse::{Module, Source};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parser = |input: ParseStream<'_>| {
        let krate = crate::facade(input)?;
        Ok((krate, parse::modules(input, &mut errors)))
    };
    let Some((krate, modules)) = parser
        .parse2(input)
        .map_err(|error| errors.push(error))
        .ok()
    else {
        return errors.into_tokens();
    };
    let modules = distinct(modules, &mut errors);
    let tables = read(&modules, &mut errors);
    let modules = print::modules(&krate, &modules, &tables);
    let errors = errors.into_tokens();
    quote::quote!(#modules #errors)
}

/// The modules without those whose name is taken.
fn distinct(modules: Vec<Module>, errors: &mut Errors) -> Vec<Module> {
    let mut kept: Vec<Module> = Vec::new();
    for module in modules {
        if kept.iter().any(|other| other.name == module.name) {
            let message = crate::message::repeated_module(&module.name.to_string());
            errors.push(syn::Error::new(module.name.span(), message));
        } else {
            kept.push(module);
        }
    }
    kept
}

/// What each module documents: `None` for what could not be read, and for a union, which rustc makes of the others.
fn read(modules: &[Module], errors: &mut Errors) -> Vec<Option<Contents>> {
    let read = |module: &Module| match &module.source {
        Source::Document(document) => document::read(document, errors),
        Source::Inline(rows) => Some(Contents::inline(rows, errors)),
        Source::Union(_) | Source::Broken => None,
    };
    modules.iter().map(read).collect()
}
