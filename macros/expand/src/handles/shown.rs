//! Shows a type or pattern as a person writes it. A token stream would have a space between any two tokens.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Shows tokens, with spaces where a person puts them.
pub(super) fn shown(tokens: &TokenStream) -> String {
    let mut text = String::new();
    write(tokens, &mut text);
    text
}

fn write(tokens: &TokenStream, text: &mut String) {
    let mut after_word = false;
    for token in tokens.clone() {
        match &token {
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                if after_word {
                    text.push(' ');
                }
                text.push_str(&token.to_string());
                after_word = true;
            }
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    ',' | ';' => {
                        text.push(punct.as_char());
                        text.push(' ');
                    }
                    '+' | '=' => {
                        text.push(' ');
                        text.push(punct.as_char());
                        text.push(' ');
                    }
                    '\'' if after_word => text.push_str(" '"),
                    other => text.push(other),
                }
                after_word = false;
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    // The array of `&mut [u8; 4]`.
                    Delimiter::Bracket if after_word => (" [", "]"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => (" { ", " }"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write(&group.stream(), text);
                text.push_str(close);
                after_word = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn types_are_shown_as_they_are_written() {
        for ty in [
            "Json<NewPet>",
            "Result<Created<Json<Pet>>, AddPetError>",
            "&'static str",
            "&'a mut [u8; 4]",
            "Json<[u8; 4]>",
            "Box<dyn Error + Send>",
            "(HeaderMap, Json<Vec<Pet>>)",
            "<Add as Handler>::Error",
        ] {
            let tokens: proc_macro2::TokenStream = ty.parse().expect("tokens");
            assert_eq!(super::shown(&tokens), ty);
        }
    }
}
