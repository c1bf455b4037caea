//! `#[derive(ApiError)]`: read → check → resolve → expand.
//!
//! `attr`, `field` and `ast` parse the error type. `check` refuses attributes that make no sense. `resolve` finds the
//! fields that texts show. `expand` prints the code. Each module uses only those before it.

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};

use crate::errors::Errors;

mod ast;
mod attr;
mod check;
#[cfg(test)]
mod cost;
mod expand;
mod field;
mod message;
mod resolve;
mod types;

/// Expands `#[derive(ApiError)]`.
pub fn expand(input: TokenStream) -> TokenStream {
    let names = expand::Names::new(&input);
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let item = ast::Item::read(&input, &mut errors);
    let refused = check::item(&item, &mut errors);
    let item = resolve::item(&item, &refused, &mut errors);
    if matches!(input.data, Data::Union(_)) {
        // It cannot even derive `Debug`, so every impl would only cause another error.
        return errors.into_tokens();
    }
    expand::item(&item, &names, errors)
}
