//! A text as the user wrote it, with the arguments that follow it.

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::format::{self, Argument, Piece, Placeholder};

/// A text as the user wrote it.
pub(crate) struct Template {
    pub(crate) value: String,
    pub(crate) span: Span,
    pub(crate) extras: Vec<Extra>,
    /// Whether arguments may follow it, as after the message.
    pub(crate) takes_arguments: bool,
}

impl Template {
    /// Whether a placeholder has the name `name`.
    pub(crate) fn has_placeholder(&self, name: &str) -> bool {
        self.placeholders()
            .any(|one| one.argument == Argument::Name(name.to_owned()))
    }

    /// Whether a `{}` takes an argument by its position.
    pub(crate) fn takes_positions(&self) -> bool {
        self.placeholders()
            .any(|one| !matches!(one.argument, Argument::Name(_)) || one.has_count())
    }

    /// Whether a placeholder uses `{:?}`.
    pub(crate) fn shows_debug(&self) -> bool {
        self.placeholders().any(|one| one.kind.contains('?'))
    }

    fn placeholders(&self) -> impl Iterator<Item = Placeholder> {
        let pieces = format::parse(&self.value).unwrap_or_default();
        pieces.into_iter().filter_map(|piece| match piece {
            Piece::Placeholder(placeholder) => Some(placeholder),
            Piece::Text(_) => None,
        })
    }

    /// The text of a key, such as `detail = "…"`.
    pub(crate) fn new(literal: &LitStr) -> Self {
        Template {
            value: literal.value(),
            span: literal.span(),
            extras: Vec::new(),
            takes_arguments: false,
        }
    }

    pub(crate) fn message(literal: &LitStr) -> Self {
        Template {
            takes_arguments: true,
            ..Template::new(literal)
        }
    }
}

/// An argument after the text: `.0`, or `limit = .limits.max`.
pub(crate) struct Extra {
    pub(crate) name: Option<Ident>,
    pub(crate) expression: TokenStream,
    pub(crate) span: Span,
}

impl Extra {
    pub(crate) fn unnamed(span: Span, expression: TokenStream) -> Self {
        Extra {
            name: None,
            expression,
            span,
        }
    }

    /// Its name in placeholders: `{type}` shows `r#type = …`.
    pub(crate) fn plain_name(&self) -> Option<String> {
        self.name.as_ref().map(|name| name.unraw().to_string())
    }
}
