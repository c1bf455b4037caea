//! `cargo statusbook diff` on documents that were changed at random: it finds every change, with both lines, and invents none.

#[path = "../../reader/tests/common/numbers.rs"]
mod numbers;
mod support;

use std::fmt::Write as _;

use numbers::Numbers;
use support::{Folder, changes};

/// An operation with the texts of its codes; on a page there is one without a name.
#[derive(Clone)]
struct Operation {
    name: &'static str,
    rows: Vec<(String, String)>,
}

/// Writes the operations, each with its line and the lines of its codes.
type Written = (String, Vec<(String, usize, Vec<(String, usize)>)>);

fn write_api(operations: &[Operation], numbers: &mut Numbers) -> Written {
    let mut text = "openapi: 3.1.0\npaths:\n".to_owned();
    let mut places = Vec::new();
    let line = |text: &str| text.matches('\n').count();
    for operation in operations {
        let (method, path) = operation.name.split_once(' ').expect("a route");
        text += &"# A comment\n".repeat(numbers.below(3));
        let _ = write!(
            text,
            "  {path}:\n    {}:\n      responses:\n",
            method.to_ascii_lowercase()
        );
        let own = line(&text) - 1;
        let mut rows = Vec::new();
        for (code, description) in &operation.rows {
            text += &"\n".repeat(numbers.below(2));
            let _ = write!(
                text,
                "        '{code}':\n          description: {description}\n"
            );
            rows.push((code.clone(), line(&text) - 1));
        }
        places.push((operation.name.to_owned(), own, rows));
    }
    (text, places)
}

fn write_page(operations: &[Operation], numbers: &mut Numbers) -> Written {
    let mut text = "# Status codes\n".to_owned()
        + &"\nSome words.\n".repeat(numbers.below(4))
        + "\n| Status code | Description |\n|---|---|\n";
    let mut rows = Vec::new();
    for (code, description) in &operations[0].rows {
        let _ = writeln!(text, "| {} | {description} |", code.to_ascii_lowercase());
        rows.push((code.clone(), text.matches('\n').count()));
    }
    (text, vec![(String::new(), 1, rows)])
}

const CODES: [&str; 18] = [
    "200", "201", "204", "304", "400", "401", "403", "404", "409", "410", "418", "429", "499",
    "500", "503", "2XX", "4XX", "5XX",
];

/// Whether a row of these documents a code.
fn covers(rows: &[(String, String)], row: &str, code: u16) -> bool {
    let class = |class: u16| code / 100 == class;
    match row {
        "2XX" => class(2),
        "4XX" => class(4),
        "5XX" => class(5),
        "default" => {
            class(4) || class(5) || (class(2) && !rows.iter().any(|(row, _)| row.starts_with('2')))
        }
        one => one == code.to_string(),
    }
}

/// Whether the codes of a row of `rows` are documented by others.
fn documented(rows: &[(String, String)], row: &str, by: &[(String, String)]) -> bool {
    (100..600)
        .filter(|code| covers(rows, row, *code))
        .all(|code| by.iter().any(|(other, _)| covers(by, other, code)))
}

/// What a diff of two versions of one operation has to say: kind, codes and breaks, and the lines of both versions.
#[allow(clippy::too_many_lines, reason = "one case for each kind of change")]
fn expected(
    old: &(Operation, Vec<(String, usize)>),
    new: &(Operation, Vec<(String, usize)>),
) -> Vec<(String, String, String, usize, usize)> {
    let line = |rows: &[(String, usize)], code: &str| {
        rows.iter()
            .find(|(row, _)| row == code)
            .map_or(0, |(_, line)| *line)
    };
    let has = |rows: &[(String, String)], code: &str| rows.iter().any(|(row, _)| row == code);
    let is_success = |code: &&(String, String)| code.0.starts_with('2') && !code.0.ends_with('X');
    let gone: Vec<_> = old
        .0
        .rows
        .iter()
        .filter(|row| !has(&new.0.rows, &row.0))
        .collect();
    let came: Vec<_> = new
        .0
        .rows
        .iter()
        .filter(|row| !has(&old.0.rows, &row.0))
        .collect();
    let only = |rows: &[&(String, String)]| {
        let successes: Vec<_> = rows.iter().copied().filter(is_success).collect();
        (successes.len() == 1).then(|| successes[0].0.clone())
    };
    let swapped = only(&gone).zip(only(&came));
    let mut all = Vec::new();
    if let Some((before, after)) = &swapped {
        let lines = (line(&old.1, before), line(&new.1, after));
        all.push((
            "success-changed".into(),
            format!("{before} {after}"),
            "client build".into(),
            lines.0,
            lines.1,
        ));
    }
    let breaks = |client: bool, build: bool| {
        [(client, "client"), (build, "build")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, what)| *what)
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (code, _) in gone {
        if swapped.as_ref().is_none_or(|(before, _)| before != code) {
            let still = documented(&old.0.rows, code, &new.0.rows);
            let awaited = (200..400).any(|status| covers(&old.0.rows, code, status)) && !still;
            let single = code.parse::<u16>().is_ok();
            all.push((
                "code-removed".into(),
                code.clone(),
                breaks(awaited, !still || single),
                line(&old.1, code),
                0,
            ));
        }
    }
    for (code, _) in came {
        if swapped.as_ref().is_none_or(|(_, after)| after != code) {
            let before = documented(&new.0.rows, code, &old.0.rows);
            let single = code.parse::<u16>().is_ok();
            all.push((
                "code-added".into(),
                code.clone(),
                breaks(!before, single),
                0,
                line(&new.1, code),
            ));
        }
    }
    for (code, text) in &old.0.rows {
        if code == "default"
            && has(&new.0.rows, code)
            && covers(&old.0.rows, code, 200) != covers(&new.0.rows, code, 200)
        {
            let (loses, gains) = (
                !documented(&old.0.rows, code, &new.0.rows),
                !documented(&new.0.rows, code, &old.0.rows),
            );
            let lines = (line(&old.1, code), line(&new.1, code));
            all.push((
                "default-changed".into(),
                code.clone(),
                breaks(gains, loses),
                lines.0,
                lines.1,
            ));
            continue;
        }
        if new
            .0
            .rows
            .iter()
            .any(|(other, now)| other == code && now != text)
        {
            all.push((
                "text-changed".into(),
                code.clone(),
                String::new(),
                line(&old.1, code),
                line(&new.1, code),
            ));
        }
    }
    all.sort();
    all
}

/// Makes up to three changes to the rows of an operation.
fn mutate(operation: &mut Operation, numbers: &mut Numbers, codes: &[&str]) {
    for _ in 0..numbers.below(4) {
        let at = numbers.below(operation.rows.len());
        let free: Vec<&str> = codes
            .iter()
            .copied()
            .filter(|code| operation.rows.iter().all(|(row, _)| row != code))
            .collect();
        let another = free[numbers.below(free.len())].to_owned();
        match numbers.below(5) {
            0 if operation.rows.len() > 1 => drop(operation.rows.remove(at)),
            1 => operation
                .rows
                .insert(at, (another, "Something new".to_owned())),
            2 => operation.rows[at].0 = another,
            3 => operation.rows[at].1 += " indeed",
            _ => operation.rows.rotate_left(1),
        }
    }
}

#[test]
#[allow(
    clippy::too_many_lines,
    reason = "one round, from the documents to what was found"
)]
fn every_mutation_is_found_with_its_lines_and_none_is_invented() {
    let folder = Folder::new("diff-mutated");
    let routes = [
        "GET /a",
        "POST /b",
        "GET /b/{id}",
        "PUT /c/{id}/d",
        "DELETE /e",
    ];
    let mut numbers = Numbers::new(7);
    let mut found = 0;
    for round in 0..150 {
        let is_page = round % 3 == 0;
        let codes: Vec<&str> = CODES
            .into_iter()
            .chain((!is_page).then_some("default"))
            .collect();
        let names = if is_page { &[""][..] } else { &routes };
        let old: Vec<Operation> = names
            .iter()
            .map(|name| {
                let mut pool = codes.clone();
                let count = 2 + numbers.below(5);
                let rows = (0..count).map(|row| {
                    (
                        pool.remove(numbers.below(pool.len())).to_owned(),
                        format!("Text {row}"),
                    )
                });
                Operation {
                    name,
                    rows: rows.collect(),
                }
            })
            .collect();
        let mut new = old.clone();
        for operation in &mut new {
            mutate(operation, &mut numbers, &codes);
        }
        // An operation goes, an operation comes, and the others change places.
        let gone =
            (!is_page && numbers.below(2) == 0).then(|| new.remove(numbers.below(new.len())).name);
        let come = (!is_page && numbers.below(2) == 0).then_some("PATCH /new");
        if let Some(name) = come {
            new.insert(
                numbers.below(new.len()),
                Operation {
                    name,
                    rows: vec![("200".to_owned(), "New".to_owned())],
                },
            );
        }
        let by = numbers.below(new.len());
        new.rotate_left(by);

        let (write, ending) = if is_page {
            (
                write_page as fn(&[Operation], &mut Numbers) -> Written,
                "md",
            )
        } else {
            (write_api as _, "yaml")
        };
        let ((old_text, old_places), (new_text, new_places)) =
            (write(&old, &mut numbers), write(&new, &mut numbers));
        let (old_name, new_name) = (
            format!("old{round}.{ending}"),
            format!("new{round}.{ending}"),
        );
        folder
            .write(&old_name, &old_text)
            .write(&new_name, &new_text);
        let run = folder.run(&["diff", &old_name, &new_name, "--json"]);
        let all = changes(&run);
        found += all.len();

        for (operation, (name, line, rows)) in old.iter().zip(&old_places) {
            let mut said: Vec<_> = all
                .iter()
                .filter(|change| change.1 == *name)
                .map(|(kind, _, codes, breaks, old, new)| {
                    (
                        kind.clone(),
                        codes.clone(),
                        breaks.clone(),
                        usize::try_from(*old).expect("a line"),
                        usize::try_from(*new).expect("a line"),
                    )
                })
                .collect();
            said.sort();
            let after = new_places.iter().position(|(other, ..)| other == name);
            let wanted = match after {
                Some(at) => expected(
                    &(operation.clone(), rows.clone()),
                    &(new[at].clone(), new_places[at].2.clone()),
                ),
                None => vec![(
                    "operation-removed".to_owned(),
                    String::new(),
                    "client build".to_owned(),
                    *line,
                    0,
                )],
            };
            assert_eq!(
                said, wanted,
                "{name} in {old_name}:\n{old_text}\n{new_text}"
            );
        }
        let added: Vec<_> = all
            .iter()
            .filter(|change| change.0 == "operation-added")
            .map(|change| change.1.as_str())
            .collect();
        assert_eq!(added, Vec::from_iter(come), "{old_name}");
        assert_eq!(
            all.iter()
                .filter(|change| change.0 == "operation-removed")
                .count(),
            usize::from(gone.is_some())
        );
        let breaking = all.iter().any(|change| !change.3.is_empty());
        assert_eq!(run.status, i32::from(breaking), "{run:?}");
    }
    assert!(found > 500, "the mutations do too little: {found} changes");
}
