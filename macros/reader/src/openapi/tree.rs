//! A parsed document, JSON or YAML: every value with its position.
//!
//! All values are in one vector and refer to each other by index. A YAML alias is a second reference to the same index, so that
//! no document grows when it is parsed.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use crate::Position;

/// Mappings up to this length are searched linearly. Longer ones are sorted once.
const SMALL: usize = 8;

/// The index of a value in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct NodeId(u32);

impl NodeId {
    /// The id of the value at this index. The index fits, because every value takes at least one byte of the source, whose size is
    /// limited.
    pub(super) fn new(index: usize) -> Self {
        NodeId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A text: its range in the source, or a string of its own if escapes or folding changed it.
#[derive(Clone, Debug)]
pub(super) enum Text {
    Source(Range<usize>),
    Owned(Rc<str>),
}

/// A key of a mapping, with the id of its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: Text,
    /// The position of the key.
    pub(super) position: Position,
    pub(super) value: NodeId,
}

/// A value and its position, as they are stored.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) position: Position,
    pub(super) value: Value,
}

#[derive(Debug)]
pub(super) enum Value {
    Null,
    Scalar(Text),
    Sequence(Vec<NodeId>),
    Mapping(Mapping),
}

#[derive(Debug)]
pub(super) struct Mapping {
    pub(super) entries: Vec<Entry>,
    /// Indices of the entries, sorted by key and then by position. They are sorted on first use, because most mappings of a document
    /// (its schemas and examples) are never searched.
    sorted: OnceCell<Vec<usize>>,
}

impl Mapping {
    pub(super) fn new(entries: Vec<Entry>) -> Self {
        Mapping {
            entries,
            sorted: OnceCell::new(),
        }
    }
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

/// A parsed document.
#[derive(Debug)]
pub(super) struct Tree {
    source: String,
    nodes: Vec<Node>,
    root: NodeId,
}

impl Tree {
    /// Makes a tree of values that refer to each other by index.
    pub(super) fn new(source: String, nodes: Vec<Node>, root: NodeId) -> Self {
        Tree {
            source,
            nodes,
            root,
        }
    }

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

    /// The entry of a mapping under this key; the last one if the key is written twice.
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

    /// The entries of a mapping in document order. For a key that is written twice, only the last entry.
    ///
    /// A value that is not a mapping has no entries.
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

    /// The keys that a mapping has twice, each with its first and its second position.
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
        self.nodes.get(id.index())
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
    /// A text at this range of the source if the source has exactly this text there; otherwise a string of its own.
    pub(super) fn new(source: &str, range: Option<Range<usize>>, text: &str) -> Self {
        match range {
            Some(range) if source.get(range.clone()) == Some(text) => Text::Source(range),
            _ => Text::Owned(text.into()),
        }
    }

    /// The text, given its source.
    pub(super) fn read<'t>(&'t self, source: &'t str) -> &'t str {
        match self {
            Text::Source(range) => source.get(range.clone()).unwrap_or_default(),
            Text::Owned(text) => text,
        }
    }
}
