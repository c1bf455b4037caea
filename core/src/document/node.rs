//! Writes JSON and YAML.

use std::fmt::Write as _;

/// A value of JSON.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Number(u64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Node::Text(text.into())
    }

    /// A mapping, in this order.
    pub(super) fn map<const N: usize>(entries: [(&str, Node); N]) -> Self {
        Node::Map(
            entries
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    pub(super) fn to_json(&self) -> String {
        let mut out = String::new();
        self.json(0, &mut out);
        out.push('\n');
        out
    }

    pub(super) fn to_yaml(&self) -> String {
        let mut out = String::new();
        self.yaml(0, &mut out);
        out
    }

    fn json(&self, depth: usize, out: &mut String) {
        let indent = |out: &mut String, depth: usize| {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        };
        match self {
            Node::Number(number) => drop(write!(out, "{number}")),
            Node::Text(text) => quoted(text, out),
            Node::List(nodes) if nodes.is_empty() => out.push_str("[]"),
            Node::List(nodes) => {
                for (number, node) in nodes.iter().enumerate() {
                    out.push(if number == 0 { '[' } else { ',' });
                    indent(out, depth + 1);
                    node.json(depth + 1, out);
                }
                indent(out, depth);
                out.push(']');
            }
            Node::Map(entries) if entries.is_empty() => out.push_str("{}"),
            Node::Map(entries) => {
                for (number, (key, node)) in entries.iter().enumerate() {
                    out.push(if number == 0 { '{' } else { ',' });
                    indent(out, depth + 1);
                    quoted(key, out);
                    out.push_str(": ");
                    node.json(depth + 1, out);
                }
                indent(out, depth);
                out.push('}');
            }
        }
    }

    /// Block style. Texts are written as in JSON, because YAML reads them in the same way.
    fn yaml(&self, depth: usize, out: &mut String) {
        match self {
            Node::Map(entries) if !entries.is_empty() => {
                for (key, node) in entries {
                    out.push_str(&"  ".repeat(depth));
                    if is_plain(key) {
                        out.push_str(key);
                    } else {
                        quoted(key, out);
                    }
                    out.push(':');
                    node.yaml_value(depth, out);
                }
            }
            Node::List(nodes) if !nodes.is_empty() => {
                for node in nodes {
                    out.push_str(&"  ".repeat(depth));
                    out.push('-');
                    node.yaml_value(depth, out);
                }
            }
            scalar => {
                scalar.json(0, out);
                out.push('\n');
            }
        }
    }

    /// Writes what follows a key or a dash.
    fn yaml_value(&self, depth: usize, out: &mut String) {
        let is_block = match self {
            Node::Map(entries) => !entries.is_empty(),
            Node::List(nodes) => !nodes.is_empty(),
            Node::Number(_) | Node::Text(_) => false,
        };
        if is_block {
            out.push('\n');
            self.yaml(depth + 1, out);
        } else {
            out.push(' ');
            self.yaml(0, out);
        }
    }
}

/// Returns whether a key needs no quotes in YAML. `404` needs them, because it would be a number.
fn is_plain(key: &str) -> bool {
    const WORDS: [&str; 12] = [
        "content",
        "description",
        "schema",
        "type",
        "enum",
        "properties",
        "required",
        "responses",
        "paths",
        "format",
        "items",
        "const",
    ];
    WORDS.contains(&key)
}

/// Writes a text as JSON does (RFC 8259 §7). It also escapes characters that YAML reads as line ends, and control
/// characters of terminals.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
