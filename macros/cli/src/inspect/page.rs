//! The output for people: every row with its line, what each column was read as, notes, and errors.

use std::fmt::Write as _;

use statusbook_reader::{
    Codes, Endpoint, ErrorCodeRow, Note, Page, Role, StatusRow, TableUse, between,
};

use crate::document::{Contents, Document};
use crate::screen::{ERROR, FAINT, STRONG, Screen, WARNING, count, table};

/// The report on a document, and on the page of its error codes if that is a different page.
pub(super) fn report(document: &Document, codes: Option<&Document>, screen: &mut Screen) {
    one(document, screen);
    let Some(codes) = codes else { return };
    screen.push("\n");
    one(codes, screen);
    if let (Contents::Page(Ok(statuses)), Contents::Page(Ok(page))) =
        (&document.contents, &codes.contents)
    {
        notes(&codes.name, &between(statuses, page), screen);
    }
}

/// A code, class or range as documents write it.
pub(crate) fn shown(codes: Codes) -> String {
    match codes {
        Codes::One(code) => code.to_string(),
        Codes::Range(from, to) if from % 100 == 0 && to == from + 99 => format!("{}xx", from / 100),
        Codes::Range(from, to) => format!("{from}-{to}"),
    }
}

fn one(document: &Document, screen: &mut Screen) {
    if let Contents::Page(Ok(page)) = &document.contents {
        read(&document.name, page, screen);
        return;
    }
    screen.styled(STRONG, &document.name);
    screen.push(" is ");
    screen.styled(ERROR, "refused");
    screen.push(", and nothing of it is used:\n");
    document.show_errors(screen);
}

fn read(name: &str, page: &Page, screen: &mut Screen) {
    let (statuses, codes) = (page.statuses.len(), page.error_codes.len());
    screen.styled(STRONG, name);
    let _ = writeln!(
        screen,
        ": {}, {}",
        count(statuses, "status row"),
        count(codes, "error code")
    );
    if statuses > 0 {
        let mut rows =
            vec![["line", "code", "reason", "methods", "description"].map(str::to_owned)];
        rows.extend(page.statuses.iter().map(status));
        table(&rows, screen);
    }
    if codes > 0 {
        let mut rows =
            vec![["line", "error code", "status", "message", "description"].map(str::to_owned)];
        rows.extend(page.error_codes.iter().map(error_code));
        table(&rows, screen);
    }
    endpoints(name, &page.endpoints, screen);
    columns(name, &page.tables, screen);
    notes(name, &page.notes, screen);
}

fn status(row: &StatusRow) -> [String; 5] {
    [
        row.position.line.to_string(),
        shown(row.codes),
        row.reason.clone(),
        row.methods.join(" "),
        row.description.clone(),
    ]
}

fn error_code(row: &ErrorCodeRow) -> [String; 5] {
    let status = row
        .status
        .map_or_else(|| "-".to_owned(), |status| status.to_string());
    [
        row.position.line.to_string(),
        row.code.clone(),
        status,
        row.message.clone(),
        row.description.clone(),
    ]
}

/// The sections that are endpoints, each with the codes of its own rows.
fn endpoints(name: &str, endpoints: &[Endpoint], screen: &mut Screen) {
    if endpoints.is_empty() {
        return;
    }
    screen.push("\nendpoints:\n");
    for endpoint in endpoints {
        let codes: Vec<String> = endpoint
            .statuses
            .iter()
            .map(|row| shown(row.codes))
            .collect();
        let _ = write!(screen, "  {name}:{}: ", endpoint.position.line);
        screen.styled(STRONG, &endpoint.route());
        let _ = writeln!(screen, ", module `{}`: {}", endpoint.name, codes.join(" "));
    }
}

/// The maximal number of unused columns that are named.
const NAMED: usize = 8;

/// What each column was read as, so that a person sees the unused ones.
fn columns(name: &str, tables: &[TableUse], screen: &mut Screen) {
    if tables.is_empty() {
        return;
    }
    screen.push("\ncolumns:\n");
    for table in tables {
        let (mut used, mut unused) = (Vec::new(), Vec::new());
        for (index, column) in table.columns.iter().enumerate() {
            let heading = match column.heading.as_str() {
                "" => format!("column {}", index + 1),
                heading => format!("`{}`", short(heading)),
            };
            match column.role {
                Some(role) => used.push(format!("{} from {heading}", name_of(role))),
                None => unused.push(heading),
            }
        }
        let _ = write!(
            screen,
            "  {name}:{}: {}",
            table.position.line,
            used.join(", ")
        );
        if !unused.is_empty() {
            let more = unused.len().saturating_sub(NAMED);
            unused.truncate(NAMED);
            let mut rest = format!("; not used: {}", unused.join(", "));
            if more > 0 {
                let _ = write!(rest, " and {more} more");
            }
            screen.styled(FAINT, &rest);
        }
        screen.push("\n");
    }
}

fn name_of(role: Role) -> &'static str {
    match role {
        Role::Status => "code",
        Role::ErrorCode => "error code",
        Role::Reason => "reason",
        Role::Message => "message",
        Role::Description => "description",
    }
}

fn short(heading: &str) -> String {
    const LONGEST: usize = 32;
    if heading.chars().count() <= LONGEST {
        return heading.to_owned();
    }
    heading.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn notes(name: &str, notes: &[Note], screen: &mut Screen) {
    if notes.is_empty() {
        return;
    }
    screen.push("\n");
    screen.styled(WARNING, "worth a look");
    screen.push(":\n");
    for note in notes {
        let _ = writeln!(screen, "  {name}:{}: {}", note.position, note.message);
    }
}
