//! Resolves the placeholders of a text to fields of the variant, arguments after the text, or constants.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;

use super::format::{self, Argument, Count, Piece, Placeholder};
use super::shorthand::shorthand;
use super::template::{Extra, Template};
use crate::derive::field::{self, Field};
use crate::message::derive as message;
use crate::set::Set;

/// A text with resolved placeholders.
pub(crate) struct Text<'a> {
    /// For `format_args!`, with the names of `added` in it.
    pub(crate) format: String,
    /// As the user wrote it.
    pub(crate) written: &'a str,
    pub(crate) span: Span,
    /// The text itself, if it has no placeholder.
    pub(crate) fixed: Option<String>,
    /// The user's own arguments.
    pub(crate) extras: &'a [Extra],
    /// A generated argument for each field that is shown.
    pub(crate) added: Vec<Added>,
    /// The fields that must be bound.
    pub(crate) fields: Set<usize>,
    /// The fields that are shown, each with its trait of `std::fmt`.
    pub(crate) shown: Set<(usize, &'static str)>,
}

/// `_id`, the name of a field in a text.
pub(crate) struct Added {
    pub(crate) name: String,
    /// The field.
    pub(crate) index: usize,
    /// Whether it is shown with `Path::display`.
    pub(crate) path: bool,
}

/// The scope of a text: its variant and its fields.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) variant: &'a str,
    pub(crate) fields: &'a [Field<'a>],
}

/// Resolves the placeholders of `template`.
///
/// # Errors
/// A placeholder that shows nothing, and an argument that is not used.
pub(crate) fn resolve<'a>(template: &'a Template, place: Place<'_>) -> syn::Result<Text<'a>> {
    let (value, span) = (&template.value, template.span);
    let mut text = Text {
        format: String::new(),
        written: value,
        span,
        fixed: None,
        extras: &template.extras,
        added: Vec::new(),
        fields: Set::default(),
        shown: Set::default(),
    };
    // The search for one `char` is compiled in the standard library, with optimization. That for a set of them is generic,
    // and is compiled here without.
    if template.extras.is_empty() && !value.contains('{') && !value.contains('}') {
        text.format.clone_from(value);
        text.fixed = Some(value.clone());
        return Ok(text);
    }
    let pieces = format::parse(value).map_err(|text| syn::Error::new(span, text))?;
    text.fixed = format::fixed(&pieces);
    let extras = template.extras.iter();
    let (named, positional): (Vec<_>, Vec<_>) = extras.partition(|extra| extra.name.is_some());
    let mut resolver = Resolver {
        place,
        takes_arguments: template.takes_arguments,
        named: named.into_iter().filter_map(Extra::plain_name).collect(),
        positional: positional.len(),
        next: 0,
        used_names: Set::default(),
        used_positions: Set::default(),
        shown: Vec::new(),
        text,
    };
    for piece in &pieces {
        match piece {
            Piece::Text(text) => {
                let text = text.replace('{', "{{").replace('}', "}}");
                resolver.text.format.push_str(&text);
            }
            Piece::Placeholder(placeholder) => resolver.placeholder(placeholder)?,
        }
    }
    for (extra, argument) in arguments(&template.extras) {
        resolver.extra(extra, &argument)?;
    }
    Ok(resolver.text)
}

/// The arguments after the text, each with its name in placeholders.
fn arguments(extras: &[Extra]) -> impl Iterator<Item = (&Extra, Argument)> {
    let mut position = 0;
    extras.iter().map(move |extra| {
        let argument = extra.plain_name().map(Argument::Name);
        let argument = argument.unwrap_or_else(|| {
            position += 1;
            Argument::Index(position - 1)
        });
        (extra, argument)
    })
}

struct Resolver<'p, 'a> {
    place: Place<'p>,
    takes_arguments: bool,
    /// The names of the arguments after the text.
    named: Set<String>,
    /// The number of arguments after the text without a name.
    positional: usize,
    /// The argument that the next `{}` takes.
    next: usize,
    used_names: Set<String>,
    used_positions: Set<usize>,
    /// The arguments after the text that are shown, each with its trait.
    shown: Vec<(Argument, &'static str)>,
    text: Text<'a>,
}

impl Resolver<'_, '_> {
    fn placeholder(&mut self, placeholder: &Placeholder) -> syn::Result<()> {
        // `.*` takes its argument before the placeholder takes its own.
        if matches!(placeholder.precision, Some(Count::Star)) {
            self.take_next()?;
        }
        let shown = match &placeholder.argument {
            Argument::Next => {
                let position = self.take_next()?;
                self.shows(Argument::Index(position), &placeholder.kind);
                String::new()
            }
            Argument::Index(index) if self.is_position(*index)? => {
                self.shows(placeholder.argument.clone(), &placeholder.kind);
                index.to_string()
            }
            Argument::Name(name) if self.named.contains(name) => {
                self.used_names.insert(name.clone());
                self.shows(placeholder.argument.clone(), &placeholder.kind);
                name.clone()
            }
            Argument::Index(index) => self.show(&index.to_string(), &placeholder.kind)?,
            Argument::Name(name) => self.show(name, &placeholder.kind)?,
        };
        self.text.format.push('{');
        self.text.format.push_str(&shown);
        self.text.format.push(':');
        self.text.format.push_str(&placeholder.flags);
        if let Some(width) = &placeholder.width {
            self.count(width)?;
        }
        if let Some(precision) = &placeholder.precision {
            self.text.format.push('.');
            self.count(precision)?;
        }
        self.text.format.push_str(&placeholder.kind);
        self.text.format.push('}');
        Ok(())
    }

    fn take_next(&mut self) -> syn::Result<usize> {
        let position = self.next;
        if position >= self.positional {
            return Err(self.refuse(if self.takes_arguments {
                message::NO_ARGUMENT
            } else {
                message::NO_FIELD
            }));
        }
        self.used_positions.insert(position);
        self.next += 1;
        Ok(position)
    }

    fn refuse(&self, text: impl std::fmt::Display) -> syn::Error {
        syn::Error::new(self.text.span, text)
    }

    fn shows(&mut self, argument: Argument, kind: &str) {
        self.shown
            .extend(format_trait(kind).map(|bound| (argument, bound)));
    }

    /// Whether `{0}` is an argument after the text and not a field.
    fn is_position(&mut self, index: usize) -> syn::Result<bool> {
        if self.positional == 0 {
            return Ok(false);
        }
        if self.field(&index.to_string()).is_some() {
            return Err(self.refuse(message::ambiguous_index(index)));
        }
        self.used_positions.insert(index);
        Ok(index < self.positional)
    }

    /// Shows a field or a constant in scope, and returns its name in the text.
    fn show(&mut self, name: &str, kind: &str) -> syn::Result<String> {
        let Some((index, field)) = self.field(name) else {
            if name == "self" && kind.is_empty() && self.takes_arguments {
                return Err(self.refuse(message::SHOWS_ITSELF));
            }
            if is_constant(name) || name == "self" {
                return Ok(name.to_owned());
            }
            let (variant, names) = (self.place.variant, field::names(self.place.fields));
            return Err(self.refuse(message::no_field(name, variant, &names)));
        };
        let path = kind.is_empty() && field.is_path();
        self.text.fields.insert(index);
        if let Some(bound) = format_trait(kind) {
            self.text.shown.insert((index, bound));
        }
        Ok(self.add(name, index, path))
    }

    /// A width or precision may be a field too: `{:>width$}`.
    fn count(&mut self, count: &Count) -> syn::Result<()> {
        let name = match count {
            Count::Number(number) => {
                self.text.format.push_str(number);
                return Ok(());
            }
            Count::Star => {
                self.text.format.push('*');
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
        self.text.format.push_str(&name);
        self.text.format.push('$');
        Ok(())
    }

    fn field(&self, name: &str) -> Option<(usize, &Field<'_>)> {
        field::find(self.place.fields, name)
    }

    /// Adds a generated argument once, and returns its name.
    fn add(&mut self, field: &str, index: usize, path: bool) -> String {
        let mut added = self.text.added.iter();
        if let Some(known) = added.find(|other| other.index == index && other.path == path) {
            return known.name.clone();
        }
        let mut name = format!("_{field}");
        while self.named.contains(&name) || self.text.added.iter().any(|other| other.name == name) {
            name.insert(0, '_');
        }
        self.text.added.push(Added {
            name: name.clone(),
            index,
            path,
        });
        name
    }

    /// An argument that the user wrote. Its fields must exist, and the text must use it.
    fn extra(&mut self, extra: &Extra, argument: &Argument) -> syn::Result<()> {
        let fields = fields_in(&extra.expression, self.place)?;
        if let Some((index, _)) = lone_shorthand(extra).and_then(|name| self.field(&name)) {
            let shown = self.shown.iter().filter(|(other, _)| other == argument);
            let shown = shown.map(|(_, bound)| (index, *bound));
            self.text.shown.extend(shown);
        }
        let mut shown = self.shown.iter();
        if extra.expression.to_string() == "self"
            && shown.any(|(other, bound)| other == argument && *bound == "Display")
        {
            return Err(syn::Error::new(extra.span, message::SHOWS_ITSELF));
        }
        self.text.fields.extend(fields);
        let used = match argument {
            Argument::Name(name) => self.used_names.contains(name),
            Argument::Index(position) => self.used_positions.contains(position),
            Argument::Next => false,
        };
        if used {
            Ok(())
        } else {
            Err(syn::Error::new(extra.span, message::UNUSED_ARGUMENT))
        }
    }
}

/// An expression in which each `.field` is a field of the variant.
pub(crate) struct Expression<'a> {
    pub(crate) extra: &'a Extra,
    /// The fields that must be bound.
    pub(crate) fields: Vec<usize>,
    /// The field, if the expression is only a field.
    pub(crate) lone: Option<usize>,
}

/// Finds the fields of an expression.
///
/// # Errors
/// The first field that the variant does not have.
pub(crate) fn expression<'a>(extra: &'a Extra, place: Place<'_>) -> syn::Result<Expression<'a>> {
    let fields = fields_in(&extra.expression, place)?;
    let lone = lone_shorthand(extra).and_then(|name| field::find(place.fields, &name));
    let lone = lone.map(|(index, _)| index);
    Ok(Expression {
        extra,
        fields,
        lone,
    })
}

/// The fields that an expression names with `.field`.
///
/// # Errors
/// The first field that the variant does not have.
fn fields_in(expression: &TokenStream, place: Place<'_>) -> syn::Result<Vec<usize>> {
    let mut wrong = None;
    let mut fields = Vec::new();
    shorthand(expression.clone(), &mut |name, span| {
        if let Some((index, _)) = field::find(place.fields, name) {
            fields.push(index);
        } else {
            let text = if name.is_empty() {
                message::EXPECTED_FIELD.to_owned()
            } else {
                let names = field::names(place.fields);
                message::no_field_of_argument(name, place.variant, &names)
            };
            wrong.get_or_insert(syn::Error::new(span, text));
        }
        TokenStream::new()
    });
    wrong.map_or(Ok(fields), Err)
}

/// The field of an argument that is only `.field`.
fn lone_shorthand(extra: &Extra) -> Option<String> {
    let mut tokens = extra.expression.clone().into_iter();
    let (dot, field, end) = (tokens.next()?, tokens.next()?, tokens.next());
    let field = match field {
        TokenTree::Ident(name) => name.unraw().to_string(),
        TokenTree::Literal(index) => index.to_string(),
        _ => return None,
    };
    (dot.to_string() == "." && end.is_none()).then_some(field)
}

/// `{MAX}` captures a constant. A word in lower case must be a field.
fn is_constant(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
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
