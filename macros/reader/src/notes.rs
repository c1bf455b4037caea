//! Notes: what a person should know about a page that was read completely.

use crate::{
    classify::phrase,
    message, order,
    page::{Note, Page},
    row::{Codes, ErrorCodeRow, StatusRow},
};

/// Looks for oddities within a page.
pub(crate) fn within(page: &Page) -> Vec<Note> {
    let mut notes = Vec::new();
    for row in &page.statuses {
        if let Some(note) = odd_status(row) {
            notes.push(note);
        }
    }
    notes.append(&mut codes_of_two_statuses(page));
    if !page.statuses.is_empty() {
        notes.append(&mut between(page, page));
    }
    notes
}

/// Returns notes about statuses that the page `codes` names and the page `statuses` does not have.
///
/// The positions are in `codes`. If several error codes have the same such status, the note names the first.
///
/// ```
/// use statusbook_reader::{Options, between, read};
///
/// let options = Options::default();
/// let statuses = read("| Status code | Meaning |\n|---|---|\n| 404 | No such pet |\n", &options).unwrap();
/// let codes = "| Status code | Error code | Message |\n|---|---|---|\n| 409 | PET.0001 | It is in use |\n";
/// let notes = between(&statuses, &read(codes, &options).unwrap());
/// assert_eq!(notes.len(), 1);
/// assert!(notes[0].message.contains("`409`"));
/// ```
pub fn between(statuses: &Page, codes: &Page) -> Vec<Note> {
    let documented = |status: u16| {
        statuses.statuses.iter().any(|row| match row.codes {
            Codes::One(code) => code == status,
            Codes::Range(from, to) => (from..=to).contains(&status),
        })
    };
    let mut seen = Vec::new();
    let mut notes = Vec::new();
    for row in &codes.error_codes {
        let Some(status) = row.status else { continue };
        if order::add(&mut seen, status) && !documented(status) {
            notes.push(Note {
                message: message::status_of_codes_only(status, &row.code),
                position: row.position,
            });
        }
    }
    notes
}

/// A code that is not registered, or a phrase of another code.
fn odd_status(row: &StatusRow) -> Option<Note> {
    let Codes::One(code) = row.codes else {
        return None;
    };
    let message = if !phrase::is_known(code) {
        message::unknown_status(code)
    } else if let Some(other) = phrase::of_another(code, &row.reason) {
        message::phrase_of_another(code, &row.reason, other)
    } else {
        return None;
    };
    Some(Note {
        message,
        position: row.position,
    })
}

/// Error codes that are listed with different statuses.
fn codes_of_two_statuses(page: &Page) -> Vec<Note> {
    let mut notes = Vec::new();
    // The first row of the code whose rows are looked at.
    let mut first: Option<(&ErrorCodeRow, u16)> = None;
    let mut rows: Vec<&ErrorCodeRow> = page.error_codes.iter().collect();
    order::sort(&mut rows, |one, other| one.code.cmp(&other.code));
    for row in rows {
        let Some(status) = row.status else { continue };
        match first {
            Some((above, other)) if above.code == row.code => {
                if other != status {
                    notes.push(Note {
                        message: message::code_of_two_statuses(
                            &row.code,
                            status,
                            other,
                            above.position,
                        ),
                        position: row.position,
                    });
                }
            }
            _ => first = Some((row, status)),
        }
    }
    notes
}
