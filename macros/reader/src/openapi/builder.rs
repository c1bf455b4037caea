//! Builds a tree from the parts of a document in their order, for both JSON and YAML.

use std::collections::HashSet;

use super::message;
use super::tree::{Entry, Mapping, Node, NodeId, Text, Tree, Value};
use crate::{DocError, Position};

/// How deep collections may nest.
pub(super) const MAX_DEPTH: usize = 255;

/// Builds a [`Tree`] from the parts of a document in their order.
#[derive(Debug, Default)]
pub(super) struct Builder {
    nodes: Vec<Node>,
    open: Vec<Collection>,
    root: Option<NodeId>,
}

/// A collection whose end has not come yet.
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
    /// The value of the last key.
    Value,
}

/// Why a merge key cannot be merged, and its position.
pub(super) enum Unmerged {
    /// Its value is not a mapping.
    NoMapping(Position),
    /// It would copy more entries than are allowed.
    TooMuch(Position),
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

    /// Takes a scalar; `None` is a null.
    pub(super) fn scalar(&mut self, text: Option<Text>, position: Position) -> NodeId {
        let id = self.push(text.map_or(Value::Null, Value::Scalar), position);
        self.place(id);
        id
    }

    /// Keeps a text that is not a value of the tree, so that aliases can refer to it.
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
            Items::Mapping { entries, .. } => Value::Mapping(Mapping::new(entries)),
        };
        if let Some(node) = self.nodes.get_mut(id.index()) {
            node.value = value;
        }
    }

    /// Takes a value that was built before as the next value.
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

    /// Whether this collection is still open.
    pub(super) fn is_open(&self, id: NodeId) -> bool {
        self.open.iter().any(|collection| collection.id == id)
    }

    /// The text of a scalar built before.
    pub(super) fn scalar_text(&self, id: NodeId) -> Option<Text> {
        match &self.nodes.get(id.index())?.value {
            Value::Scalar(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// Replaces each merge key (`<<`) of the innermost mapping by the entries of its value: a closed mapping, or a sequence of
    /// mappings. A key that the mapping already has, or that an earlier merge added, keeps its value.
    ///
    /// `room` is how many entries may still be read. It decreases by those that are.
    pub(super) fn merge(
        &mut self,
        source: &str,
        merges: &[(NodeId, Position)],
        room: &mut usize,
    ) -> Result<(), Unmerged> {
        let Some(Collection {
            items: Items::Mapping { entries, .. },
            ..
        }) = self.open.last()
        else {
            return Ok(());
        };
        let keys: HashSet<Position> = merges.iter().map(|(_, position)| *position).collect();
        let own = entries
            .iter()
            .filter(|entry| !keys.contains(&entry.position));
        let mut taken: HashSet<&str> = own.map(|entry| entry.key.read(source)).collect();
        let mut added = Vec::new();
        for &(id, position) in merges {
            let one = [id];
            let sources = match self.value(id) {
                Some(Value::Sequence(items)) => items.as_slice(),
                _ => &one,
            };
            for &from in sources {
                let Some(Value::Mapping(mapping)) = self.value(from) else {
                    return Err(Unmerged::NoMapping(position));
                };
                *room = room
                    .checked_sub(mapping.entries.len() + 1)
                    .ok_or(Unmerged::TooMuch(position))?;
                let new = mapping
                    .entries
                    .iter()
                    .filter(|entry| taken.insert(entry.key.read(source)));
                added.extend(new.cloned());
            }
        }
        if let Some(Collection {
            items: Items::Mapping { entries, .. },
            ..
        }) = self.open.last_mut()
        {
            entries.retain(|entry| !keys.contains(&entry.position));
            entries.extend(added);
        }
        Ok(())
    }

    /// The finished tree; an empty document is a null.
    pub(super) fn finish(mut self, source: String) -> Tree {
        while !self.open.is_empty() {
            self.end();
        }
        let start = Position { line: 1, column: 1 };
        let root = self.root.unwrap_or_else(|| self.push(Value::Null, start));
        Tree::new(source, self.nodes, root)
    }

    fn value(&self, id: NodeId) -> Option<&Value> {
        self.nodes.get(id.index()).map(|node| &node.value)
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
        let id = NodeId::new(self.nodes.len());
        self.nodes.push(Node { position, value });
        id
    }
}
