//! What a browser does not show, and what it shows struck out.

use super::{
    elements::Elements,
    tag::{BLOCK, Element, HIDDEN, PART, STRUCK, Tag, VOID},
    tokens::{Attributes, Token, Tokens, attribute},
};
use crate::text::fold;

/// What an element does to its content.
#[derive(Clone, Copy)]
pub(crate) struct Effects {
    /// A browser does not show it.
    pub(crate) hides: bool,
    /// It is shown struck out.
    pub(crate) strikes: bool,
    /// Its characters are shown in a different order than they are written.
    pub(crate) overrides_direction: bool,
}

/// What an element does to its content, by its tag.
pub(crate) fn effects(tag: Tag<'_>, attributes: &str) -> Effects {
    let mut effects = Effects {
        hides: tag.is(HIDDEN)
            || (tag.element == Element::Dialog && attribute(attributes, "open").is_none()),
        strikes: tag.is(STRUCK),
        overrides_direction: tag.element == Element::Bdo,
    };
    if attributes.is_empty() {
        return effects;
    }
    let (mut hidden, mut style) = (None, None);
    for (name, value) in Attributes(attributes) {
        // Of several with the same name, the first counts.
        if name.eq_ignore_ascii_case("hidden") {
            hidden.get_or_insert(value);
        } else if name.eq_ignore_ascii_case("style") {
            style.get_or_insert(value);
        }
    }
    effects.hides |= hidden.is_some_and(|value| !value.trim().eq_ignore_ascii_case("until-found"));
    if let Some(style) = style {
        effects.declare(style);
    }
    effects.hides &= !tag.is(VOID);
    effects
}

impl Effects {
    /// Adds what the declarations of the element's style do: `display: none; color: red`.
    fn declare(&mut self, style: &str) {
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = fold(value).to_lowercase();
            let value = value.split('!').next().unwrap_or("").trim();
            match fold(property).to_lowercase().as_str() {
                "display" => self.hides |= value == "none",
                "visibility" => self.hides |= matches!(value, "hidden" | "collapse"),
                "opacity" => self.hides |= value == "0",
                "font-size" => self.hides |= matches!(value, "0" | "0px"),
                "text-decoration" | "text-decoration-line" => {
                    self.strikes |= value.split_whitespace().any(|word| word == "line-through");
                }
                "unicode-bidi" => {
                    self.overrides_direction |=
                        matches!(value, "bidi-override" | "isolate-override");
                }
                _ => {}
            }
        }
    }
}

/// The end of the hidden element whose tag begins at `at`.
pub(crate) fn hidden_end(text: &str, at: usize) -> usize {
    let mut elements = Elements::new(true);
    let mut tokens = Tokens::new(text, at);
    if let Some((_, Token::Open { tag, attributes })) = tokens.next() {
        elements.open(tag, attributes);
    }
    while elements.depth() > 0
        && let Some((at, token)) = tokens.next()
    {
        match token {
            Token::Open { tag, attributes } => {
                elements.end_implied(tag);
                if elements.depth() == 0 {
                    return at;
                }
                elements.open(tag, attributes);
            }
            Token::Close(tag) => {
                // The end of a block around the element ends it too.
                if !elements.close(tag) && tag.is(BLOCK | PART) {
                    return at;
                }
            }
            Token::Text(_) | Token::Nothing => {}
        }
    }
    tokens.at
}
