//! `#[handles(TABLE, …)]`: what a handler can respond with, checked against its operation.
//!
//! `signature` parses the function without its body, and `options` the attribute. `output` splits the return type. `refuse`
//! refuses what cannot be checked, `checked` collects the types that can, `checks` prints their checks, and `expand` the
//! function.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Meta};

use crate::errors::Errors;

mod associated;
mod checked;
mod checks;
mod expand;
mod extractor;
mod message;
mod names;
mod options;
mod output;
mod refuse;
mod returned;
mod shown;
mod signature;
mod state;

use options::Options;
use signature::Signature;

/// The function, and the checks beside it.
pub fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = Options::read(arguments, &mut errors);
    let signature = match Signature::parse.parse2(item.clone()) {
        Ok(signature) => signature.with_one_table(&mut errors),
        Err(error) => {
            errors.push(error);
            let errors = errors.into_tokens();
            return quote!(#errors #item);
        }
    };
    expand::function(&options, &signature, errors)
}

/// The checks that stand in the attribute `#[__checks { … }]` of a handler's hidden type.
pub fn checks(item: TokenStream) -> TokenStream {
    let read = |input: ParseStream<'_>| {
        let attributes = input.call(Attribute::parse_outer)?;
        input.parse::<TokenStream>()?;
        Ok(attributes)
    };
    let attributes = read.parse2(item).unwrap_or_default();
    let checks = attributes.into_iter().filter_map(|one| match one.meta {
        Meta::List(list) if list.path.is_ident("__checks") => Some(list.tokens),
        _ => None,
    });
    checks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_handler_still_has_an_operation() {
        let add = quote!(
            async fn add() -> Created {}
        );
        let printed = expand(quote!(add_pet, exhaustif), &add).to_string();
        assert!(printed.contains("compile_error"), "{printed}");
        assert!(printed.contains(":: Handles for add {"), "{printed}");
        assert!(
            printed.contains("async fn add () -> Created { }"),
            "{printed}"
        );
    }

    #[test]
    fn the_framework_is_named_or_inferred_or_not_needed() {
        let framework = |arguments: &str, parameters: &str| {
            let add = format!("async fn add({parameters}) -> Created {{}}");
            let printed = expand(arguments.parse().unwrap(), &add.parse().unwrap());
            let printed = printed.to_string().replace(' ', "");
            let (_, rest) = printed.split_once("let__framework=")?;
            let (framework, _) = rest.split_once(';')?;
            Some(framework.replace("__statusbook::handlers::", "~"))
        };
        assert_eq!(framework("add_pet", ""), None);
        assert_eq!(framework("add_pet", "#[declares(400)] pet: Pet"), None);
        for (arguments, parameters, found) in [
            ("add_pet", "pet: Pet", "~Framework::<_,()>::new()"),
            (
                "add_pet, framework = axum",
                "",
                "~Framework::<~axum::Axum,()>::named()",
            ),
            (
                "add_pet, framework = poem, state = App",
                "pet: Pet",
                "~Framework::<~poem::Poem,App>::named()",
            ),
            (
                "add_pet, framework = rocket",
                "",
                "~Framework::<~Unchecked,()>::named()",
            ),
        ] {
            assert_eq!(
                framework(arguments, parameters).as_deref(),
                Some(found),
                "{arguments}"
            );
        }
    }
}
