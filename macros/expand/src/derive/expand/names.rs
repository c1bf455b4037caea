//! Names for the generated code that do not occur in the user's code.

use std::cell::RefCell;

use proc_macro2::{Span, TokenStream};
use quote::format_ident;
use syn::Ident;
use syn::ext::IdentExt;

use crate::names::upper;
use crate::set::Set;

/// The text of the item, and names that do not occur in it, or in a message, which may capture a constant.
pub(crate) struct Names {
    text: String,
    /// Whether the text has words like the names of checks.
    crowded: bool,
    given: RefCell<Set<String>>,
    prefix: String,
}

impl Names {
    /// Names for the code that is generated beside `item`.
    pub(crate) fn new(item: &TokenStream) -> Self {
        let text = item.to_string();
        let mut prefix = "__".to_owned();
        while text.contains(&prefix) {
            prefix.push('_');
        }
        let mut parts = text.split('_').skip(1);
        let crowded =
            parts.any(|part| part.starts_with(|letter: char| letter.is_ascii_uppercase()));
        Names {
            text,
            crowded,
            given: RefCell::default(),
            prefix,
        }
    }

    /// The binding of a field in a pattern.
    ///
    /// It has the place `place` and the hygiene of the derive, because a message may come from outside of the macro
    /// that made the type.
    pub(crate) fn field(&self, index: usize, place: Span) -> Ident {
        let span = Span::call_site().located_at(place);
        Ident::new(&format!("{}field_{index}", self.prefix), span)
    }

    /// The hidden module of the facade.
    pub(crate) fn private(&self, place: Span) -> Ident {
        Ident::new(&format!("{}statusbook", self.prefix), place)
    }

    /// A parameter, function or constant of the generated code.
    pub(crate) fn local(&self, name: &str) -> Ident {
        format_ident!("{}{name}", self.prefix)
    }

    /// `NOT_FOUND_STATUS` for a variant `NotFound`: the name that rustc shows where the check fails.
    pub(crate) fn constant(&self, variant: &Ident, role: &str) -> Ident {
        let mut name = format!("{}_{role}", upper(&variant.unraw().to_string()));
        let mut given = self.given.borrow_mut();
        while (self.crowded && self.text.contains(&name)) || !given.insert(name.clone()) {
            name.push('_');
        }
        format_ident!("{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn similar_variants_get_different_constants() {
        let names = Names::new(&quote!(
            enum E {
                AaBb,
                Aa_Bb,
                AA_BB,
            }
        ));
        let one = names.constant(&format_ident!("AaBb"), "STATUS");
        let two = names.constant(&format_ident!("Aa_Bb"), "STATUS");
        let three = names.constant(&format_ident!("r#AA_BB"), "STATUS");
        assert!(one != two && two != three && one != three);
    }

    #[test]
    fn names_of_the_user_are_avoided() {
        let names = Names::new(&quote!(
            #[status(404, "{A_STATUS}")]
            struct A {
                __field_0: u8,
            }
        ));
        assert_eq!(names.field(0, Span::call_site()), "___field_0");
        assert_eq!(names.constant(&format_ident!("A"), "STATUS"), "A_STATUS_");
    }
}
