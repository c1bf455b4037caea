//! A text with holes, as it will be given to `format_args!`: `"gateway `{id}` is in use"` and the fields it shows.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, LitStr};

use super::arguments::shorthand;
use super::ast::Field;
use super::format::{self, Argument, Count, Hole, Piece};
use super::names::Names;
use crate::message::derive as message;
use crate::set::Set;

/// A text as the user wrote it.
pub(crate) struct Template {
    pub(crate) value: String,
    pub(crate) span: Span,
    pub(crate) extras: Vec<Extra>,
    /// Whether arguments can follow it, as they follow the message.
    pub(crate) takes_arguments: bool,
}

impl Template {
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

/// A text whose holes are known to name something.
pub(crate) struct Text {
    /// What stands between the parentheses of `format_args!(…)`.
    pub(crate) arguments: TokenStream,
    /// The text itself, if it has no hole.
    pub(crate) fixed: Option<String>,
    /// The fields that must be bound.
    pub(crate) fields: Set<usize>,
    /// Fields that are shown, and by which trait of `std::fmt`.
    pub(crate) shown: Set<(usize, &'static str)>,
}

/// Finds what the holes of `template` show.
pub(crate) fn resolve(
    template: &Template,
    variant: &str,
    fields: &[Field<'_>],
    names: &Names,
) -> syn::Result<Text> {
    let (value, span) = (&template.value, template.span);
    if template.extras.is_empty() && !value.contains('{') && !value.contains('}') {
        return Ok(Text {
            arguments: literal(value, span),
            fixed: Some(value.clone()),
            fields: Set::default(),
            shown: Set::default(),
        });
    }
    let pieces = format::parse(value).map_err(|text| syn::Error::new(span, text))?;
    let mut resolver = Resolver {
        variant,
        fields,
        names,
        span,
        takes_arguments: template.takes_arguments,
        named: template
            .extras
            .iter()
            .filter_map(|extra| extra.name.as_ref().map(plain))
            .collect(),
        positional: template
            .extras
            .iter()
            .filter(|extra| extra.name.is_none())
            .count(),
        next: 0,
        used_names: Set::default(),
        used_positions: Set::default(),
        shown: Vec::new(),
        added: Vec::new(),
        text: Text {
            arguments: TokenStream::new(),
            fixed: fixed(&pieces),
            fields: Set::default(),
            shown: Set::default(),
        },
    };
    let mut rewritten = String::new();
    for piece in &pieces {
        match piece {
            Piece::Text(text) => rewritten.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Piece::Hole(hole) => resolver.hole(hole, &mut rewritten)?,
        }
    }
    resolver.text.arguments = literal(&rewritten, span);
    resolver.extras(&template.extras)?;
    Ok(resolver.finish())
}

fn literal(value: &str, span: Span) -> TokenStream {
    let mut literal = Literal::string(value);
    literal.set_span(span);
    TokenTree::Literal(literal).into()
}

fn fixed(pieces: &[Piece]) -> Option<String> {
    match pieces {
        [] => Some(String::new()),
        [Piece::Text(text)] => Some(text.clone()),
        _ => None,
    }
}

struct Resolver<'a> {
    variant: &'a str,
    fields: &'a [Field<'a>],
    names: &'a Names,
    span: Span,
    takes_arguments: bool,
    /// The names of the arguments after the text.
    named: Set<String>,
    /// How many arguments after the text have no name.
    positional: usize,
    /// The argument that the next `{}` takes.
    next: usize,
    used_names: Set<String>,
    used_positions: Set<usize>,
    /// Which arguments after the text are shown, and by which trait.
    shown: Vec<(Argument, &'static str)>,
    /// An argument of ours for each field that is shown.
    added: Vec<Added>,
    text: Text,
}

/// `, _id = *__field_0`
struct Added {
    name: String,
    /// The field.
    index: usize,
    /// Shown by `Path::display`.
    path: bool,
}

impl Resolver<'_> {
    fn hole(&mut self, hole: &Hole, out: &mut String) -> syn::Result<()> {
        // `.*` takes its argument before the hole does.
        if matches!(hole.precision, Some(Count::Star)) {
            self.take_next()?;
        }
        let shown = match &hole.argument {
            Argument::Next => {
                let position = self.take_next()?;
                self.shows(Argument::Index(position), &hole.kind);
                String::new()
            }
            Argument::Index(index) if self.is_position(*index)? => {
                self.shows(hole.argument.clone(), &hole.kind);
                index.to_string()
            }
            Argument::Name(name) if self.named.contains(name) => {
                self.used_names.insert(name.clone());
                self.shows(hole.argument.clone(), &hole.kind);
                name.clone()
            }
            Argument::Index(index) => self.show(&index.to_string(), &hole.kind)?,
            Argument::Name(name) => self.show(name, &hole.kind)?,
        };
        out.push('{');
        out.push_str(&shown);
        let plain = hole.flags.is_empty()
            && hole.width.is_none()
            && hole.precision.is_none()
            && hole.kind.is_empty();
        if !plain {
            out.push(':');
            out.push_str(&hole.flags);
            if let Some(width) = &hole.width {
                self.count(width, out)?;
            }
            if let Some(precision) = &hole.precision {
                out.push('.');
                self.count(precision, out)?;
            }
            out.push_str(&hole.kind);
        }
        out.push('}');
        Ok(())
    }

    fn take_next(&mut self) -> syn::Result<usize> {
        let position = self.next;
        if position >= self.positional {
            let text = if self.takes_arguments {
                message::NO_ARGUMENT
            } else {
                message::NO_FIELD
            };
            return Err(syn::Error::new(self.span, text));
        }
        self.used_positions.insert(position);
        self.next += 1;
        Ok(position)
    }

    fn shows(&mut self, argument: Argument, kind: &str) {
        self.shown
            .extend(format_trait(kind).map(|bound| (argument, bound)));
    }

    /// Whether `{0}` is an argument after the text, not a field.
    fn is_position(&mut self, index: usize) -> syn::Result<bool> {
        if self.positional == 0 {
            return Ok(false);
        }
        let field = index.to_string();
        if self.fields.iter().any(|other| other.name == field) {
            return Err(syn::Error::new(self.span, message::ambiguous_index(index)));
        }
        self.used_positions.insert(index);
        Ok(index < self.positional)
    }

    /// Shows a field, or a constant from the surroundings. Gives the name by which the text calls it.
    fn show(&mut self, name: &str, kind: &str) -> syn::Result<String> {
        let Some((index, field)) = self.field(name) else {
            if is_constant(name) || name == "self" {
                return Ok(name.to_owned());
            }
            return Err(syn::Error::new(
                self.span,
                message::no_field(name, self.variant, &self.field_names()),
            ));
        };
        let path = kind.is_empty() && field.is_path();
        self.text.fields.insert(index);
        if let Some(bound) = format_trait(kind) {
            self.text.shown.insert((index, bound));
        }
        Ok(self.add(name, index, path))
    }

    /// A width or precision may be a field too: `{:>width$}`.
    fn count(&mut self, count: &Count, out: &mut String) -> syn::Result<()> {
        let name = match count {
            Count::Number(number) => {
                out.push_str(number);
                return Ok(());
            }
            Count::Star => {
                out.push('*');
                return Ok(());
            }
            Count::Argument(Argument::Index(index)) if self.is_position(*index)? => {
                index.to_string()
            }
            Count::Argument(Argument::Name(name)) if self.named.contains(name) => {
                self.used_names.insert(name.clone());
                name.clone()
            }
            Count::Argument(Argument::Index(index)) => self.show(&index.to_string(), "$")?,
            Count::Argument(Argument::Name(name)) => self.show(name, "$")?,
            Count::Argument(Argument::Next) => String::new(),
        };
        out.push_str(&name);
        out.push('$');
        Ok(())
    }

    fn field(&self, name: &str) -> Option<(usize, &Field<'_>)> {
        let mut fields = self.fields.iter().enumerate();
        fields.find(|(_, field)| field.name == name)
    }

    fn field_names(&self) -> Vec<&str> {
        self.fields
            .iter()
            .map(|field| field.name.as_str())
            .collect()
    }

    /// Adds an argument of ours, once. Gives its name.
    fn add(&mut self, field: &str, index: usize, path: bool) -> String {
        let mut added = self.added.iter();
        if let Some(known) = added.find(|other| other.index == index && other.path == path) {
            return known.name.clone();
        }
        let mut name = format!("_{field}");
        while self.named.contains(&name) || self.added.iter().any(|other| other.name == name) {
            name.insert(0, '_');
        }
        self.added.push(Added {
            name: name.clone(),
            index,
            path,
        });
        name
    }

    /// The text with our arguments after the user's own: those may be told apart by their positions.
    fn finish(self) -> Text {
        let (mut text, span) = (self.text, self.span);
        for added in &self.added {
            let name = Ident::new(&added.name, span);
            let binding = self.names.field(added.index, span);
            let argument = if added.path {
                let private = self.names.private(span);
                quote_spanned!(span=> , #name = #private::Show(#binding).__show())
            } else {
                // The place itself, not the reference: `{:p}` shows where the field points to.
                quote_spanned!(span=> , #name = *#binding)
            };
            text.arguments.extend(argument);
        }
        text
    }

    /// The user's own arguments, with their `.field` resolved. One that the text does not show is a mistake.
    fn extras(&mut self, extras: &[Extra]) -> syn::Result<()> {
        let mut position = 0;
        for extra in extras {
            let value = self.expression(extra)?;
            let argument = match &extra.name {
                Some(name) => Argument::Name(plain(name)),
                None => Argument::Index(position),
            };
            if let Some((index, _)) = lone_shorthand(extra).and_then(|name| self.field(&name)) {
                let shown = self.shown.iter().filter(|(other, _)| *other == argument);
                self.text
                    .shown
                    .extend(shown.map(|(_, bound)| (index, *bound)));
            }
            match &extra.name {
                Some(name) if !self.used_names.contains(&plain(name)) => {
                    return Err(syn::Error::new(extra.span, message::UNUSED_ARGUMENT));
                }
                Some(name) => {
                    let name = Ident::new(&plain(name), name.span());
                    self.text.arguments.extend(quote!(, #name = #value));
                }
                None if !self.used_positions.contains(&position) => {
                    return Err(syn::Error::new(extra.span, message::UNUSED_ARGUMENT));
                }
                None => {
                    position += 1;
                    self.text.arguments.extend(quote!(, #value));
                }
            }
        }
        Ok(())
    }

    fn expression(&mut self, extra: &Extra) -> syn::Result<TokenStream> {
        let mut wrong = None;
        let mut used = Vec::new();
        let value = shorthand(extra.expression.clone(), &mut |name, span| {
            if let Some((index, _)) = self.field(name) {
                used.push(index);
                return self.names.field(index, span).to_token_stream();
            }
            let text = if name.is_empty() {
                message::EXPECTED_FIELD.to_owned()
            } else {
                message::no_field_of_argument(name, self.variant, &self.field_names())
            };
            wrong.get_or_insert(syn::Error::new(span, text));
            TokenStream::new()
        });
        self.text.fields.extend(used);
        match wrong {
            Some(error) => Err(error),
            None => Ok(value),
        }
    }
}

/// The field of an argument that is nothing but `.field`.
fn lone_shorthand(extra: &Extra) -> Option<String> {
    let mut tokens = extra.expression.clone().into_iter();
    let (dot, field, end) = (tokens.next()?, tokens.next()?, tokens.next());
    let field = match field {
        TokenTree::Ident(name) => plain(&name),
        TokenTree::Literal(index) => index.to_string(),
        _ => return None,
    };
    (dot.to_string() == "." && end.is_none()).then_some(field)
}

/// `{MAX}` captures a constant. A word in small letters is meant to be a field.
fn is_constant(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// `r#type = …` is shown by `{type}`.
fn plain(name: &Ident) -> String {
    use syn::ext::IdentExt;
    name.unraw().to_string()
}

/// The trait that shows a field (`std::fmt`).
fn format_trait(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "" => "Display",
        "?" | "x?" | "X?" => "Debug",
        "o" => "Octal",
        "x" => "LowerHex",
        "X" => "UpperHex",
        "p" => "Pointer",
        "b" => "Binary",
        "e" => "LowerExp",
        "E" => "UpperExp",
        _ => return None,
    })
}
