//! The document, the files beside it, and how a `$ref` leads from one value to another.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::pointer::{self, Reference};
use super::tree::{Kind, NodeId, Tree};
use super::{
    json, message,
    options::LoadFile,
    problem::{Problem, Problems},
    yaml,
};
use crate::{DocError, Position};

/// The largest document, with all its files together, in bytes.
const MAX_BYTES: usize = 32 << 20;

/// How many `$ref`s may lead from one to the next.
const MAX_CHAIN: usize = 64;

/// The longest `$ref`, in bytes.
const MAX_REFERENCE: usize = 1_000;

/// How many files a document may consist of.
const MAX_FILES: usize = 10_000;

/// A file that was read.
#[derive(Debug)]
pub(super) struct File {
    /// `None` for the document itself.
    pub(super) name: Option<Arc<str>>,
    path: String,
    pub(super) tree: Tree,
}

/// A value in one of the files.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: Rc<File>,
    pub(super) node: NodeId,
}

impl Place {
    /// What is here.
    pub(super) fn kind(&self) -> Kind<'_> {
        self.file.tree.kind(self.node)
    }

    /// Another value of the same file.
    pub(super) fn at(&self, node: NodeId) -> Place {
        Place {
            file: Rc::clone(&self.file),
            node,
        }
    }

    /// The value under a key of this mapping.
    pub(super) fn get(&self, key: &str) -> Option<Place> {
        self.file
            .tree
            .get(self.node, key)
            .map(|entry| self.at(entry.value))
    }

    /// The text under a key of this mapping.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.file
            .tree
            .scalar(self.file.tree.get(self.node, key)?.value)
    }

    /// A problem with this value.
    pub(super) fn problem(&self, message: String) -> Problem {
        self.problem_at(self.file.tree.position(self.node), message)
    }

    /// A problem at a place of this file.
    pub(super) fn problem_at(&self, position: Position, message: String) -> Problem {
        Problem::new(self.file.name.clone(), DocError::at(position, message))
    }

    /// Reports each key that this mapping has twice, because either of the two values may be the wrong one.
    ///
    /// Mappings that are never read are not checked.
    pub(super) fn refuse_duplicates(&self, problems: &mut Problems) {
        for (key, first, again) in self.file.tree.duplicates(self.node) {
            // A file beside the document may not be a part of it, so it is not quoted.
            let key = Some(key).filter(|_| self.file.name.is_none());
            let message = message::duplicate_key(key, &first.to_string());
            problems.push(self.problem_at(again, message));
        }
    }

    /// The key of this value in a map. It is stable, because a library never moves its files.
    pub(super) fn key(&self) -> Key {
        (Rc::as_ptr(&self.file), self.node)
    }

    /// Whether both are the same value at the same place. Equal values at two places are not.
    pub(super) fn is(&self, other: &Place) -> bool {
        self.node == other.node && Rc::ptr_eq(&self.file, &other.file)
    }

    /// The text of this mapping's `$ref`, and where the text stands.
    fn reference(&self) -> Option<(&str, Position)> {
        let tree = &self.file.tree;
        let value = tree.get(self.node, "$ref")?.value;
        Some((tree.scalar(value)?, tree.position(value)))
    }
}

/// Identifies a value of a file in a map.
pub(super) type Key = (*const File, NodeId);

/// The values that a `$ref` leads through.
#[derive(Clone)]
struct Way {
    places: Rc<[Place]>,
    /// How many `$ref`s were followed, including those within pointers.
    passed: usize,
}

/// The values and the number of `$ref`s since the first `$ref`.
#[derive(Default)]
struct Trail {
    places: Vec<Place>,
    passed: usize,
}

/// The document and the files beside it that were needed so far.
pub(super) struct Library<'f> {
    load: LoadFile<'f>,
    document: Rc<File>,
    /// The files by path. A file that could not be read is not opened again.
    files: HashMap<String, Result<Rc<File>, Problem>>,
    /// The names of the files that could be opened, in the order of their first use.
    names: Vec<Arc<str>>,
    bytes: usize,
    /// Where each `$ref` leads, so that a shared `$ref` is followed once.
    followed: HashMap<Key, Way>,
    /// The `$ref`s that lead nowhere.
    refused: HashMap<Key, Problem>,
}

impl<'f> Library<'f> {
    /// A library of the document alone.
    ///
    /// # Errors
    /// The document is neither JSON nor YAML, or too large.
    pub(super) fn new(text: &str, name: &str, load: LoadFile<'f>) -> Result<Self, Problem> {
        let path = pointer::normalized(name);
        let tree = parse(text, &path).map_err(|error| Problem::new(None, error))?;
        let document = Rc::new(File {
            name: None,
            path,
            tree,
        });
        Ok(Library {
            load,
            document,
            files: HashMap::new(),
            names: Vec::new(),
            bytes: text.len(),
            followed: HashMap::new(),
            refused: HashMap::new(),
        })
    }

    /// The document's outermost value.
    pub(super) fn root(&self) -> Place {
        Place {
            node: self.document.tree.root(),
            file: Rc::clone(&self.document),
        }
    }

    /// The length of all files that were read so far.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// The names of the files that could be opened.
    pub(super) fn into_names(self) -> Vec<Arc<str>> {
        self.names
    }

    /// Follows the `$ref`s of a value. Returns the value, and each value that a `$ref` leads to; the last is the definition.
    ///
    /// # Errors
    /// A `$ref` leads nowhere, to a URL, out of the folder, or in a circle.
    pub(super) fn follow(&mut self, from: &Place) -> Result<Rc<[Place]>, Problem> {
        if let Some(refused) = self.refused.get(&from.key()) {
            return Err(refused.clone());
        }
        let way = self.follow_on(from, &mut Trail::default());
        if let Err(problem) = &way {
            self.refused.insert(from.key(), problem.clone());
        }
        way.map(|way| way.places)
    }

    /// `trail` has every value with a `$ref` that led here, including those within pointers.
    fn follow_on(&mut self, from: &Place, trail: &mut Trail) -> Result<Way, Problem> {
        let mut places = vec![from.clone()];
        let mut current = from.clone();
        let before = trail.passed;
        while let Some((text, position)) = current.reference() {
            if let Some(known) = self.followed.get(&current.key()) {
                trail.passed += known.passed;
                places.extend(known.places.iter().skip(1).cloned());
                if trail.passed > MAX_CHAIN {
                    return Err(current.problem_at(position, message::long_chain(MAX_CHAIN)));
                }
                break;
            }
            if trail.places.iter().any(|passed| passed.is(&current)) {
                let first = trail.places.first().unwrap_or(from);
                return Err(first.problem(message::reference_cycle(text)));
            }
            if trail.passed >= MAX_CHAIN {
                return Err(current.problem_at(position, message::long_chain(MAX_CHAIN)));
            }
            if text.len() > MAX_REFERENCE {
                let message = message::too_long("this `$ref`", MAX_REFERENCE);
                return Err(current.problem_at(position, message));
            }
            trail.passed += 1;
            trail.places.push(current.clone());
            let next = self.resolve(text, position, &current, trail)?;
            places.push(next.clone());
            current = next;
        }
        let way = Way {
            places: places.into(),
            passed: trail.passed - before,
        };
        if way.passed > 0 {
            self.followed.insert(from.key(), way.clone());
        }
        Ok(way)
    }

    fn resolve(
        &mut self,
        text: &str,
        position: Position,
        from: &Place,
        trail: &mut Trail,
    ) -> Result<Place, Problem> {
        let refuse = |message: String| from.problem_at(position, message);
        let reference = Reference::parse(text).map_err(refuse)?;
        let file = match &reference.file {
            None => Rc::clone(&from.file),
            Some(name) => {
                let path =
                    pointer::beside(&self.document.path, &from.file.path, name).map_err(refuse)?;
                self.file(path, from, position)?
            }
        };
        let mut current = Place {
            node: file.tree.root(),
            file,
        };
        for token in &reference.tokens {
            let next = match step(&current, token) {
                Some(next) => Some(next),
                // The pointer goes through a value that is a `$ref` itself.
                None if current.reference().is_some() => {
                    let way = self.follow_on(&current, trail)?;
                    way.places.last().and_then(|target| step(target, token))
                }
                None => None,
            };
            current = next.ok_or_else(|| refuse(message::reference_to_nothing(text, token)))?;
        }
        Ok(current)
    }

    /// The file at this path, read once.
    fn file(&mut self, path: String, from: &Place, at: Position) -> Result<Rc<File>, Problem> {
        if path == self.document.path {
            return Ok(Rc::clone(&self.document));
        }
        if let Some(known) = self.files.get(&path) {
            // If the file cannot be read, that was reported at the first `$ref` to it.
            return known.clone();
        }
        let refuse = |message| Err(from.problem_at(at, message));
        if self.files.len() >= MAX_FILES {
            return refuse(message::too_many_files(MAX_FILES));
        }
        let read = match (self.load)(&path) {
            Err(reason) => refuse(message::file_not_opened(&path, &reason)),
            Ok(text) => {
                let name: Arc<str> = path.as_str().into();
                self.names.push(Arc::clone(&name));
                self.bytes = self.bytes.saturating_add(text.len());
                if self.bytes > MAX_BYTES {
                    return refuse(message::too_large_together(MAX_BYTES));
                }
                parse(&text, &path)
                    .map(|tree| {
                        Rc::new(File {
                            name: Some(Arc::clone(&name)),
                            path: path.clone(),
                            tree,
                        })
                    })
                    .map_err(|error| Problem::new(Some(name), error))
            }
        };
        self.files.insert(path, read.clone());
        read
    }
}

/// The value under a key of a mapping, or under a number in a list.
fn step(place: &Place, token: &str) -> Option<Place> {
    match place.kind() {
        Kind::Mapping => place.get(token),
        Kind::Sequence(items) => items
            .get(token.parse::<usize>().ok()?)
            .map(|&item| place.at(item)),
        _ => None,
    }
}

/// Parses a file as JSON or YAML, by its extension. Without a known extension, its beginning decides.
fn parse(text: &str, path: &str) -> Result<Tree, DocError> {
    if text.len() > MAX_BYTES {
        return Err(DocError::whole(message::too_large(MAX_BYTES)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let extension = path
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let content = text.trim_start();
    // YAML's flow style starts like JSON, but its authors leave out the quotes.
    let looks_like_json = content
        .strip_prefix('{')
        .is_some_and(|inside| inside.trim_start().starts_with(['"', '}']));
    match extension.as_deref() {
        Some("json") => json::parse(text.to_owned()),
        // JSON is also YAML, but the JSON parser is faster.
        Some("yaml" | "yml") if looks_like_json => {
            json::parse(text.to_owned()).or_else(|_| yaml::parse(text.to_owned()))
        }
        _ if looks_like_json => json::parse(text.to_owned()),
        _ => yaml::parse(text.to_owned()),
    }
}
