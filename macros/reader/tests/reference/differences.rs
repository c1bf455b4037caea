//! Where we read a page otherwise than the references, each with its reason.

use markup5ever_rcdom::{Node, NodeData};

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

/// What we read in another way than the HTML standard:
///
/// - A raised text within another is one text there, and two marks here.
/// - A hidden element of formatting (`<b hidden>`) that is not closed goes on in the next block there.
/// - A hidden table moves what is between its cells before it, where it is shown. We hide it, too.
pub(super) fn in_html(node: &Node) -> bool {
    const FORMATTING: [&str; 14] = [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ];
    let name = super::html::name(node);
    let below = node.children.borrow();
    (name == "sup"
        && below
            .iter()
            .any(|child| super::html::holds(child, &["sup"])))
        || ((name == "table" || FORMATTING.contains(&name)) && super::html::is_hidden(node))
}

/// A table or a heading ends the heading that it is in: there the end of the heading was forgotten.
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

/// What we read in another way than `pulldown-cmark`, in the HTML that it makes:
///
/// - An element that we do not know is text.
/// - A table goes on to its end, and is HTML all the way: what Markdown makes of a part between blank lines, if it is
///   more than a paragraph, is not what the author meant.
/// - A tag or a comment that does not end in its block ends with it. In a browser it swallows what follows.
/// - What hides is an element of its own block, `<div hidden>`, and not one within a paragraph that is never closed.
pub(super) fn in_markdown(node: &Node) -> bool {
    use super::html::{holds, is_hidden, name};
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
    let here = match &node.data {
        NodeData::Comment { contents } => contents.contains('<'),
        NodeData::Element { attrs, .. } => {
            let is_broken = attrs
                .borrow()
                .iter()
                .any(|it| it.name.local.contains(['<', '"']) || it.value.contains('<'));
            is_broken
                || !ELEMENTS.contains(&format!(" {name} "))
                || (name == "table" && below.iter().any(|child| holds(child, &BLOCKS)))
                || (name == "table" && is_raw(node))
                || (matches!(name, "script" | "style")
                    && below.iter().any(|text| holds_text(text, &['<'])))
                || (is_hidden(node) && !matches!(name, "head" | "div" | "script" | "style"))
        }
        _ => false,
    };
    here || below.iter().any(|child| in_markdown(child))
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

/// What we read in another way than `pulldown-cmark`, in the source of the page:
///
/// - It takes more than GitHub's dialect does for the line below the header of a table: `|:` and `- -`.
/// - It does not let a table begin within a paragraph without a `|` at its start, as GitHub does.
/// - We read a table that follows the text of a list item or a quote without an empty line, outside of that.
/// - We keep the end tags of elements that we do not know, as we keep their begins.
/// - A pipe is not a cell of an HTML table, so tags of cells in it are left out.
/// - An HTML table goes on where blank lines and indented lines follow: its author did not mean code.
/// - A heading in HTML within a paragraph is HTML to us, and so is all in it. One that does not end ends with its block, as at
///   an empty line.
/// - It takes other texts in braces behind a heading for attributes than we do, and a backslash at the end of a header for the end of its row.
/// - What is hidden over blank lines is HTML to us: code in it may hold the end tag, or what looks like tags.
/// - It takes `[a]\[]` for a link with an empty label, `a~~;b~~` for struck out, a closing `</pre>` for the begin of a block, and
///   metadata anywhere below a blank line. It keeps the blanks that a line begins with in code.
pub(super) fn in_source(page: &str) -> bool {
    let lines: Vec<&str> = page.lines().collect();
    let is_odd = lines.iter().enumerate().any(|(at, line)| {
        is_odd_ruler(line) || is_odd_head(&lines[..at], line) || is_odd_html(line)
    });
    let has_table = page.to_ascii_lowercase().contains("<t");
    let is_indented =
        |line: &&str| line.trim_start_matches('>').starts_with("    ") && line.contains('<');
    let unknown_end = page.split("</").skip(1).any(|after| {
        let name = after
            .split(|c: char| c.is_ascii_whitespace() || c == '>')
            .next()
            .unwrap_or("");
        !ELEMENTS.contains(&format!(" {} ", name.to_ascii_lowercase()))
    });
    is_odd || unknown_end || is_odd_detail(page) || (has_table && lines.iter().any(is_indented))
}

fn is_ruler(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line
            .trim_matches(['-', ':', '|', ' ', '\t', '>'])
            .is_empty()
}

fn is_odd_ruler(line: &str) -> bool {
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

/// Whether a ruler is below a line that begins a table for one of us only.
fn is_odd_head(above: &[&str], line: &str) -> bool {
    let [before @ .., head] = above else {
        return false;
    };
    let marks = [' ', '\t', '>', '-', '*', '+', '.', ')', '0', '1', '2'];
    let text = |line: &str| line.len() - line.trim_start_matches(marks).len();
    let mut paragraph = before
        .iter()
        .rev()
        .take_while(|line| {
            line.contains("    >") || !line.trim_matches([' ', '\t', '>']).is_empty()
        })
        .peekable();
    let goes_on = paragraph.peek().is_some();
    is_ruler(line)
        && goes_on
        && !is_item(head)
        && (!head.trim_start_matches([' ', '\t', '>']).starts_with('|')
            || paragraph.any(|line| text(line) + usize::from(is_item(line)) > text(head)))
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let bullet = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ ", ". ", ") "]
        .iter()
        .any(|mark| bullet.starts_with(mark))
}

/// Whether a line holds a tag that means something else, or nothing, where it stands.
fn is_odd_html(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let in_pipe = line.contains('|') && ["<t", "</t"].iter().any(|tag| lower.contains(tag));
    let is_within = |tag: &str| {
        let before = lower.split_once(tag).map_or("", |(before, _)| before);
        !before
            .trim_matches([' ', '>', '-', '*', '+', '.', ')', '1', '2', '0'])
            .is_empty()
    };
    let in_text = ["<div hidden", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6"];
    // A backslash before a bar is the bar's.
    let ends_escaped = line.ends_with('\\') || (line.contains('{') && !line.contains("{#id}"));
    let in_code = line.starts_with("    ") && lower.contains("<h");
    in_pipe || in_code || ends_escaped || in_text.into_iter().any(is_within)
}

fn is_odd_detail(page: &str) -> bool {
    let lower = page.to_ascii_lowercase();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_odd_strike = page.match_indices('~').any(|(at, _)| {
        let before = page[..at].trim_end_matches('~').chars().next_back();
        let after = page[at..].trim_start_matches('~').chars().next();
        let is_mark =
            |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
        (is_word(before) && is_mark(after)) || (is_mark(before) && is_word(after))
    });
    let ends_raw = ["</pre", "</script", "</style", "</textarea"]
        .iter()
        .any(|end| {
            lower.lines().any(|line| {
                line.trim_start_matches([' ', '>', '-', '*', '+'])
                    .starts_with(end)
            })
        });
    let headings = |start: &str| {
        (1..=6)
            .map(|level| {
                lower
                    .matches(&start.replace('N', &level.to_string()))
                    .count()
            })
            .sum::<usize>()
    };
    let is_open = headings("<hN") > headings("</hN>");
    let is_broken_tag = lower.split('<').skip(1).any(|tag| {
        !tag.contains('>') && tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
    });
    let hides = lower.contains("<div hidden")
        && (lower.contains(['`', '~']) || lower.contains("<!") || is_broken_tag);
    let in_table = lower.contains("<t") && is_broken_tag;
    // A target may hold anything, and the rest of what looks like a declaration may be in the next line.
    let in_target = page.split("](").skip(1).any(|target| {
        let end = target.find(['\n', ' ']).unwrap_or(target.len());
        target[..end].find('<').is_some_and(|at| at > 0)
    });
    let is_declared = page.lines().any(|line| {
        line.rsplit_once("<!")
            .is_some_and(|(_, rest)| !rest.contains('>'))
    });
    let ends_table = lower.matches("</table").count() != lower.matches("<table").count();
    is_open
        || in_target
        || (is_declared && page.contains("<!X"))
        || ends_table
        || page.contains("]\\[")
        || is_odd_strike
        || ends_raw
        || hides
        || in_table
        || lower.split("<h").skip(1).any(holds_blank_line)
        || has_late_metadata(page)
        || page.contains("<x")
        || (lower.contains("<table") && (page.contains("<?x") || page.contains("<!X")))
        || leaves_item(&lower)
        || page.lines().any(is_odd_code)
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

/// Whether an HTML table begins in a list item, and goes on outside of it.
fn leaves_item(page: &str) -> bool {
    let lines: Vec<&str> = page.lines().collect();
    lines.windows(2).any(|lines| {
        (is_item(lines[0]) || lines[0].starts_with(' '))
            && lines[0].contains("<table")
            && lines[1].starts_with('<')
    })
}

fn holds_blank_line(heading: &str) -> bool {
    let inside = heading.split("</h").next().unwrap_or("");
    let mut lines = inside.lines().skip(1);
    lines.any(|line| line.trim_matches([' ', '\t', '>']).is_empty())
}

/// Whether `---` is below an empty line and above one that is not.
fn has_late_metadata(page: &str) -> bool {
    let lines: Vec<&str> = page.lines().map(str::trim).collect();
    lines
        .windows(3)
        .any(|lines| lines[0].is_empty() && lines[1] == "---" && !lines[2].is_empty())
}

/// Whether a line of a paragraph is indented before the end of code.
fn is_odd_code(line: &str) -> bool {
    let text = line.trim_start_matches([' ', '>']);
    line.starts_with([' ', '>']) && text.starts_with('`') && !text.starts_with("```")
}
