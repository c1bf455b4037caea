//! The files that the user's paths lead to.

use std::path::{Path, PathBuf};

use statusbook_reader::{DocError, source};
use syn::LitStr;

use crate::errors::Errors;
use crate::message;

/// The text of a document.
pub(crate) fn open(path: &LitStr, limit: u64, errors: &mut Errors) -> Option<String> {
    let name = path.value();
    let directory = manifest_directory();
    let text = match directory.and_then(|directory| source::resolve(&directory, &name)) {
        Ok(file) => source::load(&file, limit).map_err(|error| message::document(&name, &error)),
        // The path itself is wrong, and the message shows it.
        Err(error) => Err(error.message),
    };
    errors.absorb(text.map_err(|message| syn::Error::new(path.span(), message)))
}

/// The folder that the user's paths are relative to.
pub(crate) fn manifest_directory() -> Result<PathBuf, DocError> {
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(directory) => Ok(Path::new(&directory).to_owned()),
        None => Err(DocError::whole(message::NO_MANIFEST)),
    }
}
