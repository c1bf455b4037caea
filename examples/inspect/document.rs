//! Reads a document the way `status_table!` does, and keeps its text for the report.

use std::path::Path;

use statusbook_reader::{DocError, Options, Page, read as read_page, source};

/// A document, and what became of it.
pub(crate) struct Document {
    pub(crate) name: String,
    /// Empty where the file cannot be opened.
    pub(crate) text: String,
    pub(crate) page: Result<Page, Vec<DocError>>,
}

/// Reads a file, or a section of it.
pub(crate) fn read(name: &str, section: Option<&str>) -> Document {
    let (text, page) = match source::load(Path::new(name), source::PAGE_LIMIT) {
        Ok(text) => {
            let page = read_page(
                &text,
                &Options {
                    name,
                    section,
                    ..Options::default()
                },
            );
            (text, page)
        }
        Err(error) => (String::new(), Err(vec![error])),
    };
    Document {
        name: name.to_owned(),
        text,
        page,
    }
}
