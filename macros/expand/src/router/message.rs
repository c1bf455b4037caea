//! What `router!` says about input that it cannot read.

pub(crate) const USAGE: &str = "expected the module of a document and its handlers: `router!(petstore: list, add, pets::find)`";

pub(crate) const HANDLER: &str = "expected the path of a handler, such as `pets::find`";

pub(crate) const EXCEPT: &str = "expected operations, each with a reason: `except(\"GET /metrics\" = \"served by the sidecar\")`";

pub(crate) fn excepted_twice(operation: &str) -> String {
    format!("`{operation}` is excepted twice: remove one")
}
