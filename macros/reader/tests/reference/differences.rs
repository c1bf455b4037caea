//! Where we read a page otherwise than the references, each with its reason.

use std::collections::BTreeSet;

use markup5ever_rcdom::{Node, NodeData};

/// A way in which we read a page otherwise than the references, with its reason. "There" is in the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Difference {
    /// A table of HTML that holds other blocks of Markdown.
    BlocksInTable,
    /// An HTML block holds a tag within a tag. We read the second one.
    BrokenTag,
    /// A pipe is not a cell of an HTML table, so we leave out the tags of cells in it.
    CellTagsInPipeTable,
    /// What is hidden over blank lines is HTML to us: code in it may hold the end tag, or what looks like tags.
    CodeInHidden,
    /// Code over the lines of a heading keeps the blanks there that a line begins with.
    CodeOverLines,
    /// `<!X` that does not end on its line.
    Declaration,
    /// A definition of a link within a table of HTML is text of the table to us.
    DefinitionInTable,
    /// `[a]\[]` is a link with an empty label there.
    EmptyLabel,
    /// The header of a table has only escaped bars, or a backslash at its end.
    EscapedBar,
    /// There, other texts in braces behind a heading are its attributes.
    HeadingAttributes,
    /// A table or a heading ends the heading that it is in: there, the end of the heading is forgotten.
    HeadingEnded,
    /// A heading in HTML within a paragraph is HTML to us, and so is all in it.
    HeadingInText,
    /// A heading in HTML that does not end in its block ends with it.
    HeadingWithoutEnd,
    /// A hidden element of formatting (`<b hidden>`) that is not closed goes on in the next block there.
    HiddenFormatting,
    /// A hidden element that begins within a paragraph, and is not closed there.
    HiddenInText,
    /// A hidden element that a quote or a list item does not close ends with it. In a browser it hides what follows.
    HiddenLeavesContainer,
    /// A hidden table moves what is between its cells before it, where it is shown. We hide it, too.
    HiddenTable,
    /// Metadata begins a page. There, it may be below any blank line.
    LateMetadata,
    /// A table of HTML with marks of Markdown in it: its cells are Markdown where they hold a blank line.
    MarkupInTable,
    /// The page asks for the rules of old browsers: a table does not end a paragraph there.
    Quirks,
    /// `>` behind a tab begins a quote there. It is code, or goes on with a paragraph.
    QuoteBehindTab,
    /// A raised text within another is one text there, and two marks here.
    RaisedInRaised,
    /// The closing `</pre>` of no element begins a block there, and `<pre>` ends with no other tag.
    RawEnd,
    /// A comment, or an element whose content is text, that does not end in its block ends with it. In a browser it swallows
    /// what follows.
    RawWithoutEnd,
    /// A line without a bar ends a table here, as most authors believe.
    RowWithoutBar,
    /// There, more than in GitHub's dialect may be the line below the header of a table: `|:` and `- -`.
    Ruler,
    /// `a~~;b~~` is struck out there.
    Strike,
    /// A table of HTML goes on to its end, and is HTML all the way: other blocks in it are not what the author meant.
    TableGoesOn,
    /// A table begins within a paragraph, as in GitHub's dialect: without a `|` at its begin, or outside of the quote or list
    /// item whose text it follows. There, it goes on with the paragraph.
    TableInParagraph,
    /// A table of HTML that begins in a quote or a list item goes on outside of it.
    TableLeavesContainer,
    /// Code over several lines with a tag at the begin of a line, which we read.
    TagInCode,
    /// A tag that does not end on its line, or in its block.
    TagWithoutEnd,
    /// A table of HTML holds a `<` that begins no tag of Markdown, and one of HTML.
    TextWithTagInTable,
    /// An element that we do not know is text: `<id>` stands for something.
    UnknownElement,
    /// The end tag of an element that we do not know is text, too.
    UnknownEnd,
}

/// What a page holds of that.
pub(super) type Known = BTreeSet<Difference>;

/// Elements that part the words before and after them.
///
/// Beside blocks these are notes set high or low, `404<sup>1</sup>`: the browser shows the two apart.
pub(super) fn parts_words(name: &str) -> bool {
    const PARTING: [&str; 55] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "object",
        "ol",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "template",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "xmp",
    ];
    PARTING.contains(&name)
}

/// Notes what we read in another way than the HTML standard.
pub(super) fn in_html(node: &Node, known: &mut Known) {
    const FORMATTING: [&str; 14] = [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ];
    let name = super::html::name(node);
    let below = node.children.borrow();
    if name == "sup"
        && below
            .iter()
            .any(|child| super::html::holds(child, &["sup"]))
    {
        known.insert(Difference::RaisedInRaised);
    }
    if name == "table" && super::html::is_hidden(node) {
        known.insert(Difference::HiddenTable);
    }
    if FORMATTING.contains(&name) && super::html::is_hidden(node) {
        known.insert(Difference::HiddenFormatting);
    }
}

/// Whether a heading holds what ends it.
pub(super) fn in_heading(heading: &Node) -> bool {
    const ENDS: [&str; 7] = ["table", "h1", "h2", "h3", "h4", "h5", "h6"];
    let below = heading.children.borrow();
    below.iter().any(|child| super::html::holds(child, &ENDS))
}

/// Elements that we know in Markdown. All others are text there: `<id>` and `<your-token>` stand for something.
const ELEMENTS: &str = " a abbr address article aside b base basefont big blockquote body br caption center cite code col \
    colgroup dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frame frameset h1 h2 \
    h3 h4 h5 h6 head header hr html i iframe img ins kbd legend li link main mark menu menuitem nav nobr noframes ol \
    optgroup option p param pre q s samp script search section small span strike strong style sub summary sup svg table \
    tbody td template textarea tfoot th thead title tr track tt u ul var wbr ";

/// Notes what we read in another way than `pulldown-cmark`, in the HTML that it makes.
pub(super) fn in_markdown(node: &Node, known: &mut Known) {
    below_markdown(node, false, known);
}

fn below_markdown(node: &Node, is_shown: bool, known: &mut Known) {
    use super::html::{holds, name};
    const BLOCKS: [&str; 12] = [
        "pre",
        "blockquote",
        "ul",
        "ol",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
    ];
    let below = node.children.borrow();
    let name = name(node);
    let mut add = |difference, is| {
        if is {
            known.insert(difference);
        }
    };
    if let NodeData::Element { attrs, .. } = &node.data {
        let is_broken = attrs
            .borrow()
            .iter()
            .any(|it| it.name.local.contains(['<', '"']) || it.value.contains('<'));
        add(Difference::BrokenTag, is_broken);
        add(
            Difference::UnknownElement,
            is_shown && !ELEMENTS.contains(&format!(" {name} ")),
        );
        add(
            Difference::BlocksInTable,
            name == "table" && below.iter().any(|child| holds(child, &BLOCKS)),
        );
        add(Difference::MarkupInTable, name == "table" && is_raw(node));
    }
    let is_shown = is_shown || matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table");
    for child in below.iter() {
        below_markdown(child, is_shown, known);
    }
}

/// Whether a table is HTML with marks of Markdown in it: its cells are Markdown where they hold a blank line.
fn is_raw(table: &Node) -> bool {
    let below = table.children.borrow();
    let is_pipe = below
        .iter()
        .any(|child| super::html::name(child) == "thead");
    !is_pipe && holds_text(table, &['*', '_', '`', '[', '~', '\\', '{', '!'])
}

fn holds_text(node: &Node, marks: &[char]) -> bool {
    let here = match &node.data {
        NodeData::Text { contents } => contents.borrow().contains(marks),
        _ => false,
    };
    here || node
        .children
        .borrow()
        .iter()
        .any(|child| holds_text(child, marks))
}

/// Whether the name behind a `</` is one that we do not know.
pub(super) fn is_unknown_end(after: &str) -> bool {
    let name = after
        .split(|c: char| c.is_ascii_whitespace() || c == '>')
        .next()
        .unwrap_or("");
    !ELEMENTS.contains(&format!(" {} ", name.to_ascii_lowercase()))
}

/// Whether a line is probably meant for the one below the header of a table.
pub(super) fn is_ruler(line: &str) -> bool {
    let line = line.trim_end();
    line.contains('-')
        && line.contains('|')
        && line
            .trim_matches(['-', ':', '|', ' ', '\t', '>'])
            .is_empty()
}

/// Whether it is one for the reference only.
pub(super) fn is_odd_ruler(line: &str) -> bool {
    let line = line
        .trim_start_matches([' ', '\t', '>'])
        .trim_end_matches(' ');
    let is_cell = |cell: &str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.trim_matches('-').is_empty()
    };
    let mut cells = line.trim_matches('|').split('|').map(str::trim);
    is_ruler(line) && (line.contains('\t') || !cells.all(is_cell))
}

/// Whether a ruler is below a line that begins a table for one of us only: without a bar at its begin, or in other containers
/// than the ruler or the lines before it.
pub(super) fn is_odd_head(above: &[&str], ruler: &str) -> bool {
    let Some((head, before)) = above.split_last() else {
        return false;
    };
    if !is_ruler(ruler) || is_blank(head) {
        return false;
    }
    let marks = |line: &str| line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let is_framed = head[marks(head)..].starts_with('|');
    let leaves = before
        .iter()
        .rev()
        .take_while(|line| !is_blank(line))
        .any(|line| text(line) > marks(head));
    !is_framed
        || leaves
        || head[..marks(head)] != ruler[..marks(ruler)]
        || head.trim_end().ends_with('\\')
        || is_odd_ruler(ruler)
}

/// Where the text of a line begins, after the marks of quotes and list items.
fn text(line: &str) -> usize {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '>']);
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let marks: &[_] = if number.len() < rest.len() {
            &['.', ')']
        } else {
            &['-', '*', '+']
        };
        match number.strip_prefix(marks) {
            Some(after) if after.starts_with([' ', '\t']) || after.trim().is_empty() => {
                rest = after;
            }
            _ => return line.len() - rest.len(),
        }
    }
}

fn is_blank(line: &str) -> bool {
    line.trim_matches([' ', '\t', '>', '\r', '\n']).is_empty()
}

/// What we read in another way than docutils.
///
/// - Markup goes on over a line of a cell that is indented less: the first line had a blank too many.
pub(super) fn in_rst(page: &str) -> bool {
    page.contains("   rrors_ ``a |")
}

/// What docutils reports, and we read.
///
/// - A list table whose rows begin with `*` here and `-` there.
pub(super) fn in_broken_rst(page: &str) -> bool {
    page.contains(".. list-table::") && page.contains("   * ") && page.contains("   - ")
}
