//! Opens a document and reads it the way `status_table!` does.

use std::path::Path;

use statusbook_reader::openapi::{self, Api, Refusal};
use statusbook_reader::{Columns, DocError, Options, Page, Position, read as read_page, source};

use crate::args::ColumnNames;
use crate::screen::{ERROR, FAINT, Screen, WIDEST};

mod git;

/// A document, and the result of reading it.
pub(crate) struct Document {
    /// As the user named it, on one line.
    pub(crate) name: String,
    /// The text, from which error messages quote lines.
    text: String,
    pub(crate) contents: Contents,
}

/// What was read in a document.
pub(crate) enum Contents {
    Page(Result<Page, Vec<DocError>>),
    Api(Result<Api, Refusal>),
}

/// The part of a document to read.
#[derive(Clone, Copy, Default)]
pub(crate) struct Selection<'a> {
    /// The section of a page.
    pub(crate) section: Option<&'a str>,
    /// The columns of a page.
    pub(crate) columns: Option<&'a ColumnNames>,
    /// The operations of an OpenAPI document.
    pub(crate) operations: &'a [String],
}

/// Reads a document: a file, or `git:REV:PATH`.
pub(crate) fn read(name: &str, selection: Selection<'_>) -> Document {
    let place = Place::of(name);
    let mut text = String::new();
    let contents = if source::is_openapi(name) {
        Contents::Api(api(&place, selection.operations, &mut text))
    } else {
        Contents::Page(page(&place, selection, &mut text))
    };
    Document {
        name: crate::screen::inert(name),
        text,
        contents,
    }
}

fn page(
    place: &Place<'_>,
    selection: Selection<'_>,
    text: &mut String,
) -> Result<Page, Vec<DocError>> {
    *text = place
        .load(source::PAGE_LIMIT)
        .map_err(|error| vec![error])?;
    let descriptions: Vec<&str> = selection
        .columns
        .into_iter()
        .flat_map(|columns| &columns.description)
        .map(String::as_str)
        .collect();
    let columns = selection.columns.map(|names| Columns {
        status: &names.status,
        reason: names.reason.as_deref(),
        description: &descriptions,
    });
    let options = Options {
        name: place.path(),
        section: selection.section,
        columns,
    };
    read_page(text, &options)
}

fn api(place: &Place<'_>, operations: &[String], text: &mut String) -> Result<Api, Refusal> {
    *text = place.load(source::API_LIMIT).map_err(Refusal::from)?;
    let patterns: Vec<&str> = operations.iter().map(String::as_str).collect();
    let options = openapi::Options {
        name: place.name(),
        operations: &patterns,
        ..openapi::Options::default()
    };
    let mut load = |file: &str| place.beside(file).map_err(|error| error.to_string());
    openapi::read(text, &options, &mut load)
}

/// Where a document is.
enum Place<'a> {
    /// A file. Its name is relative to `directory`, which is the current directory or, for an absolute path, the file's own.
    /// The macro uses the directory of the manifest instead.
    File {
        path: &'a Path,
        directory: &'a Path,
        name: &'a str,
    },
    /// A file in a commit.
    Git { revision: &'a str, path: &'a str },
}

impl<'a> Place<'a> {
    fn of(name: &'a str) -> Self {
        if let Some((revision, path)) = name
            .strip_prefix("git:")
            .and_then(|rest| rest.split_once(':'))
        {
            return Place::Git { revision, path };
        }
        let path = Path::new(name);
        let here = Path::new(".");
        match (
            path.parent(),
            path.file_name().and_then(|name| name.to_str()),
        ) {
            (Some(directory), Some(name)) if path.is_absolute() => Place::File {
                path,
                directory,
                name,
            },
            _ => Place::File {
                path,
                directory: here,
                name,
            },
        }
    }

    /// The path. Its extension selects the format.
    fn path(&self) -> &'a str {
        match self {
            Place::File { path, name, .. } => path.to_str().unwrap_or(name),
            Place::Git { path, .. } => path,
        }
    }

    /// The name that files beside the document are relative to.
    fn name(&self) -> &'a str {
        match self {
            Place::File { name, .. } => name,
            Place::Git { path, .. } => path,
        }
    }

    fn load(&self, limit: u64) -> Result<String, DocError> {
        match self {
            Place::File { path, .. } => load(path, limit),
            Place::Git { revision, path } => git::load(revision, path, limit),
        }
    }

    /// Reads a file that the document refers to.
    fn beside(&self, file: &str) -> Result<String, DocError> {
        match self {
            Place::File {
                directory, name, ..
            } => source::load_beside(directory, name, file, source::API_LIMIT),
            Place::Git { revision, path } if path.starts_with("./") => {
                git::load(revision, &format!("./{file}"), source::API_LIMIT)
            }
            Place::Git { revision, .. } => git::load(revision, file, source::API_LIMIT),
        }
    }
}

/// Reads a file that the user named.
fn load(path: &Path, limit: u64) -> Result<String, DocError> {
    match path.try_exists() {
        Ok(false) => Err(DocError::whole(missing(path))),
        _ => source::load(path, limit),
    }
}

/// The message for a missing file. The message of the reader does not fit, because it mentions `Cargo.toml`.
fn missing(path: &Path) -> &'static str {
    if path == Path::new("-") {
        "the standard input is not read: name a file"
    } else if path.to_string_lossy().starts_with("git:") {
        "there is no such file; for a file in a commit, write `git:REVISION:PATH`"
    } else {
        "there is no such file; a relative path starts in the current directory"
    }
}

impl Document {
    /// The errors in the document; empty if it can be used. An error in a file beside the document has the name of that file.
    pub(crate) fn errors(&self) -> Vec<(Option<&str>, &DocError)> {
        match &self.contents {
            Contents::Page(Ok(_)) | Contents::Api(Ok(_)) => Vec::new(),
            Contents::Page(Err(errors)) => errors.iter().map(|error| (None, error)).collect(),
            Contents::Api(Err(refusal)) => {
                let problems = refusal.problems.iter();
                problems
                    .map(|problem| (problem.file.as_deref(), &problem.error))
                    .collect()
            }
        }
    }

    /// Shows each error with its line.
    pub(crate) fn show_errors(&self, screen: &mut Screen) {
        for (file, error) in self.errors() {
            // A file beside the document may not be a part of it, and may hold secrets, so it is not quoted. Binary
            // data is not quoted either.
            let is_shown = file.is_none() && !self.text.is_empty();
            let text = is_shown.then_some(self.text.as_str());
            show_error(file.unwrap_or(&self.name), text, error, screen);
        }
    }
}

fn show_error(name: &str, text: Option<&str>, error: &DocError, screen: &mut Screen) {
    screen.push("\n");
    screen.styled(ERROR, "error");
    screen.push(": ");
    screen.push(&error.message);
    screen.push("\n");
    screen.styled(FAINT, "  --> ");
    screen.push(name);
    match error.position {
        Some(position) => {
            screen.push(&format!(":{position}\n"));
            if let Some(text) = text {
                show_line(text, position, screen);
            }
        }
        None => screen.push("\n"),
    }
}

/// Shows the line at a position, and a mark below it.
fn show_line(text: &str, position: Position, screen: &mut Screen) {
    let index = usize::try_from(position.line.saturating_sub(1)).unwrap_or(usize::MAX);
    let Some(line) = text.split('\n').nth(index) else {
        return;
    };
    let column = usize::try_from(position.column.saturating_sub(1)).unwrap_or(0);
    // A line of a generated page may be very long, so only the part around the position is shown.
    let from = column.saturating_sub(WIDEST / 2);
    let part = |from: usize, count: usize| -> String {
        let part: String = line.trim_end().chars().skip(from).take(count).collect();
        crate::screen::inert(&part)
    };
    let number = position.line.to_string();
    let margin = " ".repeat(number.len());
    // The text before the mark may be wider than in the document, because of escapes.
    let caret = " ".repeat(part(from, column - from).chars().count());
    let shown = part(from, WIDEST + WIDEST / 2);
    for (margin, text, style) in [(&margin, "", FAINT), (&number, shown.as_str(), FAINT)] {
        screen.styled(style, &format!("{margin} |"));
        if !text.is_empty() {
            screen.push(" ");
            screen.push(text);
        }
        screen.push("\n");
    }
    screen.styled(FAINT, &format!("{margin} | "));
    screen.push(&caret);
    screen.styled(ERROR, "^");
    screen.push("\n");
}
