//! HTML pages with tables in every position, and mutations of them.

use std::fmt::Write as _;

use super::numbers::Numbers;

/// Texts of cells and headings.
const TEXTS: &[&str] = &[
    "404",
    "Not Found",
    "500 Internal",
    "a",
    "  b\n c ",
    "",
    "x &amp; y",
    "&lt;id&gt;",
    "&nbsp;",
    "&notin; &rarr;x",
    "&notit; &copy 1",
    "&#8211;&#x2014;",
    "&#0;&#x80;",
    "&unknown;",
    "a &",
    "it's \"quoted\"",
    "a<b",
    "1 < 2 > 0",
    "ü 表",
];

/// Pieces that open, close, or break something.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<br>",
    "<br/>",
    "<b>",
    "</b>",
    "<sup>",
    "</sup>",
    "<span class='x'>",
    "</span>",
    "<ul><li>",
    "</ul>",
    "<li>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "</th>",
    "<thead>",
    "</thead>",
    "<tbody>",
    "</tbody>",
    "<td colspan=2>",
    "<td rowspan=\"2\">",
    "<td rowspan=0>",
    "<h2>",
    "</h2>",
    "<h3>",
    "</h3>",
    "<caption>",
    "</caption>",
    "<!-- c -->",
    "<!-->",
    "<!--",
    "-->",
    "--!>",
    "<?x>",
    "<!x>",
    "</ x>",
    "</>",
    "<>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<textarea>",
    "</textarea>",
    "<template>",
    "</template>",
    "<title>",
    "</title>",
    "<xmp>",
    "</xmp>",
    "<iframe>",
    "</iframe>",
    "<div hidden>",
    "<p hidden>",
    "<span style=\"display: none\">",
    "<abbr title='>'>",
    "<abbr b=\"",
    "'",
    "\"",
    ">",
    "<",
    "<x-b>",
    "<x.b>",
    "<td.x>",
    "<TD>",
    "</TD >",
    "<td/>",
    "<img alt=\"x>\">",
    "<hr>",
    "<pre>",
    "</pre>",
    "<dl><dt>",
    "<dd>",
    "</dl>",
    "<section>",
    "</section>",
    "<code>",
    "</code>",
    "\n",
    "<html>",
    "<body>",
    "</body>",
    "<tr hidden>",
    "<td hidden>",
    "<tbody hidden>",
    "<col>",
    "<colgroup>",
    "<tfoot>",
    "<input>",
    "<li hidden>",
];

pub(super) fn page(numbers: &mut Numbers) -> String {
    let mut page = String::from(numbers.choose(&[
        "",
        "<!doctype html>\n",
        "<html><head><title>a</title></head><body>",
    ]));
    for _ in 0..=numbers.below(4) {
        block(numbers, &mut page, 0);
    }
    for _ in 0..numbers.below(4) {
        mutate(numbers, &mut page);
    }
    page
}

fn block(numbers: &mut Numbers, page: &mut String, depth: usize) {
    match numbers.below(10) {
        0 | 1 => {
            let level = 1 + numbers.below(6);
            let _ = write!(page, "<h{level}>");
            inline(numbers, page, depth);
            let _ = writeln!(page, "</h{level}>");
        }
        2 => {
            page.push_str("<p>");
            inline(numbers, page, depth);
            page.push_str(numbers.choose(&["</p>\n", "\n"]));
        }
        3 if depth < 3 => {
            let (open, close) = numbers.choose(&[
                ("<div>", "</div>"),
                ("<section class=\"x\">", "</section>"),
                ("<ul><li>", "</ul>"),
                ("<template>", "</template>"),
                ("<textarea>", "</textarea>"),
                ("<script>", "</script>"),
                ("<xmp>", "</xmp>"),
                ("<div hidden>", "</div>"),
                ("<div style='color:red; display : none'>", "</div>"),
                ("<details>", "</details>"),
                ("<!--", "-->"),
                ("<blockquote>", "</blockquote>"),
                ("<pre>", "</pre>"),
                ("<p hidden>", ""),
                ("<noscript>", "</noscript>"),
                ("<dl><dt>x<dd>", "</dl>"),
            ]);
            page.push_str(open);
            for _ in 0..=numbers.below(2) {
                block(numbers, page, depth + 1);
            }
            page.push_str(close);
        }
        _ => table(numbers, page, depth),
    }
}

fn table(numbers: &mut Numbers, page: &mut String, depth: usize) {
    page.push_str(numbers.choose(&["<table>", "<table class=\"a b\">\n", "<TABLE border=1>"]));
    if numbers.below(6) == 0 {
        page.push_str("<caption>");
        inline(numbers, page, depth);
        page.push_str("</caption>");
    }
    if numbers.below(6) == 0 {
        page.push_str("<colgroup><col><col width=1></colgroup>");
    }
    let columns = 1 + numbers.below(4);
    let close = numbers.below(3) > 0;
    let head = numbers.below(2) == 0;
    if head {
        page.push_str("<thead>");
        row(numbers, page, columns, close, "th", depth);
        page.push_str("</thead>\n<tbody>");
    }
    for _ in 0..numbers.below(4) {
        row(numbers, page, columns, close, "td", depth);
    }
    if head {
        page.push_str("</tbody>");
    }
    page.push_str("</table>\n");
}

fn row(
    numbers: &mut Numbers,
    page: &mut String,
    columns: usize,
    close: bool,
    cell: &str,
    depth: usize,
) {
    page.push_str(numbers.choose(&["<tr>", "<tr>\n  ", "<tr class=x>", "<tr>"]));
    if numbers.below(30) == 0 {
        page.push_str(numbers.choose(&["<tr hidden>", "</tr><tr style=\"display:none\">"]));
    }
    for _ in 0..columns {
        let attributes = match numbers.below(14) {
            0 => " colspan=\"2\"",
            1 => " rowspan=2",
            2 => " align='left' rowspan='3' ",
            3 => " rowspan=+2",
            4 => " colspan=' 2x'",
            5 if numbers.below(4) == 0 => " hidden",
            _ => "",
        };
        let _ = write!(page, "<{cell}{attributes}>");
        if depth < 2 && numbers.below(25) == 0 {
            table(numbers, page, depth + 1);
        }
        inline(numbers, page, depth);
        if close {
            let _ = write!(page, "</{cell}>");
        }
    }
    page.push_str(if close { "</tr>\n" } else { "\n" });
}

fn inline(numbers: &mut Numbers, page: &mut String, _depth: usize) {
    for _ in 0..=numbers.below(3) {
        let text = numbers.choose(TEXTS);
        match numbers.below(8) {
            0 => {
                let _ = write!(page, "<b>{text}</b>");
            }
            1 => {
                let _ = write!(page, "<p>{text}</p>");
            }
            2 => {
                let _ = write!(page, "<abbr title=\"x?a&b\">{text}</abbr><br>");
            }
            3 => {
                let _ = write!(page, "{text}<sup>1</sup>");
            }
            4 => {
                let _ = write!(page, "<span hidden>{text}</span>");
            }
            _ => page.push_str(text),
        }
        page.push_str(numbers.choose(&["", " "]));
    }
}

fn mutate(numbers: &mut Numbers, page: &mut String) {
    let places: Vec<usize> = page
        .char_indices()
        .map(|(at, _)| at)
        .chain([page.len()])
        .collect();
    let at = numbers.choose(&places);
    let end = numbers.choose(&places).max(at).min(at + 12);
    match numbers.below(4) {
        0 if page.is_char_boundary(end) => page.replace_range(at..end, ""),
        _ => page.insert_str(at, numbers.choose(PIECES)),
    }
}
