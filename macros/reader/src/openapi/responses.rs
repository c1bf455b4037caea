//! What an operation answers: its response keys, and their descriptions wherever they are kept.

use super::api::{Response, ResponseCodes};
use super::message;
use super::options::{Options, Policy};
use super::problem::Problem;
use super::reference::{Library, Place};
use super::specification::Specification;
use super::tree::Kind;
use crate::Codes;

/// How many responses the operations of a document may have together.
const MAX_RESPONSES: usize = 1_000_000;
/// How long their descriptions may be together: one shared by `$ref` counts each time.
const MAX_TEXT: usize = 64 << 20;

/// Reads the responses of operations, one after the other.
pub(super) struct Responses<'l, 'f, 'o> {
    library: &'l mut Library<'f>,
    options: &'o Options<'o>,
    specification: Specification,
    problems: Vec<Problem>,
    read: usize,
    text: usize,
}

impl<'l, 'f, 'o> Responses<'l, 'f, 'o> {
    pub(super) fn new(
        library: &'l mut Library<'f>,
        options: &'o Options<'o>,
        specification: Specification,
    ) -> Self {
        Responses {
            library,
            options,
            specification,
            problems: Vec::new(),
            read: 0,
            text: 0,
        }
    }

    /// Everything that was wrong with the responses read so far.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The responses of an operation. An operation without `responses` documents none.
    pub(super) fn read(&mut self, operation: &Place) -> Vec<Response> {
        let Some(place) = operation.get("responses") else {
            return Vec::new();
        };
        let Some(place) = self.follow(&place).pop() else {
            return Vec::new();
        };
        if !matches!(place.kind(), Kind::Mapping | Kind::Null) {
            let message = message::expected_mapping("`responses`", place.kind());
            self.problems.push(place.problem(message));
        }
        place.refuse_duplicates(&mut self.problems);
        let mut responses: Vec<Response> = Vec::new();
        for (key, entry) in place.file.tree.entries(place.node) {
            if key == "$ref" || key.starts_with("x-") {
                continue;
            }
            let Some(codes) = response_codes(key) else {
                self.problems
                    .push(place.problem_at(entry.position, message::not_a_code(key)));
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
            let description = self.description(&place.at(entry.value));
            if let Some(message) = self.exceeded(&description) {
                self.problems
                    .push(place.problem_at(entry.position, message));
                return responses;
            }
            responses.push(Response {
                key: key.to_owned(),
                codes,
                description,
                position: entry.position,
                file: place.file.name.clone(),
            });
        }
        responses
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
    /// From OpenAPI 3.1 on (Reference Object), a description beside a `$ref` goes before the one that the
    /// `$ref` leads to; until then, everything beside a `$ref` is ignored.
    fn description(&mut self, response: &Place) -> String {
        let way = self.follow(response);
        for place in &way {
            if !matches!(place.kind(), Kind::Mapping | Kind::Null) {
                let message = message::expected_mapping("a response", place.kind());
                self.problems.push(place.problem(message));
            }
            place.refuse_duplicates(&mut self.problems);
        }
        let skipped = match self.specification {
            Specification::Swagger2 | Specification::OpenApi30 => way.len().saturating_sub(1),
            Specification::OpenApi31 | Specification::OpenApi32 => 0,
        };
        let text = way
            .iter()
            .skip(skipped)
            .find_map(|place| place.text("description"));
        text.unwrap_or_default().to_owned()
    }

    /// Counts a response, and says which limit it exceeds.
    fn exceeded(&mut self, description: &str) -> Option<String> {
        self.read = self.read.saturating_add(1);
        self.text = self.text.saturating_add(description.len());
        if self.read > MAX_RESPONSES {
            return Some(message::too_many_responses(MAX_RESPONSES));
        }
        (self.text > MAX_TEXT).then(|| message::too_much_text(MAX_TEXT))
    }

    /// The values on the way along a `$ref`; none of them where it leads nowhere.
    fn follow(&mut self, from: &Place) -> Vec<Place> {
        self.library.follow(from).unwrap_or_else(|problem| {
            self.problems.push(problem);
            Vec::new()
        })
    }
}

/// What a response key says: `404`, `4XX` or `4xx`, `default`.
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
