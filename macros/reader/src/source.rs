//! The one place that opens files: it resolves, contains, bounds and decodes.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Component, Path, PathBuf},
};

use crate::{
    error::{DocError, Position},
    message,
    text::{place, starts_with_any},
};

/// The largest page that is read, in bytes.
pub const PAGE_LIMIT: u64 = 8 << 20;

/// The largest OpenAPI document, and each of its files, in bytes.
pub const API_LIMIT: u64 = 32 << 20;

/// Whether a document is an OpenAPI document rather than a page, by the extension of its path.
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

/// Resolves a path that a user wrote, from the directory of the crate's manifest.
///
/// `..` may lead out of the crate, to a document that a workspace shares.
///
/// # Errors
/// An empty path, or an absolute one: it would not build on another machine.
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
/// A missing file, a directory, one that cannot be read, more than `limit` bytes, text that is not UTF-8
/// (with the place of the first wrong byte), and a document without any text.
pub fn load(path: &Path, limit: u64) -> Result<String, DocError> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => message::not_found(),
        ErrorKind::PermissionDenied => message::unreadable("permission denied"),
        ErrorKind::IsADirectory => message::not_a_file(),
        _ => message::unreadable(&error.to_string()),
    };
    // Before it is opened: a pipe would be waited for.
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(message::not_a_file());
    }
    if !metadata.is_file() {
        return Err(message::unreadable("it is no regular file"));
    }
    // The length that the file system tells does not bound it: a file may grow, and those of `/proc` tell 0.
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    decode(bytes, limit)
}

/// Reads a file that a document refers to. Both are relative to `directory`.
///
/// Where the document was reached through leading `..`s, so are its files. Links must not lead further than that.
///
/// # Errors
/// Those of [`resolve`] and [`load`], and a file that lies elsewhere once its links are followed.
pub fn load_beside(
    directory: &Path,
    document: &str,
    file: &str,
    limit: u64,
) -> Result<String, DocError> {
    let path = resolve(directory, file)?;
    let root = directory.join(climbs(document));
    match (root.canonicalize(), path.canonicalize()) {
        (Ok(root), Ok(path)) if !path.starts_with(&root) => Err(message::elsewhere()),
        (_, Err(error)) if error.kind() == ErrorKind::NotFound => Err(message::not_beside()),
        _ => load(&path, limit),
    }
}

/// The `..`s at the start of a path that no directory before them takes back.
fn climbs(path: &str) -> PathBuf {
    let mut climbs = PathBuf::new();
    let mut depth = 0_usize;
    for part in Path::new(path).components() {
        match part {
            Component::Normal(_) => depth = depth.saturating_add(1),
            Component::ParentDir if depth == 0 => climbs.push(".."),
            Component::ParentDir => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    climbs
}

/// The text of a document whose bytes were read elsewhere, without its byte order mark.
///
/// # Errors
/// Those of [`load`] that do not speak of a file.
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
        // Editors do not count the mark, nor does anything else here.
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

/// The position behind a text.
fn end_of(text: &str) -> Position {
    let line = text.matches('\n').count();
    let column = text.rsplit('\n').next().unwrap_or("").chars().count();
    place(line, column)
}

#[cfg(test)]
mod tests {
    use super::climbs;

    #[test]
    fn only_the_way_up_counts() {
        for (path, up) in [
            ("docs/api.yaml", ""),
            ("../api.yaml", ".."),
            ("./docs/../../../api/x.yaml", "../.."),
        ] {
            assert_eq!(climbs(path).to_str(), Some(up), "{path}");
        }
    }
}
