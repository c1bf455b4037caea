//! The HTTP methods in the description of a success.

use super::code;
use crate::{method::METHODS, text::split_any};

/// Words before a method that make it an example or an explanation: `With GET requests, it is used to …`.
const EXPLAINING: [&str; 11] = [
    "with",
    "in",
    "part",
    "partial",
    "certain",
    "conditional",
    "during",
    "like",
    "using",
    "unlike",
    "than",
];

/// The methods that a description of a success names, in its order: `Successful GET or PUT operations`.
///
/// `OPTIONS` and partial content (206) are explained with methods, not documented for them.
pub(crate) fn named(status: u16, description: &str) -> Vec<&'static str> {
    let mut methods: Vec<&'static str> = Vec::new();
    if !(200..=299).contains(&status) || status == 206 {
        return methods;
    }
    for sentence in split_any(description, ".;。；") {
        let words: Vec<&str> = sentence
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .collect();
        let explains = words
            .iter()
            .enumerate()
            .any(|(index, word)| method(word).is_some() && is_explained(&words, index));
        if explains || words.contains(&"OPTIONS") || code::holds_code(sentence) {
            continue;
        }
        for method in words.iter().filter_map(|word| method(word)) {
            if !methods.contains(&method) {
                methods.push(method);
            }
        }
    }
    methods
}

/// Whether a text is a request or its path: `GET /pets`, `/pets/{id}`.
pub(crate) fn is_request(text: &str) -> bool {
    let path = match text.split_once(' ') {
        Some((word, rest)) if method(word).is_some() => rest.trim_start(),
        _ => text,
    };
    path.starts_with('/') && path.len() > 1
}

fn method(word: &str) -> Option<&'static str> {
    METHODS.iter().find(|method| **method == word).copied()
}

/// Whether the words before a method make it an example.
fn is_explained(words: &[&str], index: usize) -> bool {
    const FILLERS: [&str; 8] = ["", "a", "an", "the", "of", "HTTP", "some", "all"];
    let before = words
        .iter()
        .take(index)
        .rev()
        .find(|word| !FILLERS.contains(word));
    let before = before.map(|word| word.to_ascii_lowercase());
    before.is_some_and(|word| EXPLAINING.contains(&word.as_str()))
}
