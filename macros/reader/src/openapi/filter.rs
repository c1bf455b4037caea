//! Selects operations: `getPet*`, `tag:billing`, `GET /pets/*`.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::spelling::distance;

/// How many near misses a message names.
const NEAR_MISSES: usize = 3;

/// What a filter can look at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a> {
    pub(super) id: Option<&'a str>,
    /// The name of its module.
    pub(super) name: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) tags: &'a Arc<[String]>,
}

/// A filter. `*` stands for any text. The text may be empty, and may have a `/` in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Filter<'a> {
    /// `tag:billing`
    Tag(&'a str),
    /// `GET /pets/*`, `* /pets` or `/pets`
    Route { method: &'a str, path: &'a str },
    /// `getPet*`: the `operationId`, or the name of the module.
    Name(&'a str),
}

impl<'a> Filter<'a> {
    /// Parses a filter. Every text is a valid filter.
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.trim();
        if let Some(tag) = text.strip_prefix("tag:") {
            return Filter::Tag(tag.trim());
        }
        if text.starts_with('/') {
            return Filter::Route {
                method: "*",
                path: text,
            };
        }
        match text.split_once(char::is_whitespace) {
            Some((method, path)) if path.trim_start().starts_with(['/', '*']) => Filter::Route {
                method,
                path: path.trim_start(),
            },
            _ => Filter::Name(text),
        }
    }

    /// For each operation, whether it is selected.
    pub(super) fn accepted(self, subjects: &[Subject<'_>]) -> Vec<bool> {
        // A list of tags that operations share is matched once.
        let mut tagged: HashMap<*const String, bool> = HashMap::new();
        let accepts = |subject: &Subject<'_>| match self {
            Filter::Tag(tag) => *tagged
                .entry(subject.tags.as_ptr())
                .or_insert_with(|| subject.tags.iter().any(|own| matches(tag, own))),
            _ => self.accepts(subject),
        };
        subjects.iter().map(accepts).collect()
    }

    fn accepts(self, subject: &Subject<'_>) -> bool {
        match self {
            Filter::Tag(tag) => subject.tags.iter().any(|own| matches(tag, own)),
            Filter::Route { method, path } => {
                matches(&method.to_uppercase(), &subject.method.to_uppercase())
                    && matches(path, subject.path)
            }
            Filter::Name(name) => {
                subject.id.is_some_and(|id| matches(name, id)) || matches(name, subject.name)
            }
        }
    }

    /// What the author of a filter that matches nothing may have meant, nearest first.
    pub(super) fn near_misses(self, subjects: &[Subject<'_>]) -> Vec<String> {
        let mut seen = HashSet::new();
        let mut candidates: Vec<String> = subjects
            .iter()
            .flat_map(|subject| match self {
                Filter::Tag(_) if !seen.insert(subject.tags.as_ptr()) => Vec::new(),
                Filter::Tag(_) => subject
                    .tags
                    .iter()
                    .map(|tag| format!("tag:{tag}"))
                    .collect(),
                Filter::Route { method: "*", path } if !path.is_empty() => {
                    vec![subject.path.to_owned()]
                }
                Filter::Route { .. } => vec![format!("{} {}", subject.method, subject.path)],
                Filter::Name(_) => vec![subject.id.unwrap_or(subject.name).to_owned()],
            })
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let wanted = match self {
            Filter::Tag(tag) => format!("tag:{tag}"),
            Filter::Route { method: "*", path } => path.to_owned(),
            Filter::Route { method, path } => format!("{method} {path}"),
            Filter::Name(name) => name.to_owned(),
        };
        let wanted = folded(&wanted.replace('*', ""));
        let mut near: Vec<(usize, String)> = candidates
            .into_iter()
            .filter_map(|candidate| {
                let letters = folded(&candidate);
                let (own, other) = (wanted.chars().count(), letters.chars().count());
                // A third of the letters may be wrong. Beyond that, it would be a guess. The difference of the lengths is a lower
                // bound of the distance.
                let most = own.max(other) / 3;
                if own.abs_diff(other) > most {
                    return None;
                }
                let distance = distance(&wanted, &letters);
                (distance <= most).then_some((distance, candidate))
            })
            .collect();
        near.sort();
        near.into_iter()
            .take(NEAR_MISSES)
            .map(|(_, candidate)| candidate)
            .collect()
    }
}

/// Whether a text matches a pattern with `*`. The time is linear in the text for each star.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(start) else {
        return false;
    };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return text.ends_with(part);
        }
        // The first match of a part is enough, because a star may stand for anything.
        match text.split_once(part) {
            Some((_, behind)) => text = behind,
            None => return false,
        }
    }
    true
}

fn folded(text: &str) -> String {
    text.chars()
        .take(100)
        .flat_map(char::to_lowercase)
        .filter(|c| !"_-".contains(*c))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Filter, Subject, matches};

    fn accepts(filter: &str) -> bool {
        Filter::new(filter).accepted(&[Subject {
            id: Some("getPetById"),
            name: "get_pet_by_id",
            method: "GET",
            path: "/pets/{petId}",
            tags: &Arc::from(["pets".to_owned(), "public api".to_owned()]),
        }]) == [true]
    }

    #[test]
    fn stars_stand_for_any_text() {
        for (pattern, text, expected) in [
            ("get*", "getPet", true),
            ("get*", "get", true),
            ("*Pet", "getPet", true),
            ("g*P*t", "getPet", true),
            ("g*x*t", "getPet", false),
            ("*", "", true),
            ("a*a", "a", false),
            ("getPet", "getPets", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn ids_names_tags_and_routes_are_distinguished() {
        for filter in [
            "getPet*",
            "get_pet_by_id",
            "tag:pets",
            "tag: public*",
            "GET /pets/*",
            "get /pets/{petId}",
            "* /pets/*",
            "/pets/*",
            "*",
        ] {
            assert!(accepts(filter), "{filter}");
        }
        for filter in ["getpetbyid", "tag:pet", "POST /pets/*", "/pets", "pets", ""] {
            assert!(!accepts(filter), "{filter}");
        }
    }
}
