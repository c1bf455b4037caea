//! The document as a whole: its version, and the operations under its `paths`.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::api::{Api, Operation};
use super::filter::{Filter, Subject};
use super::message;
use super::options::Options;
use super::problem::Problem;
use super::reference::{File, Library, Place};
use super::responses::Responses;
use super::specification::{self, Specification};
use super::tree::{Kind, NodeId};
use crate::names;
use crate::{DocError, Position};

/// How many operations a document may have. `$ref`s could multiply a few without end.
const MAX_OPERATIONS: usize = 100_000;

/// Reads what a document says, and everything that is wrong with it.
///
/// There is nothing to read if the document is not OpenAPI.
pub(super) fn read(mut library: Library<'_>, options: &Options<'_>) -> (Option<Api>, Vec<Problem>) {
    let root = library.root();
    let specification = match specification(&root) {
        Ok(specification) => specification,
        Err(problem) => return (None, vec![problem]),
    };
    let mut survey = Survey {
        library: &mut library,
        specification,
        problems: Vec::new(),
        found: Vec::new(),
        passed: HashSet::new(),
    };
    survey.document(&root);
    let Survey {
        mut problems,
        mut found,
        ..
    } = survey;

    select(&mut found, options, &mut problems);
    refuse_collisions(&found, &mut problems);
    let mut responses = Responses::new(&mut library, options, specification);
    let operations = found
        .into_iter()
        .map(
            |Found {
                 mut operation,
                 definition,
                 ..
             }| {
                operation.responses = responses.read(&definition);
                operation
            },
        )
        .collect();
    problems.extend(responses.into_problems());

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
        .take(5)
        .collect();
    Err(root.problem(message::not_openapi(&keys)))
}

/// An operation that was found, its responses still unread.
struct Found {
    operation: Operation,
    /// Its content, behind every `$ref`.
    definition: Place,
    /// Where the operation's method stands.
    place: Place,
    /// Its definition was already found under another path or method, with the same `operationId`.
    again: bool,
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

/// The methods of a path, and the index of each one's operation.
type Methods = HashMap<String, usize>;

/// The way through a document to its operations.
struct Survey<'l, 'f> {
    library: &'l mut Library<'f>,
    specification: Specification,
    problems: Vec<Problem>,
    found: Vec<Found>,
    /// Every definition found so far.
    passed: HashSet<(*const File, NodeId)>,
}

impl Survey<'_, '_> {
    fn document(&mut self, root: &Place) {
        root.refuse_duplicates(&mut self.problems);
        let Some(paths) = root.get("paths") else {
            self.problems
                .push(root.problem(message::no_paths(root.get("webhooks").is_some())));
            return;
        };
        for layer in self.follow(&paths) {
            for (path, _, item) in self.entries(&layer, "`paths`") {
                self.path_item(&path, &item);
                if self.found.len() > MAX_OPERATIONS {
                    let message = message::too_many_operations(MAX_OPERATIONS);
                    self.problems.push(item.problem(message));
                    return;
                }
            }
        }
        if self.found.is_empty() && self.problems.is_empty() {
            self.problems.push(paths.problem(message::no_operations()));
        }
    }

    /// The operations of a path. A `$ref` here may have neighbours, and then both count.
    fn path_item(&mut self, path: &str, item: &Place) {
        let mut methods = Methods::new();
        for layer in self.follow(item) {
            for (key, position, value) in self.entries(&layer, "a path") {
                if let Some((method, since)) = specification::method(&key) {
                    if self.specification < since {
                        self.refuse_newer(&layer, &key, position);
                    } else {
                        self.operation(method.to_owned(), path, position, &value, &mut methods);
                    }
                    continue;
                }
                match key.as_str() {
                    "parameters" | "servers" | "summary" | "description" => {}
                    "additionalOperations" if self.specification < Specification::OpenApi32 => {
                        self.refuse_newer(&layer, &key, position);
                    }
                    "additionalOperations" => {
                        for (method, position, value) in
                            self.entries(&value, "`additionalOperations`")
                        {
                            self.operation(method, path, position, &value, &mut methods);
                        }
                    }
                    _ if value.get("responses").is_some() => {
                        let message = message::unknown_method(&key);
                        self.problems.push(layer.problem_at(position, message));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Refuses a key that a later version gives operations to.
    fn refuse_newer(&mut self, path: &Place, key: &str, position: Position) {
        let message = message::needs_3_2(key, self.specification);
        self.problems.push(path.problem_at(position, message));
    }

    /// Notes an operation, unless its path has one of this method already.
    fn operation(
        &mut self,
        method: String,
        path: &str,
        position: Position,
        value: &Place,
        methods: &mut Methods,
    ) {
        let index = *methods.entry(method.clone()).or_insert(self.found.len());
        if let Some(found) = self.found.get(index) {
            let message = message::operation_twice(&method, path, &place_of(found, &value.file));
            self.problems.push(value.problem_at(position, message));
            return;
        }
        let definition = self.follow(value).pop().unwrap_or_else(|| value.clone());
        if !matches!(definition.kind(), Kind::Mapping) {
            let message = message::expected_mapping("an operation", definition.kind());
            self.problems.push(definition.problem(message));
        }
        definition.refuse_duplicates(&mut self.problems);
        let again = !self
            .passed
            .insert((Rc::as_ptr(&definition.file), definition.node));
        let text = |key| definition.text(key).map(str::to_owned);
        let id = text("operationId").filter(|id| !id.trim().is_empty());
        // Found again, the operation is another one: `operationId` names the first.
        let name = names::of_operation(id.as_deref().filter(|_| !again), &method, path);
        let operation = Operation {
            id,
            method,
            path: path.to_owned(),
            name,
            summary: text("summary"),
            tags: tags(&definition),
            position,
            file: value.file.name.clone(),
            responses: Vec::new(),
        };
        self.found.push(Found {
            operation,
            definition,
            place: value.clone(),
            again,
        });
    }

    /// The values on the way along a `$ref`; those before it where it leads nowhere.
    fn follow(&mut self, from: &Place) -> Vec<Place> {
        self.library.follow(from).unwrap_or_else(|problem| {
            self.problems.push(problem);
            vec![from.clone()]
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
        place.refuse_duplicates(&mut self.problems);
        let entries = place.file.tree.entries(place.node);
        let own = entries
            .into_iter()
            .filter(|(key, _)| *key != "$ref" && !key.starts_with("x-"));
        own.map(|(key, entry)| (key.to_owned(), entry.position, place.at(entry.value)))
            .collect()
    }
}

fn tags(definition: &Place) -> Vec<String> {
    let tags = definition.get("tags");
    let Some(Kind::Sequence(items)) = tags.as_ref().map(Place::kind) else {
        return Vec::new();
    };
    let tree = &definition.file.tree;
    items
        .iter()
        .filter_map(|&item| tree.scalar(item))
        .map(str::to_owned)
        .collect()
}

/// Where an operation stands, as seen from a file.
fn place_of(found: &Found, from: &Rc<File>) -> String {
    match &found.operation.file {
        _ if Rc::ptr_eq(&found.place.file, from) => found.operation.position.to_string(),
        Some(file) => format!("{file}:{}", found.operation.position),
        None => format!("{} of the document", found.operation.position),
    }
}

/// Leaves only the operations that one of the filters wants, and reports every filter that wants none.
fn select(found: &mut Vec<Found>, options: &Options<'_>, problems: &mut Vec<Problem>) {
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
    let mut wanted = vec![false; subjects.len()];
    for (index, text) in options.operations.iter().enumerate() {
        let filter = Filter::new(text);
        let mut matched = false;
        for (subject, wanted) in subjects.iter().zip(&mut wanted) {
            if filter.accepts(subject) {
                *wanted = true;
                matched = true;
            }
        }
        if !matched {
            let near = filter.near_misses(&subjects);
            let error = DocError::whole(message::filter_without_match(text, &near));
            problems.push(Problem {
                file: None,
                filter: Some(index),
                error,
            });
        }
    }
    let mut wanted = wanted.into_iter();
    found.retain(|_| wanted.next().unwrap_or_default());
}

/// Reports operations that share an `operationId` or the name of a module, at the later one.
fn refuse_collisions(found: &[Found], problems: &mut Vec<Problem>) {
    let mut by_id: HashMap<&str, &Found> = HashMap::new();
    let mut by_name: HashMap<&str, &Found> = HashMap::new();
    for later in found {
        if let (Some(id), false) = (&later.operation.id, later.again) {
            let first = *by_id.entry(id).or_insert(later);
            if !std::ptr::eq(first, later) {
                let message = message::duplicate_id(id, &place_of(first, &later.place.file));
                problems.push(later.problem(message));
                continue;
            }
        }
        let name = later.operation.name.as_str();
        let first = *by_name.entry(name).or_insert(later);
        if !std::ptr::eq(first, later) {
            let place = place_of(first, &later.place.file);
            let message = message::same_name(name, &later.described(), &first.described(), &place);
            problems.push(later.problem(message));
        }
    }
}
