//! YAML into a tree. No other file uses the YAML parser.

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Marker, Parser, ScalarStyle, ScanError, Span};

use super::builder::{Builder, Expects, MAX_DEPTH, Unmerged};
use super::message;
use super::tree::{NodeId, Text, Tree};
use crate::{DocError, Position};

/// How many entries the merge keys (`<<`) of a document may copy, in addition to one for each byte of its size.
const MERGED: usize = 10_000;

/// The longest key that an alias may stand for, because a short alias copies the whole key each time.
const MAX_ALIASED_KEY: usize = 1_000;

/// Parses a YAML text.
///
/// Anchors are shared and not copied, and `<<` is merged. All scalars except null are read as text, because a status code may be
/// written as a number or as a text.
///
/// # Errors
/// The first place where the text is not YAML, is nested too deeply, begins a second document, uses a collection as a key, or has
/// an alias within its own anchor.
pub(super) fn parse(source: String) -> Result<Tree, DocError> {
    let mut options = granit_parser::Options::default();
    // Another crate in the build may have enabled the parser's feature for comments.
    options.set_emit_comments(false);
    let mut adapter = Adapter {
        source: &source,
        room: MERGED + source.len(),
        ..Adapter::default()
    };
    for event in Parser::new_from_str_with_options(&source, options) {
        let (event, span) = event.map_err(|error| refused(&error, &source))?;
        adapter.take(event, &span)?;
    }
    let builder = adapter.builder;
    Ok(builder.finish(source))
}

#[derive(Default)]
struct Adapter<'s> {
    source: &'s str,
    builder: Builder,
    anchors: HashMap<usize, NodeId>,
    documents: usize,
    /// For each open collection, the values of its `<<` keys and where they stand.
    merges: Vec<Vec<(NodeId, Position)>>,
    /// How many entries the merge keys may still copy.
    room: usize,
    /// Whether the last key is a `<<`.
    merging: Option<Position>,
}

impl Adapter<'_> {
    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), DocError> {
        let position = position(&span.start);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(DocError::at(position, message::second_document()));
                }
            }
            Event::Scalar(text, style, anchor, _) => {
                let range = span.byte_range().map(|range| match style {
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                        range.start + 1..range.end.saturating_sub(1)
                    }
                    _ => range,
                });
                if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
                    refuse_leading_tab(self.source, span)?;
                }
                let plain = style == ScalarStyle::Plain;
                self.scalar(
                    Text::new(self.source, range, &text),
                    &text,
                    plain,
                    anchor,
                    position,
                );
            }
            Event::SequenceStart(_, anchor, _) => {
                self.no_key(position)?;
                let id = self.builder.start_sequence(position)?;
                self.started(id, anchor);
            }
            Event::MappingStart(_, anchor, _) => {
                self.no_key(position)?;
                let id = self.builder.start_mapping(position)?;
                self.started(id, anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end()?,
            Event::Alias(anchor) => self.alias(anchor, position)?,
            _ => {}
        }
        Ok(())
    }

    fn scalar(&mut self, text: Text, letters: &str, plain: bool, anchor: usize, at: Position) {
        if self.builder.expects() == Expects::Key {
            if anchor != 0 {
                // The anchor of a key names the key's text, not an entry of the mapping.
                let id = self.builder.detached(text.clone(), at);
                self.anchors.insert(anchor, id);
            }
            if plain && letters == "<<" {
                self.merging = Some(at);
            }
            self.builder.key(text, at);
            return;
        }
        // The core schema's spellings of null (YAML 1.2.2 §10.3.2).
        let null = plain && matches!(letters, "" | "~" | "null" | "Null" | "NULL");
        let id = self.builder.scalar((!null).then_some(text), at);
        self.note(id, anchor);
    }

    fn started(&mut self, id: NodeId, anchor: usize) {
        self.note(id, anchor);
        self.merges.push(Vec::new());
    }

    fn end(&mut self) -> Result<(), DocError> {
        let merges = self.merges.pop().unwrap_or_default();
        if !merges.is_empty() {
            let done = self.builder.merge(self.source, &merges, &mut self.room);
            done.map_err(|unmerged| match unmerged {
                Unmerged::NoMapping(position) => DocError::at(position, message::bad_merge()),
                Unmerged::TooMuch(position) => {
                    let limit = MERGED + self.source.len();
                    DocError::at(position, message::merged_too_much(limit))
                }
            })?;
        }
        self.builder.end();
        Ok(())
    }

    fn alias(&mut self, anchor: usize, position: Position) -> Result<(), DocError> {
        let Some(&id) = self.anchors.get(&anchor) else {
            return Err(DocError::at(position, message::unknown_alias()));
        };
        if self.builder.is_open(id) {
            return Err(DocError::at(position, message::alias_in_itself()));
        }
        if self.builder.expects() == Expects::Key {
            let text = self.builder.scalar_text(id);
            let text = text.ok_or_else(|| DocError::at(position, message::collection_as_key()))?;
            if text.read(self.source).len() > MAX_ALIASED_KEY {
                let message = message::too_long("the key behind this alias", MAX_ALIASED_KEY);
                return Err(DocError::at(position, message));
            }
            self.builder.key(text, position);
            return Ok(());
        }
        self.builder.place(id);
        self.note(id, 0);
        Ok(())
    }

    /// Stores a new value under its anchor, and as the value of a `<<` if that is the last key.
    fn note(&mut self, id: NodeId, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        if let Some(position) = self.merging.take()
            && let Some(merges) = self.merges.last_mut()
        {
            merges.push((id, position));
        }
    }

    fn no_key(&self, position: Position) -> Result<(), DocError> {
        match self.builder.expects() {
            Expects::Key => Err(DocError::at(position, message::collection_as_key())),
            _ => Ok(()),
        }
    }
}

/// Refuses a block scalar whose first line starts with a tab after its indentation, unless its header gives the indentation.
///
/// YAML 1.2 reads the tab as text, but libyaml and most other parsers refuse the document. A document that parsers disagree
/// about cannot be a contract.
fn refuse_leading_tab(source: &str, span: &Span) -> Result<(), DocError> {
    if !span
        .slice(source)
        .is_some_and(|text| text.starts_with('\t'))
    {
        return Ok(());
    }
    let before = span
        .byte_range()
        .and_then(|range| source.get(..range.start))
        .unwrap_or_default();
    let mut lines = before.rsplit('\n').skip(1);
    let header = lines
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let header = header.split(" #").next().unwrap_or_default();
    let indicators = header.trim_end().rsplit(' ').next().unwrap_or_default();
    if indicators.contains(|letter: char| letter.is_ascii_digit()) {
        return Ok(());
    }
    Err(DocError::at(position(&span.start), message::leading_tab()))
}

fn position(marker: &Marker) -> Position {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Position {
        line: number(marker.line()),
        column: number(marker.col()).saturating_add(1),
    }
}

/// The message for an error of the parser. Common mistakes have a message of ours.
fn refused(error: &ScanError, source: &str) -> DocError {
    let message = match error.kind() {
        ErrorKind::RecursionLimitExceeded => message::too_deep(MAX_DEPTH),
        ErrorKind::UnknownAnchor => message::unknown_alias(),
        ErrorKind::MappingValueNotAllowed => message::yaml_colon(),
        ErrorKind::SimpleKeyExpected => message::yaml_without_colon(),
        ErrorKind::UnexpectedCharacter { character } => message::yaml_character(*character),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation => message::yaml_tab(),
        ErrorKind::TabInPlainScalar => {
            return DocError::at(indenting_tab(error.marker(), source), message::yaml_tab());
        }
        ErrorKind::UnclosedFlowCollection { open } => message::yaml_unclosed(*open),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            message::yaml_quote()
        }
        ErrorKind::UnknownQuotedScalarEscape => message::yaml_escape(),
        _ => message::not_yaml(&error.info()),
    };
    DocError::at(position(error.marker()), message)
}

/// The position of the tab that indents a line of a text. The parser reports the beginning of the text instead.
fn indenting_tab(text: &Marker, source: &str) -> Position {
    let lines = source.lines().zip(1..).skip(text.line().saturating_sub(1));
    let mut tabs = lines.filter_map(|(line, number)| {
        let spaces = line.find(|letter| letter != ' ')?;
        let column = u32::try_from(spaces).unwrap_or(u32::MAX).saturating_add(1);
        line.get(spaces..)?.starts_with('\t').then_some(Position {
            line: number,
            column,
        })
    });
    tabs.next().unwrap_or_else(|| position(text))
}
