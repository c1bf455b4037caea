//! The only module that opens files. It resolves the path, checks the folder and the size, and decodes the text.

use std::{
    fs::{self, File, Metadata},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use crate::{
    error::{DocError, Position},
    message,
    text::{place, starts_with_any},
};

/// The size limit of a page, in bytes.
pub const PAGE_LIMIT: u64 = 8 << 20;

/// The size limit of an OpenAPI document, and of each of its files, in bytes.
pub const API_LIMIT: u64 = 32 << 20;

/// Returns whether a document is an OpenAPI document and not a page, by its extension.
///
/// ```
/// use statusbook_reader::source::is_openapi;
///
/// assert!(is_openapi("docs/petstore.yaml"));
/// assert!(!is_openapi("docs/status.md"));
/// ```
pub fn is_openapi(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| {
        ["yaml", "yml", "json"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// Resolves a path that a user wrote. It is relative to the folder of the crate's `Cargo.toml`.
///
/// `..` may lead out of the crate, for a document that a workspace shares.
///
/// # Errors
/// An empty path, or an absolute one, which would not work on another machine.
///
/// ```
/// use std::path::Path;
///
/// let path = statusbook_reader::source::resolve(Path::new("project"), "docs/status.md").unwrap();
/// assert_eq!(path, Path::new("project/docs/status.md"));
/// assert!(statusbook_reader::source::resolve(Path::new("project"), "/docs/status.md").is_err());
/// ```
pub fn resolve(manifest_dir: &Path, written: &str) -> Result<PathBuf, DocError> {
    if written.trim().is_empty() {
        return Err(message::no_path());
    }
    let drive = written.as_bytes().get(1) == Some(&b':')
        && written
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_alphabetic);
    if Path::new(written).has_root() || starts_with_any(written, "/\\") || drive {
        return Err(message::absolute(written));
    }
    Ok(manifest_dir.join(written))
}

/// Reads a document as text, without its byte order mark.
///
/// # Errors
/// A missing file, a directory, a file that cannot be read, more than `limit` bytes, text that is not UTF-8 (with the
/// place of the first wrong byte), or an empty document.
pub fn load(path: &Path, limit: u64) -> Result<String, DocError> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => message::not_found(),
        ErrorKind::IsADirectory => message::not_a_file(),
        _ => message::unreadable(&error.to_string()),
    };
    let regular = |metadata: &Metadata| {
        if metadata.is_dir() {
            return Err(message::not_a_file());
        }
        if !metadata.is_file() {
            return Err(message::unreadable("it is not a regular file"));
        }
        // Files that the system generates, as in `/proc`, have the size 0, and reading some of them blocks.
        if metadata.len() == 0 {
            return Err(message::empty());
        }
        if metadata.len() > limit {
            return Err(message::too_large(limit));
        }
        Ok(())
    };
    // Checked before opening, because opening a pipe blocks, and again after opening, because the file may have been replaced.
    regular(&fs::metadata(path).map_err(failed)?)?;
    let file = File::open(path).map_err(failed)?;
    regular(&file.metadata().map_err(failed)?)?;
    // The limit applies again, because the file may grow while it is read.
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    decode(bytes, limit)
}

/// Reads a file that a document refers to. Both are relative to `directory`.
///
/// The file must be in the folder of the document or below it, also after symbolic links are followed.
///
/// # Errors
/// Those of [`resolve`] and [`load`], and a file that is outside of that folder after symbolic links are followed.
pub fn load_beside(
    directory: &Path,
    document: &str,
    file: &str,
    limit: u64,
) -> Result<String, DocError> {
    let path = resolve(directory, file)?;
    let document = directory.join(document);
    let folder = document.parent().unwrap_or(directory);
    match (folder.canonicalize(), path.canonicalize()) {
        (Ok(folder), Ok(path)) if !path.starts_with(&folder) => Err(message::elsewhere()),
        (_, Err(error)) if error.kind() == ErrorKind::NotFound => Err(message::not_beside()),
        (Ok(_), Ok(path)) => load(&path, limit),
        (Err(error), _) | (_, Err(error)) => Err(message::unreadable(&error.to_string())),
    }
}

/// The text of a document whose bytes were read elsewhere, without its byte order mark.
///
/// # Errors
/// Those of [`load`] that are about the content.
///
/// ```
/// use statusbook_reader::source;
///
/// assert_eq!(source::decode(b"\xef\xbb\xbf# Status".to_vec(), source::PAGE_LIMIT).unwrap(), "# Status");
/// assert!(source::decode(vec![b' '; 9], source::PAGE_LIMIT).is_err());
/// ```
pub fn decode(bytes: Vec<u8>, limit: u64) -> Result<String, DocError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(message::too_large(limit));
    }
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Err(message::wide_text("UTF-16")),
        _ => {}
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before =
            String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or(&[])).into_owned();
        // The mark does not count as a column, as in editors.
        message::not_text(end_of(before.strip_prefix('\u{feff}').unwrap_or(&before)))
    })?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.trim().is_empty() {
        return Err(message::empty());
    }
    Ok(text)
}

/// The position after a text.
fn end_of(text: &str) -> Position {
    let line = text.matches('\n').count();
    let column = text.rsplit('\n').next().unwrap_or("").chars().count();
    place(line, column)
}
