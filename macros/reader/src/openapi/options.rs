//! What a caller asks for.

/// Opens a file beside the document: takes its path, gives its text or the reason why not.
///
/// The path is relative to the directory that [`Options::name`] is relative to, with `/` between its
/// parts, and never leads out of that directory. What the path is when links are followed is for the
/// function to check.
pub type LoadFile<'f> = &'f mut dyn FnMut(&str) -> Result<String, String>;

/// How to read a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The path of the document, relative to the directory that its files may be taken from. `$ref`s to
    /// files start here, and the extension helps to tell JSON from YAML.
    pub name: &'a str,
    /// What to do with the response `default`.
    pub default: Policy,
    /// What to do with responses for a class, such as `4XX`.
    pub ranges: Policy,
    /// The operations that are wanted: by `operationId` or module name (`getPet*`), tag (`tag:billing`), or
    /// method and path (`GET /pets/*`). With `!` before it, a pattern leaves operations out: `!HEAD /*`. Empty for all; so are
    /// patterns that only leave out.
    pub operations: &'a [&'a str],
}

/// Whether responses of some kind document anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// They document what they say.
    #[default]
    Document,
    /// They are left out.
    Ignore,
}
