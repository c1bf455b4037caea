//! Compares the OpenAPI reader with the expectations of another reader, over a folder of documents.
//!
//! ```text
//! cargo run --release -p statusbook-reader --features openapi --example score_openapi -- FOLDER
//! ```
//!
//! The folder holds `docs/` and, for each document, `expect/NAME.json` with its operations. A document
//! without expected operations has to be refused. A document that is refused although operations are
//! expected is compared by what could be read of it, and listed with the reason: an expectation says what
//! stands in a document, not whether it may be relied on. Vendor extensions among the response keys
//! (`x-…`) are skipped, because they are no responses.

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use statusbook_reader::openapi::{self, Api, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: score_openapi FOLDER")?;
    let folder = Path::new(&folder);
    let mut paths: Vec<_> = fs::read_dir(folder.join("docs"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    let mut score = Score::default();
    for path in &paths {
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let expected = fs::read_to_string(folder.join("expect").join(format!("{stem}.json")))?;
        score.document(path, &stem, &expectation(&expected))?;
    }
    println!("{score:#?}");
    Ok(())
}

#[derive(Debug, Default)]
struct Score {
    documents: usize,
    documents_equal: usize,
    operations: usize,
    operations_equal: usize,
    keys: usize,
    lines_equal: usize,
    descriptions_equal: usize,
    refused_although_expected: usize,
    names_that_are_not_identifiers: usize,
    milliseconds: u128,
}

/// An operation as the other reader sees it.
#[derive(Debug, Default, PartialEq)]
struct Expected {
    id: Option<String>,
    method: String,
    path: String,
    line: u32,
    responses: Vec<(String, String, u32)>,
}

impl Score {
    fn document(
        &mut self,
        path: &Path,
        stem: &str,
        expected: &[Expected],
    ) -> Result<(), Box<dyn Error>> {
        let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        let directory = path.parent().unwrap_or(Path::new(""));
        let mut load = |file: &str| {
            fs::read_to_string(directory.join(file)).map_err(|error| error.to_string())
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let options = Options {
            name: &name,
            ..Options::default()
        };
        let start = Instant::now();
        let read = openapi::read(&text, &options, &mut load);
        let taken = start.elapsed().as_millis();
        self.milliseconds += taken;
        self.documents += 1;
        self.operations += expected.len();

        let api = match read {
            Ok(api) => api,
            Err(refusal) => {
                let count = refusal.problems.len();
                println!("{stem}: refused, {count} problems ({taken} ms)");
                for problem in refusal.problems.iter().take(3) {
                    println!("    {name}:{problem}");
                }
                if expected.is_empty() {
                    self.documents_equal += 1;
                    return Ok(());
                }
                self.refused_although_expected += 1;
                refusal.partial.unwrap_or_default()
            }
        };
        let equal = self.operations(stem, &api, expected);
        self.documents_equal += usize::from(equal && !expected.is_empty());
        println!(
            "{stem}: {} operations, equal: {equal} ({taken} ms)",
            api.operations.len()
        );
        Ok(())
    }

    fn operations(&mut self, stem: &str, api: &Api, expected: &[Expected]) -> bool {
        let mut all_equal = api.operations.len() == expected.len();
        for (found, expected) in api.operations.iter().zip(expected) {
            let keys: Vec<_> = found
                .responses
                .iter()
                .map(|response| response.key.as_str())
                .collect();
            let expected_keys: Vec<_> = expected
                .responses
                .iter()
                .map(|(key, _, _)| key.as_str())
                .collect();
            let equal = found.id == expected.id
                && found.method == expected.method
                && found.path == expected.path
                && keys == expected_keys;
            self.operations_equal += usize::from(equal);
            all_equal &= equal;
            if !equal {
                println!(
                    "{stem}: {} {} {:?} {keys:?}",
                    found.method, found.path, found.id
                );
                println!("    expected {expected:?}");
            }
            self.names_that_are_not_identifiers += usize::from(!is_identifier(&found.name));
            if found.position.line != expected.line {
                println!(
                    "{stem}: {} {} line {} not {}",
                    found.method, found.path, found.position, expected.line
                );
            }
            for (response, (_, description, line)) in
                found.responses.iter().zip(&expected.responses)
            {
                self.keys += 1;
                self.lines_equal += usize::from(response.position.line == *line);
                if response.position.line != *line {
                    println!(
                        "{stem}: {} {} {} line {} not {line}",
                        found.method, found.path, response.key, response.position
                    );
                }
                self.descriptions_equal += usize::from(response.description == *description);
                if response.description != *description {
                    println!(
                        "{stem}: {} {} {}: {:?}\n    not {description:?}",
                        found.method, found.path, response.key, response.description
                    );
                }
            }
        }
        all_equal
    }
}

fn is_identifier(name: &str) -> bool {
    name != "_"
        && name
            .chars()
            .all(|letter| letter == '_' || letter.is_alphanumeric())
        && !name.starts_with(|first: char| first.is_ascii_digit())
}

/// The operations of an expectation, which holds each of its fields on a line of its own.
fn expectation(text: &str) -> Vec<Expected> {
    let mut operations: Vec<Expected> = Vec::new();
    for line in text.lines() {
        let Some((key, value)) = line.trim().split_once(": ") else {
            continue;
        };
        let value = value.trim_end_matches(',');
        let string = unescaped(value).unwrap_or_default();
        let number = value.parse().unwrap_or_default();
        if key == "\"operation\"" {
            operations.push(Expected {
                id: unescaped(value),
                ..Expected::default()
            });
        }
        let Some(operation) = operations.last_mut() else {
            continue;
        };
        match (key, operation.responses.last_mut()) {
            ("\"method\"", _) => operation.method = string,
            ("\"path\"", _) => operation.path = string,
            ("\"code\"", _) => operation.responses.push((string, String::new(), 0)),
            ("\"description\"", Some(response)) => response.1 = string,
            ("\"line\"", Some(response)) => response.2 = number,
            ("\"line\"", None) => operation.line = number,
            _ => {}
        }
    }
    for operation in &mut operations {
        operation
            .responses
            .retain(|(key, _, _)| !key.starts_with("x-"));
    }
    operations
}

/// A JSON text without its quotes and escapes; `None` for everything else.
fn unescaped(value: &str) -> Option<String> {
    let mut rest = value.strip_prefix('"')?.strip_suffix('"')?;
    let mut units: Vec<u16> = Vec::new();
    while let Some((before, escape)) = rest.split_once('\\') {
        units.extend(before.encode_utf16());
        let letter = escape.chars().next()?;
        let mut behind = escape.get(letter.len_utf8()..)?;
        match letter {
            'u' => {
                units.push(u16::from_str_radix(behind.get(..4)?, 16).ok()?);
                behind = behind.get(4..)?;
            }
            'n' => units.push(10),
            'r' => units.push(13),
            't' => units.push(9),
            _ => units.extend(letter.to_string().encode_utf16()),
        }
        rest = behind;
    }
    units.extend(rest.encode_utf16());
    Some(String::from_utf16_lossy(&units))
}
