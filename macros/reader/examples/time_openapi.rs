//! How long a document of 1,000 operations and 10 MB takes to read, as YAML, as JSON, and in few operations.
//!
//! ```text
//! cargo run -p statusbook-reader --features openapi --example time_openapi
//! ```
//!
//! Without `--release` on purpose: the dependencies of a macro are compiled without optimisation unless a
//! project's `[profile.dev.build-override]` says otherwise.

use std::fmt::Write;
use std::time::Instant;

use statusbook_reader::openapi::{self, Options};

const OPERATIONS: usize = 1_000;
const BYTES: usize = 10_000_000;
const CODES: [&str; 8] = ["200", "400", "401", "403", "404", "409", "429", "5XX"];

fn main() {
    let one = ["getThing500"];
    for (format, text) in [("YAML", yaml()), ("JSON", json())] {
        for (what, operations) in [("all operations", &[][..]), ("one operation", &one[..])] {
            let options = Options {
                operations,
                ..Options::default()
            };
            let mut no_files = |_: &str| Err("none needed".to_owned());
            let start = Instant::now();
            let read = openapi::read(&text, &options, &mut no_files);
            let taken = start.elapsed().as_millis();
            let found = read.map(|api| api.operations.len());
            println!(
                "{format}, {} bytes, {what}: {taken} ms, {found:?} operations",
                text.len()
            );
        }
    }
}

fn yaml() -> String {
    let mut text = String::from("openapi: 3.1.0\ninfo:\n  title: Things\n  version: '1'\npaths:\n");
    for number in 0..OPERATIONS {
        let _ = write!(
            text,
            "  /things{number}/{{id}}:\n    get:\n      operationId: getThing{number}\n      tags: [things]\n      \
             description: |\n        Finds a thing.\n\n        It may have gone.\n      parameters:\n        \
             - name: id\n          in: path\n          required: true\n          schema: {{ type: string }}\n      responses:\n"
        );
        for code in CODES {
            let _ = writeln!(
                text,
                "        '{code}':\n          $ref: '#/components/responses/R{code}'"
            );
        }
    }
    text.push_str("components:\n  responses:\n");
    for code in CODES {
        let _ = writeln!(text, "    R{code}:\n      description: What a {code} means");
    }
    text.push_str("  schemas:\n");
    let mut number = 0;
    while text.len() < BYTES {
        let _ = write!(
            text,
            "    Thing{number}:\n      type: object\n      description: \"A thing, and what there is to know of it\"\n      \
             required:\n        - id\n      properties:\n        id:\n          type: string\n          \
             description: The thing's own name, which never changes as long as it lives\n          example: thing-{number}\n        \
             parent:\n          $ref: '#/components/schemas/Thing0'\n"
        );
        number += 1;
    }
    text
}

fn json() -> String {
    let mut text = String::from(
        "{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\"title\": \"Things\", \"version\": \"1\"},\n  \"paths\": {\n",
    );
    for number in 0..OPERATIONS {
        let comma = if number == 0 { "" } else { ",\n" };
        let _ = write!(
            text,
            "{comma}    \"/things{number}/{{id}}\": {{\n      \"get\": {{\n        \"operationId\": \"getThing{number}\",\n        \
             \"tags\": [\"things\"],\n        \"description\": \"Finds a thing.\\n\\nIt may have gone.\",\n        \
             \"parameters\": [{{\"name\": \"id\", \"in\": \"path\", \"required\": true}}],\n        \"responses\": {{"
        );
        for (index, code) in CODES.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(
                text,
                "{comma}\n          \"{code}\": {{\"$ref\": \"#/components/responses/R{code}\"}}"
            );
        }
        text.push_str("\n        }\n      }\n    }");
    }
    text.push_str("\n  },\n  \"components\": {\n    \"responses\": {");
    for (index, code) in CODES.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}\n      \"R{code}\": {{\"description\": \"What a {code} means\"}}"
        );
    }
    text.push_str("\n    },\n    \"schemas\": {");
    let mut number = 0;
    while text.len() < BYTES {
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}\n      \"Thing{number}\": {{\n        \"type\": \"object\",\n        \
             \"description\": \"A thing, and what there is to \\\"know\\\" of it\",\n        \"required\": [\"id\"],\n        \
             \"properties\": {{\n          \"id\": {{\n            \"type\": \"string\",\n            \
             \"description\": \"The thing's own name, which never changes as long as it lives\"\n          }},\n          \
             \"parent\": {{\"$ref\": \"#/components/schemas/Thing0\"}}\n        }}\n      }}"
        );
        number += 1;
    }
    text.push_str("\n    }\n  }\n}\n");
    text
}
