//! What a browser does not show, and what it shows struck out.

use super::tokens::{Token, Tokens, attribute};
use crate::text::fold;

/// Elements without content and without an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose end also ends a hidden element that lacks its own.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements within a hidden one whose ends are waited for; what is deeper is not told apart.
const MAX_DEPTH: usize = 256;

/// Whether a browser hides the content of an element.
pub(crate) fn is_hidden(name: &str, attributes: &str) -> bool {
    let is = |other: &&str| name.eq_ignore_ascii_case(other);
    if VOID.iter().any(|void| is(&void)) {
        return false;
    }
    if ["template", "svg", "datalist"]
        .iter()
        .any(|hidden| is(&hidden))
    {
        return true;
    }
    if is(&"dialog") && attribute(attributes, "open").is_none() {
        return true;
    }
    let until_found = |value: &str| value.trim().eq_ignore_ascii_case("until-found");
    attribute(attributes, "hidden").is_some_and(|value| !until_found(value))
        || has_style(attributes, &[("display", "none"), ("visibility", "hidden")])
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
        let is_value = |wanted: &str| value.split([' ', '!']).any(|word| word == wanted);
        wanted
            .iter()
            .any(|(name, value)| property == *name && is_value(value))
    })
}

/// The elements that are open within a hidden one, itself included.
pub(super) struct Hidden {
    open: Vec<String>,
    deeper: usize,
}

impl Hidden {
    pub(super) fn new(name: &str) -> Self {
        Hidden {
            open: vec![name.to_ascii_lowercase()],
            deeper: 0,
        }
    }

    /// Goes past a token. True where the hidden element ends before it, and the token is to be read.
    pub(super) fn pass(&mut self, token: Token<'_>) -> bool {
        match token {
            Token::Open { name, attributes } => {
                // A paragraph ends where a block begins, whether its end is written or not.
                if self.open.len() == 1
                    && self.open.first().is_some_and(|name| name == "p")
                    && ends_paragraph(name)
                {
                    self.open.clear();
                    return true;
                }
                let is_void = VOID.iter().any(|void| name.eq_ignore_ascii_case(void));
                if is_void || attributes.ends_with('/') {
                } else if self.open.len() < MAX_DEPTH {
                    self.open.push(name.to_ascii_lowercase());
                } else {
                    self.deeper += 1;
                }
                false
            }
            Token::Close(name) => {
                let name = name.to_ascii_lowercase();
                if self.deeper > 0 {
                    self.deeper -= 1;
                } else if let Some(at) = self.open.iter().rposition(|open| *open == name) {
                    self.open.truncate(at);
                } else if BLOCKS.contains(&name.as_str()) {
                    self.open.clear();
                    return true;
                }
                false
            }
            Token::Text(_) | Token::Nothing => false,
        }
    }

    pub(super) fn has_ended(&self) -> bool {
        self.open.is_empty()
    }
}

fn ends_paragraph(name: &str) -> bool {
    [
        "table", "p", "hr", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
    ]
    .iter()
    .chain(&BLOCKS)
    .any(|block| name.eq_ignore_ascii_case(block))
}

/// Where the hidden element ends whose tag begins at a place.
pub(crate) fn hidden_end(text: &str, at: usize) -> usize {
    let mut tokens = Tokens::new(text, at);
    let Some((_, Token::Open { name, .. })) = tokens.next() else {
        return tokens.at;
    };
    let mut hidden = Hidden::new(name);
    while let Some((at, token)) = tokens.next() {
        if hidden.pass(token) {
            return at;
        }
        if hidden.has_ended() {
            break;
        }
    }
    tokens.at
}
