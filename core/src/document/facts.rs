//! The facts for `cargo statusbook report`.

use super::Reference;
use super::node::Node;

impl Reference {
    /// Returns what the code can respond with as JSON, for `cargo statusbook report --contract FILE`. For each
    /// operation, it lists the statuses, each with its service error codes and the types that respond with it.
    pub fn to_json(&self) -> String {
        let operations = self.operations.iter().map(|responses| {
            let rows = responses.rows.values().map(|row| {
                let codes = row.codes.iter().map(|code| Node::text(*code)).collect();
                let sources = row.sources.iter().map(|(name, file, line)| {
                    Node::map([
                        ("type", Node::text(*name)),
                        ("file", Node::text(*file)),
                        ("line", Node::Number(u64::from(*line))),
                    ])
                });
                Node::map([
                    ("status", Node::Number(u64::from(row.status.code()))),
                    ("codes", Node::List(codes)),
                    ("sources", Node::List(sources.collect())),
                ])
            });
            Node::map([
                (
                    "operation",
                    Node::text(responses.name.as_deref().unwrap_or_default()),
                ),
                ("responses", Node::List(rows.collect())),
            ])
        });
        Node::map([("operations", Node::List(operations.collect()))]).to_json()
    }
}

/// Returns what the tests of a service exercised as JSON, for `cargo statusbook report --exercised FILE`.
///
/// ```
/// use statusbook::{document, guard, vpn};
///
/// let guard = guard!(vpn);
/// // After the requests of the tests:
/// let json = document::exercised(&guard.exercised());
/// assert!(json.contains("\"operations\""));
/// ```
#[cfg(feature = "guard")]
#[cfg_attr(docsrs, doc(cfg(feature = "guard")))]
pub fn exercised(exercised: &crate::guard::Exercised) -> String {
    let whole = exercised.whole();
    let operations = exercised
        .operations()
        .iter()
        .map(|operation| (operation.name(), operation));
    // What belongs to no operation has no name here either.
    let all = operations.chain([("", whole)]).map(|(name, operation)| {
        let seen = operation.seen().iter().map(|(code, count)| {
            Node::map([
                ("status", Node::Number(u64::from(*code))),
                ("count", Node::Number(*count)),
            ])
        });
        Node::map([
            ("operation", Node::text(name)),
            ("seen", Node::List(seen.collect())),
        ])
    });
    Node::map([("operations", Node::List(all.collect()))]).to_json()
}
