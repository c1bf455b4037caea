//! Options of the reader.

/// Opens a file beside the document: takes its path, and returns its text, or the reason why it cannot.
///
/// The path is relative to the folder that [`Options::name`] is relative to. It has `/` between its parts, and no
/// part leads out of that folder. The function itself must check symbolic links.
pub type LoadFile<'f> = &'f mut dyn FnMut(&str) -> Result<String, String>;

/// How to read a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The path of the document, relative to the folder that may be read. A `$ref` to a file is relative to this
    /// path. The extension helps to tell JSON from YAML.
    pub name: &'a str,
    /// What to do with the response `default`.
    pub default: Policy,
    /// What to do with responses for a class, such as `4XX`.
    pub ranges: Policy,
    /// The operations to read, as patterns: `operationId` or module name (`getPet*`), tag (`tag:billing`), or method
    /// and path (`GET /pets/*`). A pattern that begins with `!` excludes operations: `!HEAD /*`. All operations are
    /// read if no pattern includes any.
    pub operations: &'a [&'a str],
}

/// Whether responses of a kind document anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// They document their codes.
    #[default]
    Document,
    /// They are ignored.
    Ignore,
}
