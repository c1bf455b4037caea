//! `framework = poem`: the framework of a handler or a router, if several are enabled.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};

use crate::message;

/// A framework, named after its crate.
pub(crate) struct Framework(Ident);

const NAMES: &[&str] = &["actix_web", "axum", "poem", "rocket", "salvo", "warp"];

impl Parse for Framework {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let place = input.span();
        let name = input.call(Ident::parse_any);
        match name {
            Ok(name) if NAMES.contains(&name.to_string().as_str()) => Ok(Framework(name)),
            Ok(name) => Err(syn::Error::new(
                name.span(),
                message::unknown_key(&name.to_string(), NAMES),
            )),
            Err(_) => {
                let text = format!("expected {}", message::list(NAMES));
                Err(syn::Error::new(place, text))
            }
        }
    }
}

impl Framework {
    /// The type of the framework, in the hidden module `handlers`.
    pub(crate) fn ty(&self) -> TokenStream {
        let name = &self.0;
        match name.to_string().as_str() {
            "actix_web" => quote!(#name::ActixWeb),
            "axum" => quote!(#name::Axum),
            "poem" => quote!(#name::Poem),
            _ => quote!(Unchecked),
        }
    }

    /// Whether its extractors are checked.
    pub(crate) fn is_checked(&self) -> bool {
        matches!(self.0.to_string().as_str(), "actix_web" | "axum" | "poem")
    }

    /// The module that makes its router, in the hidden module `handlers`.
    pub(crate) fn router(&self) -> TokenStream {
        let name = &self.0;
        quote!(#name::router)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_checked_frameworks_have_a_type() {
        for name in NAMES {
            let framework: Framework = syn::parse_str(name).expect("a framework");
            let ty = framework.ty().to_string();
            let its_own = ty.starts_with(&format!("{name} :: "));
            assert_eq!(its_own, framework.is_checked(), "{ty}");
            assert_eq!(framework.router().to_string(), format!("{name} :: router"));
        }
    }
}
