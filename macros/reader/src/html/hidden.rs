//! What a browser does not show, and what it shows struck out.

use super::{
    elements::{Elements, is_block, is_part, is_void, kind, lower},
    tokens::{Token, Tokens, attribute},
};
use crate::text::fold;

/// Whether a browser hides the content of an element.
pub(crate) fn is_hidden(name: &str, attributes: &str) -> bool {
    let is = |other: &&str| name.eq_ignore_ascii_case(other);
    if is_void(&lower(name)) {
        return false;
    }
    if ["template", "svg", "datalist"].iter().any(is) {
        return true;
    }
    if is(&"dialog") && attribute(attributes, "open").is_none() {
        return true;
    }
    let until_found = |value: &str| value.trim().eq_ignore_ascii_case("until-found");
    attribute(attributes, "hidden").is_some_and(|value| !until_found(value))
        || has_style(
            attributes,
            &[
                ("display", "none"),
                ("visibility", "hidden"),
                ("visibility", "collapse"),
                ("opacity", "0"),
                ("font-size", "0"),
                ("font-size", "0px"),
            ],
        )
}

/// Whether an element strikes its text out.
pub(crate) fn strikes(name: &str, attributes: &str) -> bool {
    ["del", "s", "strike"]
        .iter()
        .any(|other| name.eq_ignore_ascii_case(other))
        || has_style(
            attributes,
            &[
                ("text-decoration", "line-through"),
                ("text-decoration-line", "line-through"),
            ],
        )
}

/// Whether an element shows its characters in a different order than they are written.
pub(super) fn overrides_direction(name: &str, attributes: &str) -> bool {
    name.eq_ignore_ascii_case("bdo")
        || has_style(
            attributes,
            &[
                ("unicode-bidi", "bidi-override"),
                ("unicode-bidi", "isolate-override"),
            ],
        )
}

/// Whether the style of an element sets one of the properties to a value.
fn has_style(attributes: &str, wanted: &[(&str, &str)]) -> bool {
    let Some(style) = attribute(attributes, "style") else {
        return false;
    };
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else {
            return false;
        };
        let (property, value) = (fold(property).to_lowercase(), fold(value).to_lowercase());
        let value = value.split('!').next().unwrap_or("");
        let mut words = value.split_whitespace();
        let is_list = property.starts_with("text-decoration");
        let mut is_value =
            |wanted: &str| value.trim() == wanted || (is_list && words.any(|word| word == wanted));
        wanted
            .iter()
            .any(|(name, value)| property == *name && is_value(value))
    })
}

/// The end of the hidden element whose tag begins at `at`.
pub(crate) fn hidden_end(text: &str, at: usize) -> usize {
    let mut elements = Elements::new(true);
    let mut tokens = Tokens::new(text, at);
    if let Some((_, token)) = tokens.next() {
        elements.pass(token);
    }
    while elements.depth() > 0
        && let Some((at, token)) = tokens.next()
    {
        if let Token::Open { name, .. } = token {
            elements.end_implied(&kind(name));
            if elements.depth() == 0 {
                return at;
            }
        }
        let ends_something = elements.pass(token);
        // The end of a block around the element ends it too.
        if let Token::Close(name) = token
            && !ends_something
            && (is_block(&kind(name)) || is_part(name))
        {
            return at;
        }
    }
    tokens.at
}
