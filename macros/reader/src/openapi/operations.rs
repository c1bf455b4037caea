//! The document as a whole: its version, and the operations under its `paths`.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::api::{Api, Operation};
use super::filter::{Filter, Subject};
use super::message;
use super::options::Options;
use super::problem::{Problem, Problems};
use super::reference::{File, Key, Library, Place};
use super::responses::Responses;
use super::specification::{self, Specification};
use super::tree::Kind;
use crate::names;
use crate::{DocError, Position};

/// How many operations a document may have, in addition to one for every 16 bytes of its size. Otherwise references and aliases
/// could multiply a few operations without limit.
const OPERATIONS: usize = 1_000;

/// How many operations a document of any size may have.
const MAX_OPERATIONS: usize = 100_000;

/// The longest path, `operationId`, tag and method, in bytes. They are limited because each may be repeated for every operation.
const MAX_PATH: usize = 2_000;
const MAX_ID: usize = 200;
const MAX_TAG: usize = 200;
const MAX_METHOD: usize = 50;

/// The longest name of a module, in bytes. rustdoc makes it the name of a folder, and common file systems allow 255 bytes.
const MAX_NAME: usize = 240;

/// The number of characters of a summary that are kept.
const SUMMARY: usize = 300;

/// Reads the operations of a document, and everything that is wrong with it.
///
/// Returns no operations if the document is not OpenAPI.
pub(super) fn read(mut library: Library<'_>, options: &Options<'_>) -> (Option<Api>, Problems) {
    let mut problems = Problems::default();
    let root = library.root();
    let specification = match specification(&root) {
        Ok(specification) => specification,
        Err(problem) => {
            problems.push(problem);
            return (None, problems);
        }
    };
    let mut survey = Survey {
        library: &mut library,
        specification,
        problems: &mut problems,
        found: Vec::new(),
        items: HashMap::new(),
        definitions: HashMap::new(),
    };
    survey.document(&root);
    let mut found = survey.found;

    select(&mut found, options, &mut problems);
    refuse_names(&found, &mut problems);
    let mut responses = Responses::new(&mut library, options, specification, &mut problems);
    let operations = found
        .into_iter()
        .map(|found| Operation {
            responses: responses.read(&found.definition.place),
            ..found.operation
        })
        .collect();

    let info = root.get("info");
    let text = |key| {
        info.as_ref()
            .and_then(|info| info.text(key))
            .map(str::to_owned)
    };
    let (title, version) = (text("title").unwrap_or_default(), text("version"));
    (
        Some(Api {
            title,
            version,
            files: library.into_names(),
            operations,
        }),
        problems,
    )
}

fn specification(root: &Place) -> Result<Specification, Problem> {
    let tree = &root.file.tree;
    if !matches!(root.kind(), Kind::Mapping) {
        return Err(root.problem(message::not_a_mapping(root.kind())));
    }
    for key in ["openapi", "swagger"] {
        if let Some(entry) = tree.get(root.node, key) {
            let version = tree.scalar(entry.value).unwrap_or_default().trim();
            return Specification::new(key, version).ok_or_else(|| {
                root.problem_at(entry.position, message::unknown_version(key, version))
            });
        }
    }
    let keys: Vec<&str> = tree
        .entries(root.node)
        .iter()
        .map(|(key, _)| *key)
        .take(20)
        .collect();
    Err(root.problem(message::not_openapi(&keys)))
}

/// An operation whose responses are not read yet.
struct Found {
    operation: Operation,
    /// Its content.
    definition: Rc<Definition>,
    /// Where the operation's method stands.
    place: Place,
    /// Whether its definition, and so its `operationId`, was already found under another path or method.
    again: bool,
}

/// The content of an operation after following every `$ref`. Several operations may share it.
struct Definition {
    place: Place,
    id: Option<String>,
    summary: Option<String>,
    tags: Arc<[String]>,
}

/// A method under a path, and its operation.
struct Member {
    method: String,
    position: Position,
    value: Place,
}

impl Found {
    fn problem(&self, message: String) -> Problem {
        self.place.problem_at(self.operation.position, message)
    }

    /// `GET /pets (listPets)`
    fn described(&self) -> String {
        let route = self.operation.route();
        match &self.operation.id {
            Some(id) if !self.again => format!("{route} ({id})"),
            _ => route,
        }
    }
}

/// Finds the operations of a document. A value that several of them share is read once.
struct Survey<'l, 'f> {
    library: &'l mut Library<'f>,
    specification: Specification,
    problems: &'l mut Problems,
    found: Vec<Found>,
    /// The members of each path item.
    items: HashMap<Key, Rc<[Member]>>,
    /// Every definition found so far.
    definitions: HashMap<Key, Rc<Definition>>,
}

impl Survey<'_, '_> {
    fn document(&mut self, root: &Place) {
        root.refuse_duplicates(self.problems);
        let Some(paths) = root.get("paths") else {
            self.problems
                .push(root.problem(message::no_paths(root.get("webhooks").is_some())));
            return;
        };
        for layer in self.follow(&paths).iter() {
            for (path, position, item) in self.entries(layer, "`paths`") {
                if path.len() > MAX_PATH {
                    let message = message::too_long("this path", MAX_PATH);
                    self.problems.push(layer.problem_at(position, message));
                    continue;
                }
                if !self.path_item(&path, &item) {
                    let message = message::too_many_operations(self.most_operations());
                    self.problems.push(layer.problem_at(position, message));
                    return;
                }
            }
        }
        if self.found.is_empty() && self.problems.is_empty() {
            self.problems.push(paths.problem(message::no_operations()));
        }
    }

    fn most_operations(&self) -> usize {
        MAX_OPERATIONS.min(OPERATIONS + self.library.bytes() / 16)
    }

    /// Adds the operations of a path. Returns `false` if there are too many. Keys beside a `$ref` count as well as those that the
    /// `$ref` leads to.
    fn path_item(&mut self, path: &str, item: &Place) -> bool {
        let mut methods = Methods::new();
        for layer in self.follow(item).iter() {
            for member in self.members(layer).iter() {
                if self.found.len() >= self.most_operations() {
                    return false;
                }
                self.operation(path, member, &mut methods);
            }
        }
        true
    }

    /// The operations under a path, and everything that is wrong with it.
    fn members(&mut self, item: &Place) -> Rc<[Member]> {
        if let Some(known) = self.items.get(&item.key()) {
            return Rc::clone(known);
        }
        let mut members = Vec::new();
        for (key, position, value) in self.entries(item, "a path") {
            if let Some((method, since)) = specification::method(&key) {
                if self.specification < since {
                    self.refuse_newer(item, &key, position);
                } else {
                    let method = method.to_owned();
                    members.push(Member {
                        method,
                        position,
                        value,
                    });
                }
                continue;
            }
            match key.as_str() {
                "additionalOperations" if self.specification < Specification::OpenApi32 => {
                    self.refuse_newer(item, &key, position);
                }
                "additionalOperations" => {
                    for (method, position, operation) in
                        self.entries(&value, "`additionalOperations`")
                    {
                        if is_method(&method) {
                            members.push(Member {
                                method,
                                position,
                                value: operation,
                            });
                        } else {
                            let message = message::not_a_method(&method);
                            self.problems.push(value.problem_at(position, message));
                        }
                    }
                }
                _ if value.get("responses").is_some() => {
                    let message = message::unknown_method(&key);
                    self.problems.push(item.problem_at(position, message));
                }
                _ => {}
            }
        }
        let members: Rc<[Member]> = members.into();
        self.items.insert(item.key(), Rc::clone(&members));
        members
    }

    /// Refuses a key that has operations only in a later version.
    fn refuse_newer(&mut self, path: &Place, key: &str, position: Position) {
        let message = message::needs_3_2(key, self.specification);
        self.problems.push(path.problem_at(position, message));
    }

    /// Adds an operation, unless its path already has one with this method.
    fn operation(&mut self, path: &str, member: &Member, methods: &mut Methods) {
        let Member {
            method,
            position,
            value,
        } = member;
        let index = *methods.entry(method.clone()).or_insert(self.found.len());
        if let Some(found) = self.found.get(index) {
            let message = message::operation_twice(method, path, &place_of(found, &value.file));
            self.problems.push(value.problem_at(*position, message));
            return;
        }
        let way = self.follow(value);
        let (definition, again) = self.definition(way.last().unwrap_or(value));
        // If the definition was found before, its `operationId` names that operation, and this one is named by its route.
        let name = names::of_operation(definition.id.as_deref().filter(|_| !again), method, path);
        let operation = Operation {
            id: definition.id.clone(),
            method: method.clone(),
            path: path.to_owned(),
            name,
            summary: definition.summary.clone(),
            tags: Arc::clone(&definition.tags),
            position: *position,
            file: value.file.name.clone(),
            responses: Arc::default(),
        };
        self.found.push(Found {
            operation,
            definition,
            place: value.clone(),
            again,
        });
    }

    /// The definition of an operation, and whether another operation has it too.
    fn definition(&mut self, place: &Place) -> (Rc<Definition>, bool) {
        if let Some(known) = self.definitions.get(&place.key()) {
            return (Rc::clone(known), true);
        }
        if !matches!(place.kind(), Kind::Mapping) {
            let message = message::expected_mapping("an operation", place.kind());
            self.problems.push(place.problem(message));
        }
        place.refuse_duplicates(self.problems);
        let id = place.text("operationId").filter(|id| !id.trim().is_empty());
        if id.is_some_and(|id| id.len() > MAX_ID) {
            let message = message::too_long("the `operationId`", MAX_ID);
            self.problems.push(place.problem(message));
        }
        let definition = Rc::new(Definition {
            place: place.clone(),
            id: id.filter(|id| id.len() <= MAX_ID).map(str::to_owned),
            summary: place.text("summary").map(cut),
            tags: self.tags(place),
        });
        self.definitions.insert(place.key(), Rc::clone(&definition));
        (definition, false)
    }

    fn tags(&mut self, definition: &Place) -> Arc<[String]> {
        let tags = definition.get("tags");
        let Some(Kind::Sequence(items)) = tags.as_ref().map(Place::kind) else {
            return Arc::default();
        };
        let tree = &definition.file.tree;
        let mut tags = Vec::new();
        for tag in items.iter().filter_map(|&item| tree.scalar(item)) {
            if tag.len() > MAX_TAG {
                let message = message::too_long("a tag of this operation", MAX_TAG);
                self.problems.push(definition.problem(message));
            } else {
                tags.push(tag.to_owned());
            }
        }
        tags.into()
    }

    /// The values that a `$ref` leads through. If it leads nowhere, only the first.
    fn follow(&mut self, from: &Place) -> Rc<[Place]> {
        self.library.follow(from).unwrap_or_else(|problem| {
            self.problems.push(problem);
            Rc::new([from.clone()])
        })
    }

    /// The entries of a mapping with the places of their keys, without `$ref` and vendor extensions.
    fn entries(&mut self, place: &Place, what: &str) -> Vec<(String, Position, Place)> {
        match place.kind() {
            Kind::Mapping | Kind::Null => {}
            kind => {
                let message = message::expected_mapping(what, kind);
                self.problems.push(place.problem(message));
            }
        }
        place.refuse_duplicates(self.problems);
        let entries = place.file.tree.entries(place.node);
        let own = entries
            .into_iter()
            .filter(|(key, _)| *key != "$ref" && !key.starts_with("x-"));
        own.map(|(key, entry)| (key.to_owned(), entry.position, place.at(entry.value)))
            .collect()
    }
}

/// The methods of a path, each with the index of its operation.
type Methods = HashMap<String, usize>;

/// Whether this is a valid method (RFC 9110 §5.6.2, §9.1).
fn is_method(text: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    (1..=MAX_METHOD).contains(&text.len()) && text.bytes().all(token)
}

/// The beginning of a summary.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SUMMARY) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

/// The place of an operation, relative to a file.
fn place_of(found: &Found, from: &Rc<File>) -> String {
    match &found.operation.file {
        _ if Rc::ptr_eq(&found.place.file, from) => found.operation.position.to_string(),
        Some(file) => format!("{file}:{}", found.operation.position),
        None => format!("{} of the document", found.operation.position),
    }
}

/// Keeps only the operations that one of the filters selects, and reports every filter that selects none.
fn select(found: &mut Vec<Found>, options: &Options<'_>, problems: &mut Problems) {
    if options.operations.is_empty() {
        return;
    }
    let subjects: Vec<Subject<'_>> = found
        .iter()
        .map(|Found { operation, .. }| Subject {
            id: operation.id.as_deref(),
            name: &operation.name,
            method: &operation.method,
            path: &operation.path,
            tags: &operation.tags,
        })
        .collect();
    let without = |text: &&str| text.trim_start().starts_with('!');
    let mut wanted = vec![options.operations.iter().all(without); subjects.len()];
    let mut left_out = vec![false; subjects.len()];
    for (index, text) in options.operations.iter().enumerate() {
        let (filter, marked) = match text.trim_start().strip_prefix('!') {
            Some(filter) => (Filter::new(filter), &mut left_out),
            None => (Filter::new(text), &mut wanted),
        };
        let accepted = filter.accepted(&subjects);
        for (marked, accepted) in marked.iter_mut().zip(&accepted) {
            *marked |= accepted;
        }
        if !accepted.contains(&true) {
            let near = filter.near_misses(&subjects);
            let error = DocError::whole(message::filter_without_match(text, &near));
            problems.push(Problem {
                file: None,
                filter: Some(index),
                error,
            });
        }
    }
    let mut wanted = wanted.into_iter().zip(left_out);
    found.retain(|_| {
        wanted
            .next()
            .is_some_and(|(wanted, left_out)| wanted && !left_out)
    });
}

/// Reports operations that share an `operationId` or the name of a module, at the later one, and names that are too long.
///
/// Rust compares names in Unicode's normal form NFC, so they are compared in that form here too.
fn refuse_names(found: &[Found], problems: &mut Problems) {
    let mut by_id: HashMap<String, &Found> = HashMap::new();
    let mut by_name: HashMap<String, &Found> = HashMap::new();
    for later in found {
        let Operation { id, name, .. } = &later.operation;
        if let (Some(id), false) = (id, later.again) {
            let first = *by_id.entry(names::normalized(id)).or_insert(later);
            if !std::ptr::eq(first, later) {
                let message = message::duplicate_id(
                    id,
                    &later.operation.route(),
                    &place_of(first, &later.place.file),
                );
                problems.push(later.problem(message));
                continue;
            }
        }
        if name.len() > MAX_NAME {
            let message = message::long_name(&later.operation.route(), MAX_NAME);
            problems.push(later.problem(message));
            continue;
        }
        let first = *by_name.entry(names::normalized(name)).or_insert(later);
        if !std::ptr::eq(first, later) {
            let place = place_of(first, &later.place.file);
            let message = message::same_name(
                name,
                &later.described(),
                &later.operation.route(),
                &first.described(),
                &place,
            );
            problems.push(later.problem(message));
        }
    }
}
