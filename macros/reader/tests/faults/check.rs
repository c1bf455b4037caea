//! What holds for every text, however broken: for the mutations of this test, and for the fuzzer.

use statusbook_reader::{Options, Position, read};

/// Reads a page: there is a result, and every position in it is a place in the document.
///
/// # Panics
/// Where that is not so.
#[allow(dead_code, reason = "a target for one format checks only that")]
pub(crate) fn page(name: &str, text: &str) {
    for section in [None, Some("Status Codes")] {
        let positions: Vec<Position> = match read(
            text,
            &Options {
                name,
                section,
                ..Options::default()
            },
        ) {
            Ok(page) => {
                let statuses = page.statuses.iter().map(|row| row.position);
                let codes = page.error_codes.iter().map(|row| row.position);
                let notes = page.notes.iter().map(|note| note.position);
                statuses.chain(codes).chain(notes).collect()
            }
            Err(mistakes) => {
                assert!(!mistakes.is_empty(), "refused without a reason");
                mistakes
                    .iter()
                    .filter_map(|mistake| mistake.position)
                    .collect()
            }
        };
        inside(text, &positions);
    }
}

/// Reads an OpenAPI document that has no file beside it.
///
/// # Panics
/// As [`page`].
#[cfg(feature = "openapi")]
#[allow(dead_code, reason = "a target for one format checks only that")]
pub(crate) fn openapi(name: &str, text: &str) {
    use statusbook_reader::openapi::{self, Options, Policy};

    let options = Options {
        name,
        default: Policy::Document,
        ..Options::default()
    };
    let mut no_files = |_: &str| Err("there is none".to_owned());
    match openapi::read(text, &options, &mut no_files) {
        Ok(api) => {
            let operations = api.operations.iter();
            let positions: Vec<Position> = operations
                .flat_map(|operation| {
                    let responses = operation.responses.iter().map(|response| response.position);
                    responses.chain([operation.position])
                })
                .collect();
            inside(text, &positions);
        }
        Err(refusal) => {
            assert!(!refusal.problems.is_empty(), "refused without a reason");
            let positions: Vec<Position> = refusal
                .problems
                .iter()
                .filter_map(|problem| problem.error.position)
                .collect();
            inside(text, &positions);
        }
    }
}

/// Every position is that of a character, or of the end of a line or of the document.
fn inside(text: &str, positions: &[Position]) {
    // YAML 1.2 §5.4: a lone carriage return ends a line. It does in no other format.
    let folded = text.replace("\r\n", "\n");
    let yaml: Vec<&str> = folded.split(['\n', '\r']).collect();
    let others: Vec<&str> = text.split('\n').collect();
    for position in positions {
        assert!(
            is_place(&others, *position) || is_place(&yaml, *position),
            "{position} is no place in the document"
        );
    }
}

fn is_place(lines: &[&str], position: Position) -> bool {
    let index = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
    let line = index(position.line).and_then(|line| lines.get(line));
    line.zip(index(position.column))
        .is_some_and(|(line, column)| column <= line.chars().count())
}
