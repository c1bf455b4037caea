//! How to read a page.

/// How to read a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The file name or path of the document. Its extension helps to detect the format.
    pub name: &'a str,
    /// Reads only the section with this heading. `None` reads the whole page.
    pub section: Option<&'a str>,
    /// The columns of the status tables. With `None`, their headings and contents decide.
    pub columns: Option<Columns<'a>>,
}

/// The columns of a table by their headings. Nothing is guessed about a table that has them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'a> {
    /// The column of status codes.
    pub status: &'a str,
    /// The column of reason phrases. `None` if the tables have none.
    pub reason: Option<&'a str>,
    /// The column of descriptions, or two columns whose texts are joined in this order. Empty if the tables have none.
    pub description: &'a [&'a str],
}
