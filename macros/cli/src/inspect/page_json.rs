//! The output for programs: one object on one line.

use statusbook_reader::{Class, Codes, DocError, Endpoint, ErrorCodeRow, Page, StatusRow};

use super::page::shown;
use crate::document::{Contents, Document};
use crate::json::{list, refused, string};

/// The object: the rows, or the first error of a document that is refused.
pub(super) fn object(document: &Document, codes: Option<&Document>) -> String {
    for document in [Some(document), codes].into_iter().flatten() {
        if let Some((_, error)) = document.errors().first() {
            return refused(&document.name, None, error);
        }
    }
    let pages: Vec<&Page> = [Some(document), codes]
        .into_iter()
        .flatten()
        .filter_map(|document| match &document.contents {
            Contents::Page(page) => page.as_ref().ok(),
            Contents::Api(_) => None,
        })
        .collect();
    let Some(page) = pages.first() else {
        return refused(&document.name, None, &DocError::whole("unknown"));
    };
    let statuses: Vec<String> = page.statuses.iter().map(status).collect();
    let error_codes: Vec<String> = pages
        .iter()
        .flat_map(|page| &page.error_codes)
        .map(error_code)
        .collect();
    let mut out = format!(
        "{{\"document\": {}, \"statuses\": {}, \"error_codes\": {}",
        string(&document.name),
        list(&statuses),
        list(&error_codes)
    );
    // Only a page with a section for each endpoint has this member.
    if !page.endpoints.is_empty() {
        let endpoints: Vec<String> = page.endpoints.iter().map(endpoint).collect();
        out.push_str(", \"endpoints\": ");
        out.push_str(&list(&endpoints));
    }
    out.push_str("}\n");
    out
}

fn status(row: &StatusRow) -> String {
    let kind = match row.codes.class() {
        Class::Success => "success",
        Class::Error => "error",
        Class::Other => "other",
    };
    let methods: Vec<String> = row.methods.iter().map(|method| string(method)).collect();
    format!(
        "{{\"code\": {}, \"reason\": {}, \"description\": {}, \"kind\": \"{kind}\", \"methods\": {}, \"line\": {}}}",
        code(row.codes),
        string(&row.reason),
        string(&row.description),
        list(&methods),
        row.position.line
    )
}

fn endpoint(endpoint: &Endpoint) -> String {
    let statuses: Vec<String> = endpoint.statuses.iter().map(status).collect();
    format!(
        "{{\"method\": {}, \"path\": {}, \"line\": {}, \"statuses\": {}}}",
        string(endpoint.method),
        string(&endpoint.path),
        endpoint.position.line,
        list(&statuses)
    )
}

fn error_code(row: &ErrorCodeRow) -> String {
    let status = row
        .status
        .map_or_else(|| "null".to_owned(), |status| status.to_string());
    format!(
        "{{\"code\": {}, \"status\": {status}, \"message\": {}, \"description\": {}, \"line\": {}}}",
        string(&row.code),
        string(&row.message),
        string(&row.description),
        row.position.line
    )
}

/// A number for one code, and a string for a class or range.
fn code(codes: Codes) -> String {
    match codes {
        Codes::One(code) => code.to_string(),
        Codes::Range(..) => string(&shown(codes)),
    }
}
