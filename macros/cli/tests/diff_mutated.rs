//! `cargo statusbook diff` on documents that were changed at random: it finds every change, with both lines, and invents none.

#[path = "../../reader/tests/common/numbers.rs"]
mod numbers;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use numbers::Numbers;
use support::{Folder, changes};

/// The grammars that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Format {
    Markdown,
    Rst,
    Html,
    Yaml,
    Json,
}

impl Format {
    const ALL: [Self; 5] = [
        Self::Markdown,
        Self::Rst,
        Self::Html,
        Self::Yaml,
        Self::Json,
    ];

    fn is_page(self) -> bool {
        matches!(self, Self::Markdown | Self::Rst | Self::Html)
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Rst => "rst",
            Self::Html => "html",
            Self::Yaml => "yaml",
            Self::Json => "json",
        }
    }
}

/// Operations, and service error codes: each with its status and its text.
#[derive(Clone)]
struct Document {
    operations: Vec<Operation>,
    service_codes: Vec<(String, u16, String)>,
}

/// An operation with the texts of its codes; on a page there may be one without a name.
#[derive(Clone)]
struct Operation {
    name: &'static str,
    rows: Vec<(String, String)>,
}

/// A document as a text, each operation with its line and the lines of its codes, and the lines of the service error codes.
#[derive(Default)]
struct Written {
    text: String,
    operations: Vec<(String, usize, Lines)>,
    service_codes: Lines,
}

/// Codes, each with its line.
type Lines = Vec<(String, usize)>;

impl Written {
    /// Writes a line. Returns its number.
    fn line(&mut self, line: &str) -> usize {
        self.text += line;
        self.text.push('\n');
        self.text.matches('\n').count()
    }

    /// A heading, as a page has it.
    fn heading(&mut self, format: Format, text: &str) -> usize {
        self.line("");
        let line = match format {
            Format::Html => self.line(&format!("<h2>{text}</h2>")),
            Format::Rst => {
                let line = self.line(text);
                self.line(&"-".repeat(text.len()));
                line
            }
            _ => self.line(&format!("## {text}")),
        };
        self.line("");
        line
    }

    /// A table. Returns the lines of its rows.
    fn table(&mut self, format: Format, header: &[&str], rows: &[Vec<String>]) -> Vec<usize> {
        match format {
            Format::Html => {
                self.line("<table>");
                self.line(&format!("<tr><th>{}</th></tr>", header.join("</th><th>")));
                let lines = rows
                    .iter()
                    .map(|row| self.line(&format!("<tr><td>{}</td></tr>", row.join("</td><td>"))));
                let lines = lines.collect();
                self.line("</table>");
                lines
            }
            Format::Rst => {
                self.line(".. list-table::");
                self.line("   :header-rows: 1");
                self.line("");
                let mut row = |cells: &[String]| {
                    let line = self.line(&format!("   * - {}", cells[0]));
                    for cell in &cells[1..] {
                        self.line(&format!("     - {cell}"));
                    }
                    line
                };
                row(&header
                    .iter()
                    .map(|cell| (*cell).to_owned())
                    .collect::<Vec<_>>());
                rows.iter().map(|cells| row(cells)).collect()
            }
            _ => {
                self.line(&format!("| {} |", header.join(" | ")));
                self.line(&format!("|{}", "---|".repeat(header.len())));
                rows.iter()
                    .map(|row| self.line(&format!("| {} |", row.join(" | "))))
                    .collect()
            }
        }
    }
}

fn write(format: Format, document: &Document, numbers: &mut Numbers) -> Written {
    match format {
        Format::Yaml => write_yaml(document, numbers),
        Format::Json => write_json(document, numbers),
        _ => write_page(format, document, numbers),
    }
}

fn write_yaml(document: &Document, numbers: &mut Numbers) -> Written {
    let mut out = Written::default();
    out.line("openapi: 3.1.0");
    out.line("paths:");
    for operation in &document.operations {
        let (method, path) = operation.name.split_once(' ').expect("a route");
        for _ in 0..numbers.below(3) {
            out.line("# A comment");
        }
        out.line(&format!("  {path}:"));
        let own = out.line(&format!("    {}:", method.to_ascii_lowercase()));
        out.line("      responses:");
        let mut rows = Vec::new();
        for (code, description) in &operation.rows {
            for _ in 0..numbers.below(2) {
                out.line("");
            }
            rows.push((code.clone(), out.line(&format!("        '{code}':"))));
            out.line(&format!("          description: {description}"));
        }
        out.operations.push((operation.name.to_owned(), own, rows));
    }
    out
}

fn write_json(document: &Document, numbers: &mut Numbers) -> Written {
    let mut out = Written::default();
    let comma = |number: usize, count: usize| if number + 1 < count { "," } else { "" };
    out.line("{\"swagger\": \"2.0\", \"paths\": {");
    for (number, operation) in document.operations.iter().enumerate() {
        let (method, path) = operation.name.split_once(' ').expect("a route");
        for _ in 0..numbers.below(3) {
            out.line("");
        }
        out.line(&format!("\"{path}\": {{"));
        let own = out.line(&format!(
            "\"{}\": {{\"responses\": {{",
            method.to_ascii_lowercase()
        ));
        let mut rows = Vec::new();
        for (number, (code, description)) in operation.rows.iter().enumerate() {
            let comma = comma(number, operation.rows.len());
            let line = out.line(&format!(
                "\"{code}\": {{\"description\": \"{description}\"}}{comma}"
            ));
            rows.push((code.clone(), line));
        }
        out.line(&format!(
            "}}}}}}{}",
            comma(number, document.operations.len())
        ));
        out.operations.push((operation.name.to_owned(), own, rows));
    }
    out.line("}}");
    out
}

fn write_page(format: Format, document: &Document, numbers: &mut Numbers) -> Written {
    let mut out = Written::default();
    out.heading(format, "Status codes");
    for operation in &document.operations {
        let mut own = 1;
        if !operation.name.is_empty() {
            own = out.heading(format, operation.name);
        }
        for _ in 0..numbers.below(4) {
            out.line("Some words.");
            out.line("");
        }
        let cells: Vec<_> = operation
            .rows
            .iter()
            .map(|(code, description)| vec![code.to_ascii_lowercase(), description.clone()])
            .collect();
        let lines = out.table(format, &["Status code", "Description"], &cells);
        let codes = operation.rows.iter().map(|(code, _)| code.clone());
        let rows = codes.zip(lines).collect();
        out.operations.push((operation.name.to_owned(), own, rows));
    }
    if !document.service_codes.is_empty() {
        out.heading(format, "Error codes");
        let cells: Vec<_> = document
            .service_codes
            .iter()
            .map(|(code, status, text)| vec![status.to_string(), code.clone(), text.clone()])
            .collect();
        let lines = out.table(format, &["Status code", "Error code", "Message"], &cells);
        let codes = document.service_codes.iter().map(|(code, ..)| code.clone());
        // There, each cell has a line of its own.
        let cell = usize::from(format == Format::Rst);
        let lines = lines.iter().map(|line| line + cell);
        out.service_codes = codes.zip(lines).collect();
    }
    out
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

/// What a diff says: kind, codes and breaks, and the lines of both versions.
type Said = (String, String, String, usize, usize);

/// What it has to say of two versions of one operation.
#[allow(clippy::too_many_lines, reason = "one case for each kind of change")]
fn expected(
    old: &(Operation, Vec<(String, usize)>),
    new: &(Operation, Vec<(String, usize)>),
) -> Vec<Said> {
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
    all
}

/// The line of a code; 0 if it is not there.
fn line(rows: &[(String, usize)], code: &str) -> usize {
    rows.iter()
        .find(|(row, _)| row == code)
        .map_or(0, |(_, line)| *line)
}

/// What it has to say of the service error codes.
fn expected_of_service_codes(old: (&Document, &Written), new: (&Document, &Written)) -> Vec<Said> {
    let mut all = Vec::new();
    let mut say = |kind: &str, code: &String, breaks: &str| {
        let lines = (
            line(&old.1.service_codes, code),
            line(&new.1.service_codes, code),
        );
        all.push((
            kind.to_owned(),
            code.clone(),
            breaks.to_owned(),
            lines.0,
            lines.1,
        ));
    };
    let find = |document: &'_ Document, code: &String| {
        let found = document
            .service_codes
            .iter()
            .find(|(known, ..)| known == code);
        found.cloned()
    };
    for (code, status, text) in &old.0.service_codes {
        match find(new.0, code) {
            None => say("service-code-removed", code, "build"),
            Some((_, now, _)) if now != *status => {
                say("service-code-status-changed", code, "client build");
            }
            Some((_, _, now)) if now != *text => say("service-code-text-changed", code, ""),
            Some(_) => {}
        }
    }
    let first = old.0.service_codes.is_empty();
    for (code, ..) in &new.0.service_codes {
        if find(old.0, code).is_none() {
            say(
                "service-code-added",
                code,
                if first { "client build" } else { "client" },
            );
        }
    }
    all
}

/// Makes up to three changes to the service error codes.
fn mutate_service_codes(codes: &mut Vec<(String, u16, String)>, numbers: &mut Numbers) {
    for _ in 0..numbers.below(4) {
        let at = numbers.below(codes.len().max(1));
        match (numbers.below(5), codes.get_mut(at)) {
            (0, Some(_)) => drop(codes.remove(at)),
            (1, _) => {
                let another = (10..100)
                    .map(|number| format!("DNS.00{number}"))
                    .find(|code| codes.iter().all(|(known, ..)| known != code));
                let another = another.expect("there are enough numbers");
                codes.insert(at.min(codes.len()), (another, 404, "New".to_owned()));
            }
            (2, Some(code)) => code.1 = if code.1 == 404 { 409 } else { 404 },
            (3, Some(code)) => code.2 += " indeed",
            (_, Some(_)) => codes.rotate_left(1),
            (_, None) => {}
        }
    }
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
    const ROUTES: [&str; 5] = [
        "GET /a",
        "POST /b",
        "GET /b/{id}",
        "PUT /c/{id}/d",
        "DELETE /e",
    ];
    let folder = Folder::new("diff-mutated");
    let mut numbers = Numbers::new(7);
    let mut kinds = BTreeMap::<String, usize>::new();
    for round in 0..200 {
        let format = Format::ALL[round % Format::ALL.len()];
        // A page is one table, or has a section for each operation.
        let is_whole = format.is_page() && numbers.below(2) == 0;
        let codes: Vec<&str> = CODES
            .into_iter()
            .chain((!format.is_page()).then_some("default"))
            .collect();
        let names = if is_whole { &[""][..] } else { &ROUTES };
        let operations = names.iter().map(|name| {
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
        });
        let mut old = Document {
            operations: operations.collect(),
            service_codes: Vec::new(),
        };
        if format.is_page() {
            let count = numbers.below(4);
            let code = |number| (format!("DNS.000{number}"), 404, "Text".to_owned());
            old.service_codes = (0..count).map(code).collect();
        }
        let mut new = old.clone();
        for operation in &mut new.operations {
            mutate(operation, &mut numbers, &codes);
        }
        if format.is_page() {
            mutate_service_codes(&mut new.service_codes, &mut numbers);
        }
        // An operation goes, an operation comes, and the others change places.
        let changed = &mut new.operations;
        let gone = (!is_whole && numbers.below(2) == 0)
            .then(|| changed.remove(numbers.below(changed.len())).name);
        let come = (!is_whole && numbers.below(2) == 0).then_some("PATCH /new");
        if let Some(name) = come {
            let rows = vec![("200".to_owned(), "New".to_owned())];
            changed.insert(numbers.below(changed.len()), Operation { name, rows });
        }
        let by = numbers.below(changed.len());
        changed.rotate_left(by);

        let (before, after) = (
            write(format, &old, &mut numbers),
            write(format, &new, &mut numbers),
        );
        let ending = format.ending();
        let (old_name, new_name) = (
            format!("old{round}.{ending}"),
            format!("new{round}.{ending}"),
        );
        folder
            .write(&old_name, &before.text)
            .write(&new_name, &after.text);
        let run = folder.run(&["diff", &old_name, &new_name, "--json"]);
        let all = changes(&run);
        for change in &all {
            *kinds.entry(change.0.clone()).or_default() += 1;
        }

        let said_of = |name: &str| {
            let said = all.iter().filter(|change| change.1 == name);
            let said = said.map(|(kind, _, codes, breaks, old, new)| {
                let line = |line: &u64| usize::try_from(*line).expect("a line");
                (
                    kind.clone(),
                    codes.clone(),
                    breaks.clone(),
                    line(old),
                    line(new),
                )
            });
            let mut said: Vec<Said> = said.collect();
            said.sort();
            said
        };
        let mut of_all = expected_of_service_codes((&old, &before), (&new, &after));
        for (operation, (name, line, rows)) in old.operations.iter().zip(&before.operations) {
            let at = after
                .operations
                .iter()
                .position(|(other, ..)| other == name);
            let mut wanted = match at {
                Some(at) => expected(
                    &(operation.clone(), rows.clone()),
                    &(new.operations[at].clone(), after.operations[at].2.clone()),
                ),
                None => vec![(
                    "operation-removed".to_owned(),
                    String::new(),
                    "client build".to_owned(),
                    *line,
                    0,
                )],
            };
            if name.is_empty() {
                of_all.append(&mut wanted);
                continue;
            }
            wanted.sort();
            assert_eq!(
                said_of(name),
                wanted,
                "{name} in {old_name}:\n{}\n{}",
                before.text,
                after.text
            );
        }
        of_all.sort();
        assert_eq!(
            said_of(""),
            of_all,
            "{old_name}:\n{}\n{}",
            before.text,
            after.text
        );
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

        // What is allowed breaks nothing, and nothing else is allowed with it.
        let breaking: Vec<_> = all.iter().filter(|change| !change.3.is_empty()).collect();
        let kinds: BTreeSet<&str> = breaking.iter().map(|change| change.0.as_str()).collect();
        let mut arguments = vec!["diff", &old_name, &new_name];
        arguments.extend(kinds.iter().flat_map(|kind| ["--allow", kind]));
        assert_eq!(folder.run(&arguments).status, 0, "{arguments:?}");
        if !kinds.is_empty() {
            arguments.truncate(arguments.len() - 2);
            assert_eq!(folder.run(&arguments).status, 1, "{arguments:?}");
        }
    }
    // No kind is left out by chance, but for those that other tests make.
    let expected = [
        "code-added",
        "code-removed",
        "default-changed",
        "operation-added",
        "operation-removed",
        "service-code-added",
        "service-code-removed",
        "service-code-status-changed",
        "service-code-text-changed",
        "success-changed",
        "text-changed",
    ];
    assert!(kinds.keys().eq(expected), "{kinds:?}");
    assert!(kinds.values().sum::<usize>() > 500, "{kinds:?}");
}
