//! Compares the OpenAPI reader with the results of another reader, over a folder of documents.
//!
//! ```text
//! cargo run --release -p statusbook-reader --features openapi --example score_openapi -- FOLDER
//! ```
//!
//! The folder holds `docs/` and, for each document, `expect/NAME.json` with its operations. A document
//! without expected operations has to be refused. A document that is refused although operations are
//! expected is compared by what could be read of it, and listed with the reason: an expectation says what
//! is in a document, not whether it may be relied on. Vendor extensions among the response keys
//! (`x-…`) are skipped, because they are not responses.

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use serde_json::Value;
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
        score.document(path, &stem, &expectation(&expected)?)?;
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
                self.descriptions_equal += usize::from(*response.description == **description);
                if *response.description != **description {
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

/// The operations of an expectation.
fn expectation(text: &str) -> Result<Vec<Expected>, Box<dyn Error>> {
    let document: Value = serde_json::from_str(text)?;
    let string = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let line = |value: &Value| {
        value["line"]
            .as_u64()
            .and_then(|line| u32::try_from(line).ok())
    };
    let operations = document["operations"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    Ok(operations
        .iter()
        .map(|operation| Expected {
            id: operation["operation"].as_str().map(str::to_owned),
            method: string(&operation["method"]),
            path: string(&operation["path"]),
            line: line(operation).unwrap_or_default(),
            responses: operation["statuses"]
                .as_array()
                .map_or(&[][..], Vec::as_slice)
                .iter()
                .map(|status| {
                    let line = line(status).unwrap_or_default();
                    (
                        string(&status["code"]),
                        string(&status["description"]),
                        line,
                    )
                })
                .filter(|(key, _, _)| !key.starts_with("x-"))
                .collect(),
        })
        .collect())
}
