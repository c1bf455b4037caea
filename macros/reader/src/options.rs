//! How to read a page.

/// How to read a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The document's file name or path; its extension helps to detect the format.
    pub name: &'a str,
    /// Only the section with this heading; `None` for the whole page.
    pub section: Option<&'a str>,
    /// What the columns of its status tables are; `None` where their headings and contents decide.
    pub columns: Option<Columns<'a>>,
}

/// Columns, named by their headings. They end every doubt about a table that has them: nothing else about it is guessed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'a> {
    /// The column of status codes.
    pub status: &'a str,
    /// The column of reason phrases; `None` where the tables have none.
    pub reason: Option<&'a str>,
    /// The column of descriptions, or two that are joined in this order; empty where the tables have none.
    pub description: &'a [&'a str],
}
