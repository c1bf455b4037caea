//! A parsed document: every value with the place where it stands, whatever it was written in.
//!
//! Values sit in one vector and name each other by number. A YAML alias is then a number that is named
//! twice, and no document grows by being parsed.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use super::message;
use crate::{DocError, Position};

/// How deep collections may nest.
pub(super) const MAX_DEPTH: usize = 255;

/// Mappings up to this length are searched from end to end; longer ones are sorted once.
const SMALL: usize = 8;

/// The number of a value in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct NodeId(u32);

/// A text: where it stands in the source, or its own letters where escapes or folding changed them.
#[derive(Clone, Debug)]
pub(super) enum Text {
    Source(Range<usize>),
    Owned(Box<str>),
}

/// A key of a mapping with the number of its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    key: Text,
    /// Where the key stands.
    pub(super) position: Position,
    pub(super) value: NodeId,
}

#[derive(Debug)]
struct Node {
    position: Position,
    value: Value,
}

#[derive(Debug)]
enum Value {
    Null,
    Scalar(Text),
    Sequence(Vec<NodeId>),
    Mapping(Mapping),
}

#[derive(Debug)]
struct Mapping {
    entries: Vec<Entry>,
    /// Indexes of the entries, sorted by key and then by place. Made on first use: most mappings of a
    /// document (its schemas and examples) are never looked into.
    sorted: OnceCell<Vec<usize>>,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'t> {
    Null,
    /// A string, number or boolean, as text.
    Scalar(&'t str),
    Sequence(&'t [NodeId]),
    Mapping,
}

impl Kind<'_> {
    /// The kind's name in a message.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Null => "nothing",
            Kind::Scalar(_) => "a text or number",
            Kind::Sequence(_) => "a list",
            Kind::Mapping => "a mapping",
        }
    }
}

/// A parsed document.
#[derive(Debug)]
pub(super) struct Tree {
    source: String,
    nodes: Vec<Node>,
    root: NodeId,
}

impl Tree {
    /// The document's outermost value.
    pub(super) fn root(&self) -> NodeId {
        self.root
    }

    /// Where a value starts.
    pub(super) fn position(&self, id: NodeId) -> Position {
        self.node(id)
            .map_or(Position { line: 1, column: 1 }, |node| node.position)
    }

    /// What a value is.
    pub(super) fn kind(&self, id: NodeId) -> Kind<'_> {
        match self.node(id).map(|node| &node.value) {
            None | Some(Value::Null) => Kind::Null,
            Some(Value::Scalar(text)) => Kind::Scalar(self.text(text)),
            Some(Value::Sequence(items)) => Kind::Sequence(items),
            Some(Value::Mapping(_)) => Kind::Mapping,
        }
    }

    /// The text of a scalar; `None` for everything else.
    pub(super) fn scalar(&self, id: NodeId) -> Option<&str> {
        match self.kind(id) {
            Kind::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The entry of a mapping under this key; the last one where the key is written twice.
    pub(super) fn get(&self, id: NodeId, key: &str) -> Option<&Entry> {
        let mapping = self.mapping(id)?;
        if mapping.entries.len() <= SMALL {
            return mapping
                .entries
                .iter()
                .rfind(|entry| self.text(&entry.key) == key);
        }
        let sorted = self.sorted(mapping);
        let end = sorted.partition_point(|&index| self.key_at(mapping, index) <= key);
        let entry = mapping.entries.get(*sorted.get(end.checked_sub(1)?)?)?;
        (self.text(&entry.key) == key).then_some(entry)
    }

    /// The entries of a mapping in document order; of a key that is written twice, the last one.
    ///
    /// Everything that is no mapping has no entries.
    pub(super) fn entries(&self, id: NodeId) -> Vec<(&str, &Entry)> {
        let Some(mapping) = self.mapping(id) else {
            return Vec::new();
        };
        let superseded: HashSet<Position> = self
            .duplicates(id)
            .iter()
            .map(|(_, first, _)| *first)
            .collect();
        mapping
            .entries
            .iter()
            .filter(|entry| !superseded.contains(&entry.position))
            .map(|entry| (self.text(&entry.key), entry))
            .collect()
    }

    /// Keys that a mapping holds twice: the key, where it stands first, where again.
    pub(super) fn duplicates(&self, id: NodeId) -> Vec<(&str, Position, Position)> {
        let Some(mapping) = self.mapping(id) else {
            return Vec::new();
        };
        let sorted = self.sorted(mapping);
        let mut found = Vec::new();
        for (&first, &again) in sorted.iter().zip(sorted.iter().skip(1)) {
            let key = self.key_at(mapping, first);
            if key == self.key_at(mapping, again)
                && let (Some(first), Some(again)) =
                    (mapping.entries.get(first), mapping.entries.get(again))
            {
                found.push((key, first.position, again.position));
            }
        }
        found
    }

    fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    fn mapping(&self, id: NodeId) -> Option<&Mapping> {
        match &self.node(id)?.value {
            Value::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }

    fn sorted<'t>(&'t self, mapping: &'t Mapping) -> &'t [usize] {
        mapping.sorted.get_or_init(|| {
            let mut indexes: Vec<usize> = (0..mapping.entries.len()).collect();
            indexes.sort_by_key(|&index| (self.key_at(mapping, index), index));
            indexes
        })
    }

    fn key_at<'t>(&'t self, mapping: &'t Mapping, index: usize) -> &'t str {
        mapping
            .entries
            .get(index)
            .map_or("", |entry| self.text(&entry.key))
    }

    fn text<'t>(&'t self, text: &'t Text) -> &'t str {
        text.read(&self.source)
    }
}

impl Text {
    /// The text in the source at this range, if it says this; its own letters otherwise.
    pub(super) fn new(source: &str, range: Option<Range<usize>>, text: &str) -> Self {
        match range {
            Some(range) if source.get(range.clone()) == Some(text) => Text::Source(range),
            _ => Text::Owned(text.into()),
        }
    }

    fn read<'t>(&'t self, source: &'t str) -> &'t str {
        match self {
            Text::Source(range) => source.get(range.clone()).unwrap_or_default(),
            Text::Owned(text) => text,
        }
    }
}

/// Builds a [`Tree`] from the parts of a document in their order.
#[derive(Debug, Default)]
pub(super) struct Builder {
    nodes: Vec<Node>,
    open: Vec<Collection>,
    root: Option<NodeId>,
}

/// A collection whose end has not come.
#[derive(Debug)]
struct Collection {
    id: NodeId,
    items: Items,
}

#[derive(Debug)]
enum Items {
    Sequence(Vec<NodeId>),
    Mapping {
        entries: Vec<Entry>,
        key: Option<(Text, Position)>,
    },
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expects {
    /// The document's only value, or nothing more after it.
    Root,
    /// An item of a sequence.
    Item,
    /// A key of a mapping.
    Key,
    /// The value of the key before.
    Value,
}

impl Builder {
    /// What comes next.
    pub(super) fn expects(&self) -> Expects {
        match self.open.last().map(|collection| &collection.items) {
            None => Expects::Root,
            Some(Items::Sequence(_)) => Expects::Item,
            Some(Items::Mapping { key: None, .. }) => Expects::Key,
            Some(Items::Mapping { key: Some(_), .. }) => Expects::Value,
        }
    }

    /// Takes a key. The next part is its value.
    pub(super) fn key(&mut self, text: Text, position: Position) {
        if let Some(Collection {
            items: Items::Mapping { key, .. },
            ..
        }) = self.open.last_mut()
        {
            *key = Some((text, position));
        }
    }

    /// Takes a value that holds no others; `None` is a null.
    pub(super) fn scalar(&mut self, text: Option<Text>, position: Position) -> NodeId {
        let id = self.push(text.map_or(Value::Null, Value::Scalar), position);
        self.place(id);
        id
    }

    /// Keeps a text that stands nowhere in the tree, for aliases to it.
    pub(super) fn detached(&mut self, text: Text, position: Position) -> NodeId {
        self.push(Value::Scalar(text), position)
    }

    /// Opens a sequence.
    ///
    /// # Errors
    /// Too many collections are open.
    pub(super) fn start_sequence(&mut self, position: Position) -> Result<NodeId, DocError> {
        self.start(Items::Sequence(Vec::new()), position)
    }

    /// Opens a mapping.
    ///
    /// # Errors
    /// Too many collections are open.
    pub(super) fn start_mapping(&mut self, position: Position) -> Result<NodeId, DocError> {
        self.start(
            Items::Mapping {
                entries: Vec::new(),
                key: None,
            },
            position,
        )
    }

    /// Closes the innermost collection.
    pub(super) fn end(&mut self) {
        let Some(Collection { id, items }) = self.open.pop() else {
            return;
        };
        let value = match items {
            Items::Sequence(items) => Value::Sequence(items),
            Items::Mapping { entries, .. } => Value::Mapping(Mapping {
                entries,
                sorted: OnceCell::new(),
            }),
        };
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            node.value = value;
        }
    }

    /// Takes a value that was built before as the next one.
    pub(super) fn place(&mut self, id: NodeId) {
        match self.open.last_mut().map(|collection| &mut collection.items) {
            None => self.root = self.root.or(Some(id)),
            Some(Items::Sequence(items)) => items.push(id),
            Some(Items::Mapping { entries, key }) => {
                if let Some((key, position)) = key.take() {
                    entries.push(Entry {
                        key,
                        position,
                        value: id,
                    });
                }
            }
        }
    }

    /// Whether the end of this collection has not come.
    pub(super) fn is_open(&self, id: NodeId) -> bool {
        self.open.iter().any(|collection| collection.id == id)
    }

    /// The text of a scalar built before.
    pub(super) fn scalar_text(&self, id: NodeId) -> Option<Text> {
        match &self.nodes.get(id.0 as usize)?.value {
            Value::Scalar(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// Replaces the innermost mapping's entry at `merge_key`, a YAML `<<`, by the entries of a closed
    /// mapping, or of every mapping in a closed sequence, except for the keys that it has itself.
    ///
    /// Returns how many entries it looked at; `None` where `id` is neither.
    pub(super) fn merge(&mut self, source: &str, id: NodeId, merge_key: Position) -> Option<usize> {
        let sources = match &self.nodes.get(id.0 as usize)?.value {
            Value::Mapping(_) => vec![id],
            Value::Sequence(items) => items.clone(),
            _ => return None,
        };
        let mut added = Vec::new();
        for from in sources {
            let Value::Mapping(mapping) = &self.nodes.get(from.0 as usize)?.value else {
                return None;
            };
            added.extend(mapping.entries.iter().cloned());
        }
        let Collection {
            items: Items::Mapping { entries, .. },
            ..
        } = self.open.last_mut()?
        else {
            return None;
        };
        entries.retain(|entry| entry.position != merge_key);
        let mut taken: HashSet<String> = entries
            .iter()
            .map(|entry| entry.key.read(source).to_owned())
            .collect();
        let looked_at = added.len() + taken.len();
        added.retain(|entry| taken.insert(entry.key.read(source).to_owned()));
        entries.extend(added);
        Some(looked_at)
    }

    /// The finished tree; an empty document is a null.
    pub(super) fn finish(mut self, source: String) -> Tree {
        while !self.open.is_empty() {
            self.end();
        }
        let start = Position { line: 1, column: 1 };
        let root = self.root.unwrap_or_else(|| self.push(Value::Null, start));
        Tree {
            source,
            nodes: self.nodes,
            root,
        }
    }

    fn start(&mut self, items: Items, position: Position) -> Result<NodeId, DocError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(DocError::at(position, message::too_deep(MAX_DEPTH)));
        }
        let id = self.push(Value::Null, position);
        self.place(id);
        self.open.push(Collection { id, items });
        Ok(id)
    }

    fn push(&mut self, value: Value, position: Position) -> NodeId {
        // A node takes at least one byte of a source of at most `MAX_BYTES`.
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { position, value });
        id
    }
}
