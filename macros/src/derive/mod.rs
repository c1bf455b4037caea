//! `#[derive(ApiError)]`: `ast` reads the error type, `check` refuses, `expand` prints.

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};

pub(crate) use attr::key;

use crate::errors::Errors;

mod arguments;
mod ast;
mod attr;
mod bounds;
mod check;
mod expand;
mod extension;
mod format;
mod header;
mod names;
mod status_attr;
mod text;
mod types;
mod uri;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let names = names::Names::new(&input);
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let item = ast::Item::read(&input, &names, &mut errors);
    if matches!(input.data, Data::Union(_)) {
        // It cannot even have a `Debug` of its own: every impl would only be another mistake.
        return errors.into_tokens();
    }
    expand::item(&item, &names, errors)
}
