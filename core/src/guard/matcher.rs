//! Finds the operation of a request. The path templates of a document are a tree of segments.
//!
//! The template of a router (`/pets/{id}`) is matched like a path. Only a parameter matches the segment `{id}`.

use http::Method;

/// The operations of a document, by path and method.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    /// Segments without a parameter, sorted.
    literals: Vec<(&'static str, Node)>,
    /// Segments with text around their parameters, such as `{id}.json`. Those with more text come first.
    mixed: Vec<(Mixed, Node)>,
    /// A segment that is a parameter.
    parameter: Option<Box<Node>>,
    /// A parameter that matches all remaining segments: `{path*}`.
    rest: Operations,
    /// The operations of the path that ends here.
    operations: Operations,
}

/// The operations of a path, each with its method. Registered methods are compared without their text.
type Operations = Vec<(Method, usize)>;

/// What the matcher knows of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The operation.
    Operation(usize),
    /// The document has the path, but not with this method.
    OtherMethods,
    /// The document does not have the path.
    Nothing,
}

impl Matcher {
    /// Adds an operation. Returns the number of the one that has the same method and path already, if there is one.
    pub(super) fn insert(
        &mut self,
        method: &'static str,
        template: &'static str,
        number: usize,
    ) -> Option<usize> {
        let mut node = &mut self.root;
        let mut operations = None;
        let mut rest = Some(start(without_query(template)));
        while let Some(path) = rest {
            let (segment, after) = next(path);
            rest = after;
            node = match Segment::parse(segment) {
                Segment::Literal(text) => node.literal(text),
                Segment::Mixed(mixed) => node.mixed(mixed),
                Segment::Parameter => node.parameter.get_or_insert_default(),
                Segment::Rest => {
                    operations = Some(&mut node.rest);
                    break;
                }
            };
        }
        let operations = match operations {
            Some(rest) => rest,
            None => &mut node.operations,
        };
        // What is not a method can not be asked for.
        let method = Method::from_bytes(method.as_bytes()).ok()?;
        if let Some((_, known)) = operations.iter().find(|(known, _)| *known == method) {
            return Some(*known);
        }
        operations.push((method, number));
        None
    }

    /// The operation of a request. `HEAD` is `GET`, unless the document says what `HEAD` does (RFC 9110 §9.3.2).
    #[inline]
    pub(super) fn find(&self, method: &Method, path: &str) -> Found {
        let Some(operations) = self.root.find(start(path)) else {
            return Found::Nothing;
        };
        let number = |method: &Method| {
            let found = operations.iter().find(|(known, _)| known == method);
            found.map(|(_, number)| *number)
        };
        let mut found = number(method);
        if found.is_none() && *method == Method::HEAD {
            found = number(&Method::GET);
        }
        found.map_or(Found::OtherMethods, Found::Operation)
    }

    /// The methods of a path, in the order of the document.
    #[cfg(feature = "salvo")]
    pub(super) fn methods(&self, path: &str) -> impl Iterator<Item = &str> {
        let operations = self.root.find(start(path));
        operations
            .into_iter()
            .flatten()
            .map(|(method, _)| method.as_str())
    }
}

impl Node {
    fn literal(&mut self, text: &'static str) -> &mut Node {
        let place = match self
            .literals
            .binary_search_by_key(&text, |(known, _)| known)
        {
            Ok(place) => place,
            Err(place) => {
                self.literals.insert(place, (text, Node::default()));
                place
            }
        };
        &mut self.literals[place].1
    }

    fn mixed(&mut self, mixed: Mixed) -> &mut Node {
        let known = self.mixed.iter().position(|(known, _)| *known == mixed);
        let place = known.unwrap_or_else(|| {
            let length = mixed.length();
            let place = self
                .mixed
                .partition_point(|(known, _)| known.length() >= length);
            self.mixed.insert(place, (mixed, Node::default()));
            place
        });
        &mut self.mixed[place].1
    }

    /// Returns the operations of a path. The most literal template is tried first, then the next. No template is
    /// tried twice.
    fn find(&self, path: &str) -> Option<&Operations> {
        let (segment, after) = next(path);
        if let Some(node) = self.find_literal(segment)
            && let Some(found) = node.follow(after)
        {
            return Some(found);
        }
        for (mixed, node) in &self.mixed {
            if mixed.takes(segment)
                && let Some(found) = node.follow(after)
            {
                return Some(found);
            }
        }
        if !segment.is_empty()
            && let Some(node) = &self.parameter
            && let Some(found) = node.follow(after)
        {
            return Some(found);
        }
        (!self.rest.is_empty()).then_some(&self.rest)
    }

    fn find_literal(&self, segment: &str) -> Option<&Node> {
        // Few are compared one by one: most differ in their length already.
        const FEW: usize = 8;
        if self.literals.len() <= FEW {
            let found = self.literals.iter().find(|(known, _)| *known == segment);
            return found.map(|(_, node)| node);
        }
        let place = self
            .literals
            .binary_search_by_key(&segment, |(known, _)| known);
        self.literals.get(place.ok()?).map(|(_, node)| node)
    }

    fn follow(&self, after: Option<&str>) -> Option<&Operations> {
        match after {
            Some(path) => self.find(path),
            None if self.operations.is_empty() => None,
            None => Some(&self.operations),
        }
    }
}

/// A segment of a template.
enum Segment {
    Literal(&'static str),
    Mixed(Mixed),
    Parameter,
    Rest,
}

impl Segment {
    /// OpenAPI writes `{petId}`. Pages also write `:petId` and `<petId>`.
    fn parse(segment: &'static str) -> Self {
        let parameter = segment
            .strip_prefix(':')
            .or_else(|| enclosed(segment, '<', '>'))
            .or_else(|| enclosed(segment, '{', '}'));
        match parameter {
            Some(name) if name.starts_with(['*', '+']) || name.ends_with(['*', '+']) => {
                Segment::Rest
            }
            Some(_) => Segment::Parameter,
            None if segment.contains('{') => {
                Mixed::parse(segment).map_or(Segment::Literal(segment), Segment::Mixed)
            }
            None => Segment::Literal(segment),
        }
    }
}

/// Returns the name of a segment that consists of one parameter.
fn enclosed(segment: &'static str, open: char, close: char) -> Option<&'static str> {
    let name = segment.strip_prefix(open)?.strip_suffix(close)?;
    (!name.contains([open, close])).then_some(name)
}

/// A segment with text around its parameters: `report-{id}.{format}`.
#[derive(Debug, PartialEq, Eq)]
struct Mixed {
    before: &'static str,
    between: Vec<&'static str>,
    after: &'static str,
}

impl Mixed {
    /// Returns `None` if the braces are not paired.
    fn parse(segment: &'static str) -> Option<Self> {
        let (before, mut rest) = segment.split_once('{')?;
        let mut between = Vec::new();
        loop {
            let (_, after) = rest.split_once('}')?;
            match after.split_once('{') {
                Some((text, next)) => {
                    between.push(text);
                    rest = next;
                }
                None => {
                    return Some(Mixed {
                        before,
                        between,
                        after,
                    });
                }
            }
        }
    }

    fn length(&self) -> usize {
        let between: usize = self.between.iter().map(|text| text.len()).sum();
        self.before.len() + between + self.after.len()
    }

    /// Returns whether the template matches. Each parameter matches at least one character, and the first ones match
    /// as little as possible.
    fn takes(&self, segment: &str) -> bool {
        let inner = segment
            .strip_prefix(self.before)
            .and_then(|rest| rest.strip_suffix(self.after));
        let Some(mut rest) = inner else {
            return false;
        };
        for text in &self.between {
            let Some(first) = rest.chars().next() else {
                return false;
            };
            let Some((_, tail)) = rest[first.len_utf8()..].split_once(text) else {
                return false;
            };
            rest = tail;
        }
        !rest.is_empty()
    }
}

/// Returns what follows a prefix in a path. In the prefix, a parameter such as `{tenant}` matches one segment.
#[inline]
pub(super) fn behind<'a>(prefix: &str, path: &'a str) -> Option<&'a str> {
    match path.strip_prefix(prefix) {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => Some(rest),
        _ if prefix.contains('{') => behind_parameters(prefix, path),
        _ => None,
    }
}

fn behind_parameters<'a>(prefix: &str, path: &'a str) -> Option<&'a str> {
    let mut rest = path;
    for expected in prefix.split('/').skip(1) {
        let inside = rest.strip_prefix('/')?;
        let (segment, after) = inside.split_at(inside.find('/').unwrap_or(inside.len()));
        let is_parameter = || expected.starts_with('{') && !segment.is_empty();
        if segment != expected && !is_parameter() {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

fn without_query(template: &'static str) -> &'static str {
    template
        .find(['?', '#'])
        .map_or(template, |end| &template[..end])
}

fn start(path: &str) -> &str {
    path.strip_prefix('/').unwrap_or(path)
}

/// Returns the first segment and the rest, which is `None` at the end.
fn next(path: &str) -> (&str, Option<&str>) {
    match path.bytes().position(|byte| byte == b'/') {
        Some(end) => (&path[..end], Some(&path[end + 1..])),
        None => (path, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATES: &[(&str, &str)] = &[
        ("GET", "/"),
        ("GET", "/pets"),
        ("POST", "/pets"),
        ("GET", "/pets/{petId}"),
        ("DELETE", "/pets/{petId}"),
        ("GET", "/pets/mine"),
        ("GET", "/pets/{petId}/photos/{photo}.{format}"),
        ("GET", "/pets/{petId}/photos/{photo}.png"),
        ("POST", "/jobs/{name}:cancel"),
        ("GET", "/orders/:id"),
        ("GET", "/users/<id>/keys"),
        ("GET", "/files/{path*}"),
        ("GET", "/search?q={text}"),
        ("GET", "/a/x/c"),
        ("GET", "/a/{b}/d"),
        ("HEAD", "/probe"),
        ("GET", "/probe"),
        ("GET", "/odd/{brace"),
        ("GET", "/reports/{name}y"),
        ("GET", "/reports/of-{day}"),
    ];

    fn matcher() -> Matcher {
        let mut matcher = Matcher::default();
        for (number, (method, template)) in TEMPLATES.iter().enumerate() {
            assert_eq!(matcher.insert(method, template, number), None, "{template}");
        }
        matcher
    }

    fn find(matcher: &Matcher, method: &str, path: &str) -> Found {
        matcher.find(&method.parse().unwrap(), path)
    }

    #[test]
    fn a_request_finds_its_operation() {
        let matcher = matcher();
        for (request, template) in [
            ("GET /", "/"),
            ("GET /pets", "/pets"),
            ("GET /pets/7", "/pets/{petId}"),
            ("GET /pets/mine", "/pets/mine"),
            // A router's own template is a path too.
            ("GET /pets/{id}", "/pets/{petId}"),
            ("GET /pets/{*id}", "/pets/{petId}"),
            (
                "GET /pets/7/photos/face.jpg",
                "/pets/{petId}/photos/{photo}.{format}",
            ),
            (
                "GET /pets/7/photos/face.png",
                "/pets/{petId}/photos/{photo}.png",
            ),
            ("POST /jobs/backup:cancel", "/jobs/{name}:cancel"),
            ("GET /orders/7", "/orders/:id"),
            ("GET /users/7/keys", "/users/<id>/keys"),
            ("GET /files/a/b/c", "/files/{path*}"),
            ("GET /search", "/search?q={text}"),
            // The literal template leads nowhere; the one with a parameter does.
            ("GET /a/x/d", "/a/{b}/d"),
            ("GET /odd/{brace", "/odd/{brace"),
            // Both match: the one with more text is meant.
            ("GET /reports/of-monday", "/reports/of-{day}"),
        ] {
            let (method, path) = request.split_once(' ').unwrap();
            let expected = TEMPLATES
                .iter()
                .position(|known| *known == (method, template))
                .unwrap();
            assert_eq!(
                find(&matcher, method, path),
                Found::Operation(expected),
                "{request}"
            );
        }
    }

    #[test]
    fn head_is_get_unless_the_document_says_otherwise() {
        let matcher = matcher();
        let get = find(&matcher, "GET", "/pets/7");
        assert_eq!(find(&matcher, "HEAD", "/pets/7"), get);
        assert_ne!(
            find(&matcher, "HEAD", "/probe"),
            find(&matcher, "GET", "/probe")
        );
        assert_eq!(
            find(&matcher, "HEAD", "/jobs/backup:cancel"),
            Found::OtherMethods
        );
    }

    #[test]
    fn what_the_document_does_not_have_is_not_found() {
        let matcher = matcher();
        for path in [
            "/pet",
            "/pets/",
            "/pets/7/",
            "/pets//photos/a.png",
            "//",
            "",
            "/pets/7/photos/.png",
            "/jobs/:cancel",
        ] {
            let found = find(&matcher, "GET", path);
            assert!(
                found == Found::Nothing || path.is_empty(),
                "{path:?}: {found:?}"
            );
        }
        assert_eq!(find(&matcher, "PATCH", "/pets/7"), Found::OtherMethods);
        assert_eq!(find(&matcher, "DELETE", "/pets/mine"), Found::OtherMethods);
    }

    #[test]
    fn one_path_with_two_names_for_its_parameter_is_one_operation() {
        let mut matcher = matcher();
        assert_eq!(matcher.insert("GET", "/pets/{id}", 99), Some(3));
    }

    #[test]
    fn a_prefix_ends_with_a_segment() {
        for (prefix, path, rest) in [
            ("", "/pets", Some("/pets")),
            ("/v1", "/v1/pets", Some("/pets")),
            ("/v1", "/v1", Some("")),
            ("/v1", "/v10/pets", None),
            ("/v1", "/pets/v1", None),
            ("/v1", "*", None),
            ("/{tenant}/v1", "/ada/v1/pets", Some("/pets")),
            ("/{tenant}/v1", "/{name}/v1/pets", Some("/pets")),
            ("/{tenant}/v1", "/ada/v2/pets", None),
            ("/{tenant}", "//pets", None),
            ("/{tenant}", "", None),
        ] {
            assert_eq!(behind(prefix, path), rest, "{prefix} {path}");
        }
    }

    /// Each segment of these templates is both literal and parameter. Each template is tried once.
    #[test]
    fn no_path_makes_the_search_long() {
        let mut matcher = Matcher::default();
        let deep: &'static str = Box::leak(format!("/{}end", "{a}/".repeat(64)).into_boxed_str());
        let literal: &'static str =
            Box::leak(format!("/{}other", "a/".repeat(64)).into_boxed_str());
        matcher.insert("GET", deep, 0);
        matcher.insert("GET", literal, 1);
        let path = format!("/{}end", "a/".repeat(64));
        assert_eq!(find(&matcher, "GET", &path), Found::Operation(0));
        assert_eq!(find(&matcher, "GET", &"/a".repeat(20_000)), Found::Nothing);
    }
}
