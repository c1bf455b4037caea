//! Names for the generated code that occur nowhere in the user's.

use std::cell::RefCell;
use std::collections::HashSet;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::format_ident;
use syn::Ident;
use syn::ext::IdentExt;

/// Every word of the item, and names that are none of them.
pub(crate) struct Names {
    taken: RefCell<HashSet<String>>,
    prefix: String,
}

impl Names {
    /// Names for the code that is generated beside `item`.
    pub(crate) fn new(item: TokenStream) -> Self {
        let mut taken = HashSet::new();
        collect(item, &mut taken);
        let mut prefix = "__".to_owned();
        while taken.iter().any(|word| word.starts_with(&prefix)) {
            prefix.push('_');
        }
        Names {
            taken: RefCell::new(taken),
            prefix,
        }
    }

    /// The binding of a field in a pattern.
    pub(crate) fn field(&self, index: usize, span: Span) -> Ident {
        Ident::new(&format!("{}field_{index}", self.prefix), span)
    }

    /// A parameter, function or constant of the generated code.
    pub(crate) fn local(&self, name: &str) -> Ident {
        format_ident!("{}{name}", self.prefix)
    }

    /// `NOT_FOUND_STATUS` for a variant `NotFound`: the name that rustc shows where the check fails.
    pub(crate) fn constant(&self, variant: &Ident, role: &str) -> Ident {
        let mut name = format!("{}_{role}", upper(&variant.unraw().to_string()));
        let mut taken = self.taken.borrow_mut();
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        // `C` and `c` may both begin an identifier, but a script without upper case may not be one in capitals.
        format_ident!("{name}")
    }
}

/// Identifiers, and words in texts: a message may capture a constant.
fn collect(tokens: TokenStream, words: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                words.insert(ident.unraw().to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), words),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.contains('{') {
                    let word = |letter: char| !letter.is_alphanumeric() && letter != '_';
                    words.extend(text.split(word).map(str::to_owned));
                }
            }
            TokenTree::Punct(_) => {}
        }
    }
}

/// `NotFound` → `NOT_FOUND`.
fn upper(name: &str) -> String {
    let mut upper = String::new();
    let mut before = ' ';
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let after_small = before.is_lowercase() || before.is_numeric();
        let begins_word =
            before.is_uppercase() && letters.peek().is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (after_small || begins_word) {
            upper.push('_');
        }
        upper.extend(letter.to_uppercase());
        before = letter;
    }
    upper
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn variants_become_constants() {
        assert_eq!(upper("NotFound"), "NOT_FOUND");
        assert_eq!(upper("HTTPError"), "HTTP_ERROR");
        assert_eq!(upper("A_B"), "A_B");
        assert_eq!(upper("AB"), "AB");
        assert_eq!(upper("V2Api"), "V2_API");
    }

    #[test]
    fn similar_variants_get_different_constants() {
        let names = Names::new(quote!(
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
        let names = Names::new(quote!(
            #[status(404, "{A_STATUS}")]
            struct A {
                __field_0: u8,
            }
        ));
        assert_eq!(names.field(0, Span::call_site()), "___field_0");
        assert_eq!(names.constant(&format_ident!("A"), "STATUS"), "A_STATUS_");
    }
}
