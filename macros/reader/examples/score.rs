//! Scores the reader on a folder of real pages, against the results of an independent reader.
//!
//! `cargo run --release -p statusbook-reader --example score -- FOLDER [--verbose]`, where `FOLDER/expect/*.json` say
//! what is in `FOLDER/docs/*`. For each format, it prints how many pages were read correctly, refused, and misread.

use std::{collections::BTreeMap, env, fs, path::Path, process::ExitCode};

use serde_json::Value;
use statusbook_reader::{Codes, Options, Page, read, source};

/// Expectations that are wrong, and why.
const UNSOUND: &str = include_str!("score-unsound.txt");

#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    refused: usize,
    misread: usize,
    /// Nothing to find, and said so.
    nothing: usize,
    /// Status lists that are not tables: reading and refusing are both right.
    list: usize,
    unsound: usize,
}

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: score FOLDER [--verbose]");
        return ExitCode::FAILURE;
    };
    let verbose = arguments.next().is_some();
    let Ok(entries) = fs::read_dir(Path::new(&folder).join("expect")) else {
        eprintln!("no folder {folder}/expect");
        return ExitCode::FAILURE;
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for file in files {
        let Some(expected) = fs::read_to_string(&file)
            .ok()
            .and_then(|text| serde_json::from_str::<Value>(&text).ok())
        else {
            eprintln!("{} is no expectation", file.display());
            continue;
        };
        score(Path::new(&folder), &expected, &mut counts, verbose);
    }
    let mut all = Count::default();
    println!(
        "{:<16} {:>6} {:>8} {:>8} {:>8} {:>6} {:>8}",
        "format", "right", "refused", "misread", "nothing", "list", "unsound"
    );
    for (format, count) in &counts {
        print(format, count);
        all = Count {
            right: all.right + count.right,
            refused: all.refused + count.refused,
            misread: all.misread + count.misread,
            nothing: all.nothing + count.nothing,
            list: all.list + count.list,
            unsound: all.unsound + count.unsound,
        };
    }
    print("all", &all);
    let sound = all.right + all.refused + all.misread;
    println!(
        "read right: {}.{} % of {sound}",
        all.right * 100 / sound.max(1),
        all.right * 1000 / sound.max(1) % 10
    );
    if all.misread == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn print(format: &str, count: &Count) {
    let Count {
        right,
        refused,
        misread,
        nothing,
        list,
        unsound,
    } = count;
    println!(
        "{format:<16} {right:>6} {refused:>8} {misread:>8} {nothing:>8} {list:>6} {unsound:>8}"
    );
}

fn score(folder: &Path, expected: &Value, counts: &mut BTreeMap<String, Count>, verbose: bool) {
    let document = text(expected, "document");
    let count = counts
        .entry(text(expected, "format").to_owned())
        .or_default();
    let id = document
        .trim_start_matches("docs/")
        .split('.')
        .next()
        .unwrap_or("");
    let unsound = UNSOUND
        .lines()
        .find(|line| line.split(' ').next() == Some(id));
    let result = source::load(&folder.join(document), source::PAGE_LIMIT)
        .map_err(|error| vec![error])
        .and_then(|text| {
            read(
                &text,
                &Options {
                    name: document,
                    ..Options::default()
                },
            )
        });
    let tables = |key: &str| {
        expected
            .get(key)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let (statuses, errors) = (tables("status_tables"), tables("error_tables"));
    if unsound.is_some() {
        count.unsound += 1;
        return;
    }
    if statuses.is_empty() && errors.is_empty() {
        match result {
            _ if !tables("status_lists").is_empty() => count.list += 1,
            Ok(page) => {
                count.misread += 1;
                println!(
                    "MISREAD {document}: nothing to find, read {} statuses, {} codes",
                    page.statuses.len(),
                    page.error_codes.len()
                );
            }
            Err(_) => count.nothing += 1,
        }
        return;
    }
    match result {
        Err(reasons) => {
            count.refused += 1;
            println!(
                "REFUSED {document}: {} reasons, first {}",
                reasons.len(),
                reasons.first().map(ToString::to_string).unwrap_or_default()
            );
        }
        Ok(page) => {
            let mut differences = compare_statuses(&page, &statuses, &errors);
            differences.extend(compare_errors(&page, &errors));
            if differences.is_empty() {
                count.right += 1;
                return;
            }
            count.misread += 1;
            println!("MISREAD {document}: {} differences", differences.len());
            let shown = if verbose { differences.len() } else { 4 };
            for difference in differences.iter().take(shown) {
                println!("    {difference}");
            }
        }
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

fn rows(tables: &[Value]) -> Vec<&Value> {
    tables
        .iter()
        .filter_map(|table| table.get("rows").and_then(Value::as_array))
        .flatten()
        .collect()
}

/// The codes of a row, as the expectation writes them; classes are written as in its cell.
fn codes(row: &Value) -> Vec<String> {
    let list = |key: &str| -> Vec<String> {
        row.get(key)
            .and_then(Value::as_array)
            .map(|codes| codes.iter().map(ToString::to_string).collect())
            .unwrap_or_default()
    };
    match text(row, "kind") {
        "class" => vec![
            text(row, "cell")
                .chars()
                .take(3)
                .collect::<String>()
                .to_lowercase(),
        ],
        "empty" => list("inherits"),
        _ => list("codes"),
    }
}

fn shown(codes: Codes) -> String {
    match codes {
        Codes::One(code) => code.to_string(),
        Codes::Range(from, to) if to - from == 99 => format!("{}xx", from / 100),
        Codes::Range(from, to) if to - from == 9 => format!("{}x", from / 10),
        Codes::Range(from, to) => format!("{from}-{to}"),
    }
}

/// Letters and digits only: markers of lists and quotes do not count as a difference.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn compare_statuses(page: &Page, tables: &[Value], errors: &[Value]) -> Vec<String> {
    let mut differences = Vec::new();
    let mut expected: Vec<(String, &Value)> = Vec::new();
    for row in rows(tables) {
        expected.extend(codes(row).into_iter().map(|code| (code, row)));
    }
    // Rows of an error table without a service code are statuses to us.
    let bare = rows(errors)
        .iter()
        .filter(|row| text(row, "error_code").trim_matches('-').is_empty())
        .count();
    if page.statuses.len() != expected.len() && page.statuses.len() != expected.len() + bare {
        let found: Vec<String> = page.statuses.iter().map(|row| shown(row.codes)).collect();
        let wanted: Vec<&str> = expected.iter().map(|(code, _)| code.as_str()).collect();
        differences.push(format!(
            "{} statuses, expected {}: {} / {}",
            found.len(),
            wanted.len(),
            found.join(" "),
            wanted.join(" ")
        ));
        return differences;
    }
    for (found, (code, row)) in page.statuses.iter().zip(expected) {
        if shown(found.codes) != code {
            differences.push(format!(
                "line {}: code {} expected {code}",
                found.position.line,
                shown(found.codes)
            ));
            return differences;
        }
        let (reason, description) = (text(row, "reason"), text(row, "description"));
        let guess = !matches!(text(row, "reason_from"), "column" | "code_cell");
        let together = letters(&format!("{}{}", found.reason, found.description));
        let same_text = letters(&found.description) == letters(description)
            || (guess && together == letters(description));
        if !same_text {
            differences.push(format!(
                "line {}: description `{}` expected `{description}`",
                found.position.line, found.description
            ));
        }
        if !guess && letters(&found.reason) != letters(reason) {
            differences.push(format!(
                "line {}: reason `{}` expected `{reason}`",
                found.position.line, found.reason
            ));
        }
    }
    differences
}

fn compare_errors(page: &Page, tables: &[Value]) -> Vec<String> {
    let mut differences = Vec::new();
    let mut expected: Vec<(Option<String>, &Value)> = Vec::new();
    let mut last = "";
    for row in rows(tables) {
        let code = text(row, "error_code");
        last = if code.is_empty() { last } else { code };
        let statuses = codes(row);
        if text(row, "kind") != "empty" && code.trim_matches('-').is_empty() {
            continue;
        }
        if statuses.is_empty() {
            expected.push((None, row));
        }
        expected.extend(statuses.into_iter().map(|status| (Some(status), row)));
    }
    if page.error_codes.len() != expected.len() {
        differences.push(format!(
            "{} error codes, expected {}",
            page.error_codes.len(),
            expected.len()
        ));
    }
    for (found, (status, row)) in page.error_codes.iter().zip(expected) {
        let place = format!("line {}: {}", found.position.line, found.code);
        let code = text(row, "error_code");
        if !code.is_empty() && letters(&found.code) != letters(code) {
            differences.push(format!("{place} expected {code}"));
            return differences;
        }
        if found.status.map(|status| status.to_string()) != status {
            differences.push(format!(
                "{place}: status {:?} expected {status:?}",
                found.status
            ));
        }
        for (key, text_found) in [
            ("message", &found.message),
            ("description", &found.description),
        ] {
            if letters(text_found) != letters(text(row, key)) {
                differences.push(format!(
                    "{place}: {key} `{text_found}` expected `{}`",
                    text(row, key)
                ));
            }
        }
    }
    differences
}
