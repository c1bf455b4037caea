//! Reads the keys and the descriptions of responses, which a `$ref` may move to another place.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::api::{Response, ResponseCodes};
use super::message;
use super::options::{Options, Policy};
use super::problem::Problems;
use super::reference::{Key, Library, Place};
use super::specification::Specification;
use super::tree::Kind;
use crate::Codes;

/// How many responses the operations of a document may have together, in addition to one for every 8 bytes of its size. A
/// response that operations share counts for each of them.
const RESPONSES: usize = 10_000;

/// How long their descriptions may be together, in addition to 16 times the size of the document.
const TEXT: usize = 1 << 20;

/// How long descriptions may be together in a document of any size.
const MAX_TEXT: usize = 64 << 20;

/// Reads the responses of operations, one after the other.
pub(super) struct Responses<'l, 'f, 'o> {
    library: &'l mut Library<'f>,
    options: &'o Options<'o>,
    specification: Specification,
    problems: &'l mut Problems,
    /// The responses that were read, so that shared ones are read once.
    known: HashMap<Key, Arc<[Response]>>,
    descriptions: HashMap<Key, Arc<str>>,
    /// The number of responses of all operations so far, and the length of their descriptions.
    count: usize,
    text: usize,
    /// The length of the descriptions that were copied out of the document. Shared ones count once.
    copied: usize,
    /// Whether there are too many, or their descriptions are too long.
    exceeded: bool,
}

impl<'l, 'f, 'o> Responses<'l, 'f, 'o> {
    pub(super) fn new(
        library: &'l mut Library<'f>,
        options: &'o Options<'o>,
        specification: Specification,
        problems: &'l mut Problems,
    ) -> Self {
        Responses {
            library,
            options,
            specification,
            problems,
            known: HashMap::new(),
            descriptions: HashMap::new(),
            count: 0,
            text: 0,
            copied: 0,
            exceeded: false,
        }
    }

    /// The responses of an operation. An operation without `responses` documents none.
    pub(super) fn read(&mut self, operation: &Place) -> Arc<[Response]> {
        let place = operation.get("responses");
        let Some(place) = place.and_then(|place| self.follow(&place).last().cloned()) else {
            return Arc::default();
        };
        let known = self.known.get(&place.key()).map(Arc::clone);
        let responses = known.unwrap_or_else(|| {
            let read: Arc<[Response]> = self.responses(&place).into();
            self.known.insert(place.key(), Arc::clone(&read));
            read
        });
        let text: usize = responses.iter().map(|one| one.description.len()).sum();
        self.count = self.count.saturating_add(responses.len());
        self.text = self.text.saturating_add(text);
        let limit = RESPONSES + self.library.bytes() / 8;
        if self.count > limit {
            self.refuse_once(&place, message::too_many_responses(limit));
            return Arc::default();
        }
        if self.text > self.most_text() {
            self.refuse_once(&place, message::too_much_text(self.most_text()));
            return Arc::default();
        }
        responses
    }

    /// The responses of a `responses` object.
    fn responses(&mut self, place: &Place) -> Vec<Response> {
        if !matches!(place.kind(), Kind::Mapping | Kind::Null) {
            let message = message::expected_mapping("`responses`", place.kind());
            self.problems.push(place.problem(message));
        }
        place.refuse_duplicates(self.problems);
        let entries = place.file.tree.entries(place.node);
        let own = || {
            let keys = entries.iter();
            keys.filter(|(key, _)| *key != "$ref" && !key.starts_with("x-"))
        };
        // A file beside the document without any response may be anything, so it is not quoted.
        let foreign = place.file.name.is_some() && own().next().is_some();
        if foreign && own().all(|(key, _)| response_codes(key).is_none()) {
            self.problems.push(place.problem(message::no_responses()));
            return Vec::new();
        }
        let mut responses: Vec<Response> = Vec::new();
        for (key, entry) in own() {
            let Some(codes) = response_codes(key) else {
                let message = message::not_a_code(key);
                self.problems
                    .push(place.problem_at(entry.position, message));
                continue;
            };
            if self.policy(codes) == Policy::Ignore {
                continue;
            }
            if let Some(first) = responses.iter().find(|first| first.codes == codes) {
                let message = message::codes_twice(key, &first.position.to_string());
                self.problems
                    .push(place.problem_at(entry.position, message));
                continue;
            }
            responses.push(Response {
                key: (*key).to_owned(),
                codes,
                description: self.description(&place.at(entry.value)),
                position: entry.position,
                file: place.file.name.clone(),
            });
        }
        responses
    }

    /// Reports that there is too much of something, once.
    fn refuse_once(&mut self, place: &Place, message: String) {
        if !self.exceeded {
            self.exceeded = true;
            self.problems.push(place.problem(message));
        }
    }

    fn most_text(&self) -> usize {
        MAX_TEXT.min(TEXT + self.library.bytes().saturating_mul(16))
    }

    fn policy(&self, codes: ResponseCodes) -> Policy {
        match codes {
            ResponseCodes::Default => self.options.default,
            ResponseCodes::Codes(Codes::Range(..)) => self.options.ranges,
            ResponseCodes::Codes(Codes::One(_)) => Policy::Document,
        }
    }

    /// The description of a response.
    ///
    /// From OpenAPI 3.1 on (Reference Object), a description beside a `$ref` overrides the one that the
    /// `$ref` leads to. In earlier versions, everything beside a `$ref` is ignored.
    fn description(&mut self, response: &Place) -> Arc<str> {
        if let Some(known) = self.descriptions.get(&response.key()) {
            return Arc::clone(known);
        }
        let way = self.follow(response);
        for place in way.iter() {
            if !matches!(place.kind(), Kind::Mapping | Kind::Null) {
                let message = message::expected_mapping("a response", place.kind());
                self.problems.push(place.problem(message));
            }
            place.refuse_duplicates(self.problems);
        }
        let skipped = match self.specification {
            Specification::Swagger2 | Specification::OpenApi30 => way.len().saturating_sub(1),
            Specification::OpenApi31 | Specification::OpenApi32 => 0,
        };
        let mut places = way.iter().skip(skipped);
        let text = places.find_map(|place| place.text("description"));
        let text = text.unwrap_or_default();
        // Many aliases may stand for one long text, so it is counted before it is copied.
        self.copied = self.copied.saturating_add(text.len());
        let description: Arc<str> = if self.copied > self.most_text() {
            let message = message::too_much_text(self.most_text());
            self.refuse_once(response, message);
            "".into()
        } else {
            text.into()
        };
        self.descriptions
            .insert(response.key(), Arc::clone(&description));
        description
    }

    /// The values that a `$ref` leads through; none if it leads nowhere.
    fn follow(&mut self, from: &Place) -> Rc<[Place]> {
        self.library.follow(from).unwrap_or_else(|problem| {
            self.problems.push(problem);
            Rc::default()
        })
    }
}

/// Parses the key of a response: `404`, `4XX` or `4xx`, `default`.
fn response_codes(key: &str) -> Option<ResponseCodes> {
    if key == "default" {
        return Some(ResponseCodes::Default);
    }
    let codes = match key.as_bytes() {
        [class @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => {
            let first = u16::from(class - b'0') * 100;
            Codes::Range(first, first + 99)
        }
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => Codes::One(key.parse().ok()?),
        _ => return None,
    };
    Some(ResponseCodes::Codes(codes))
}
