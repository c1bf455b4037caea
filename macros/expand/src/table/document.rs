//! From a path in the user's source to the contents of the document.

use proc_macro2::Span;
use statusbook_reader::{DocError, Options, Page, source};
use syn::LitStr;

use super::contents::Contents;
use super::file::open;
use super::parse::{Columns, Document};
use crate::errors::Errors;
use crate::message;

/// Reads a document, and the page of its service error codes. Returns `None` and adds errors if one cannot be read.
pub(crate) fn read(document: &Document, errors: &mut Errors) -> Option<Contents> {
    let path = document.path.value();
    let openapi = source::is_openapi(&path);
    if !keys_fit(document, openapi, errors) {
        return None;
    }
    if openapi {
        describe(document, errors)
    } else {
        table(document, errors)
    }
}

/// Refuses keys of pages for OpenAPI documents, and the other way round.
fn keys_fit(document: &Document, openapi: bool, errors: &mut Errors) -> bool {
    let keys = if openapi {
        [
            ("section", document.section.as_ref().map(LitStr::span)),
            ("codes", document.codes.as_ref().map(LitStr::span)),
            (
                "columns",
                document.columns.as_ref().map(|columns| columns.key.span()),
            ),
        ]
    } else {
        [
            ("default", document.default.as_ref().map(LitStr::span)),
            ("ranges", document.ranges.as_ref().map(LitStr::span)),
            (
                "operations",
                document.operations.as_ref().map(|list| list.key.span()),
            ),
        ]
    };
    let mut fit = true;
    for (key, span) in keys {
        if let Some(span) = span {
            errors.push(syn::Error::new(
                span,
                message::key_of_other_document(key, openapi),
            ));
            fit = false;
        }
    }
    fit
}

#[cfg(feature = "openapi")]
use super::openapi::read as describe;

#[cfg(not(feature = "openapi"))]
fn describe(document: &Document, errors: &mut Errors) -> Option<Contents> {
    let error = DocError::whole(message::NO_OPENAPI);
    errors.push(syn::Error::new(
        document.path.span(),
        message::document(&document.path.value(), &error),
    ));
    None
}

/// Reads a page with tables.
fn table(document: &Document, errors: &mut Errors) -> Option<Contents> {
    let mut contents = Contents::default();
    let page = page(
        &document.path,
        document.section.as_ref(),
        document.columns.as_ref(),
        &mut contents,
        errors,
    );
    let codes = document
        .codes
        .as_ref()
        .map(|path| (path, self::page(path, None, None, &mut contents, errors)));
    let page = page?;
    if page.statuses.is_empty() && page.error_codes.is_empty() {
        errors.push(syn::Error::new(
            document.path.span(),
            message::document(
                &document.path.value(),
                &DocError::whole(message::NO_STATUSES),
            ),
        ));
        return None;
    }
    contents.add_statuses(page.statuses, None);
    contents.add_endpoints(page.endpoints, document.path.span());
    contents.add_error_codes(page.error_codes, None);
    if let Some((path, page)) = codes {
        let page = page?;
        if page.error_codes.is_empty() {
            errors.push(syn::Error::new(
                path.span(),
                message::document(&path.value(), &DocError::whole(message::NO_ERROR_CODES)),
            ));
            return None;
        }
        contents.add_error_codes(page.error_codes, Some(&path.value()));
    }
    Some(contents)
}

fn page(
    path: &LitStr,
    section: Option<&LitStr>,
    columns: Option<&Columns>,
    contents: &mut Contents,
    errors: &mut Errors,
) -> Option<Page> {
    let name = path.value();
    let refuse =
        |error: &DocError, span: Span| syn::Error::new(span, message::document(&name, error));
    let text = open(path, source::PAGE_LIMIT, errors)?;
    contents.files.push(name.clone());
    let wanted = section.map(LitStr::value);
    let headings = columns.map(Headings::new);
    let description = headings.as_ref().map(Headings::description);
    let columns = headings.as_ref().zip(description.as_deref());
    match statusbook_reader::read(
        &text,
        &Options {
            name: &name,
            section: wanted.as_deref(),
            columns: columns.map(|(headings, description)| headings.columns(description)),
        },
    ) {
        Ok(page) => Some(page),
        Err(mistakes) => {
            for mistake in &mistakes {
                // An error without a place in the document is about an argument.
                let asked = section
                    .filter(|_| mistake.position.is_none())
                    .unwrap_or(path);
                errors.push(refuse(mistake, asked.span()));
            }
            None
        }
    }
}

/// The headings in the user's source.
struct Headings {
    status: String,
    reason: Option<String>,
    description: Vec<String>,
}

impl Headings {
    fn new(columns: &Columns) -> Self {
        Headings {
            status: columns.status.value(),
            reason: columns.reason.as_ref().map(LitStr::value),
            description: columns.description.iter().map(LitStr::value).collect(),
        }
    }

    fn description(&self) -> Vec<&str> {
        self.description.iter().map(String::as_str).collect()
    }

    fn columns<'a>(&'a self, description: &'a [&'a str]) -> statusbook_reader::Columns<'a> {
        statusbook_reader::Columns {
            status: &self.status,
            reason: self.reason.as_deref(),
            description,
        }
    }
}
