//! Where we read a page otherwise than the references, each with its reason.

use markup5ever_rcdom::Node;

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
/// - A hidden table moves what stands between its cells before it, where it is shown. We hide it, too.
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

/// A table or a heading ends the heading that it stands in: there the end of the heading was forgotten.
pub(super) fn in_heading(heading: &Node) -> bool {
    const ENDS: [&str; 7] = ["table", "h1", "h2", "h3", "h4", "h5", "h6"];
    let below = heading.children.borrow();
    below.iter().any(|child| super::html::holds(child, &ENDS))
}
