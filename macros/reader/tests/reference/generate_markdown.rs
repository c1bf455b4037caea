//! Markdown pages with tables and headings in every position, and mutations of them.

use super::numbers::Numbers;

const WORDS: &[&str] = &[
    "404",
    "Not Found",
    "a",
    "gateway",
    "*b*",
    "**Not *found***",
    "_c_",
    "snake_case_name",
    "`code`",
    "`` a ` b ``",
    "~~410~~",
    "[link](http://x.y/(z))",
    "[Not Found]",
    "[text][Not Found]",
    "[text][]",
    "![alt](x.png \"t\")",
    "<b>bold</b>",
    "a<br>b",
    "&amp;",
    "&rarr;",
    "&#8212;",
    "&copy",
    "\\*",
    "\\\\",
    "a*b",
    "2 * 3",
    "**a**b",
    "*a",
    "b*",
    "<https://x.y/z>",
    "![a][Not Found]",
    "é",
    "表",
    "***x***",
    "__u__",
    "a_b_",
    "`a*b`*",
    "[a](<b c>)",
    "[a](b 'c')",
    "[a]: b",
    "&nosuch;",
    "(x)",
    "!",
    "[",
    "]",
    "\\[a]",
    "<!-- c -->",
    "¹",
    "`",
    "``",
];

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "> ",
    ">",
    "- ",
    "* ",
    "1. ",
    "  ",
    "    ",
    "\t",
    "```\n",
    "```",
    "~~~\n",
    "|",
    "|---|",
    "---",
    "===",
    "# ",
    "## ",
    "#",
    "<div>",
    "</div>",
    "<pre>",
    "</pre>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<table>",
    "</table>",
    "<tr><td>",
    "</td></tr>",
    "\n| a | b |\n|---|---|\n| c | d |\n",
    "\\",
    "`",
    "*",
    "_",
    "[",
    "]",
    "](",
    ")",
    "~~",
    "&amp;",
    "<textarea>",
    "</textarea>",
    "+ ",
    "2) ",
    "\n\n[Not Found]: x\n\n",
    "***",
    " - - - ",
    "<?x",
    "?>",
    "<!X",
    "<![CDATA[",
    "]]>",
    "<details>",
    "</details>",
    "\r\n",
];

pub(super) fn page(numbers: &mut Numbers) -> String {
    let mut lines = Vec::new();
    if numbers.below(12) == 0 {
        lines.extend(["---", "title: a", "---", ""].map(str::to_owned));
    }
    for _ in 0..=numbers.below(5) {
        block(numbers, &mut lines, 0);
        if numbers.below(6) > 0 {
            lines.push(String::new());
        }
    }
    if numbers.below(3) == 0 {
        lines.extend(["", "[Not Found]: https://x.y 'title'"].map(str::to_owned));
    }
    let mut page = lines.join("\n") + numbers.choose(&["\n", "\n", ""]);
    for _ in 0..numbers.below(3) {
        mutate(numbers, &mut page);
    }
    page
}

fn text(numbers: &mut Numbers) -> String {
    let words: Vec<&str> = (0..=numbers.below(4))
        .map(|_| numbers.choose(WORDS))
        .collect();
    words.join(numbers.choose(&[" ", " ", " ", ""]))
}

fn block(numbers: &mut Numbers, lines: &mut Vec<String>, depth: usize) {
    let choice = numbers.below(16);
    match choice {
        0 | 1 => {
            let marks = "#".repeat(1 + numbers.below(6));
            let end = numbers.choose(&["", "", " ##", " {#id}", "#", " #  "]);
            lines.push(format!("{marks} {}{end}", text(numbers)));
        }
        2 => {
            lines.push(text(numbers));
            lines.push(numbers.choose(&["===", "---", "=", "-----  "]).to_owned());
        }
        3 => {
            for _ in 0..=numbers.below(3) {
                lines.push(text(numbers));
            }
        }
        4 | 5 => {
            let fence = numbers.choose(&["```", "~~~", "````", "```http", "~~~ a b"]);
            lines.push(fence.to_owned());
            for _ in 0..numbers.below(3) {
                inner(numbers, lines, depth);
            }
            if numbers.below(4) > 0 {
                let mark = fence.chars().next().unwrap_or('`');
                lines.push(mark.to_string().repeat(numbers.choose(&[3, 3, 4, 2])));
            }
        }
        6 => indented(numbers, lines, depth, "    "),
        7 | 8 if depth < 3 => {
            let mut inside = Vec::new();
            for _ in 0..=numbers.below(3) {
                inner(numbers, &mut inside, depth);
                if numbers.below(3) > 0 {
                    inside.push(String::new());
                }
            }
            let lazy = numbers.below(10) == 0;
            let mark = numbers.choose(&["> ", "> ", ">"]);
            for (index, line) in inside.iter().enumerate() {
                let drop = lazy && index > 0 && numbers.below(3) == 0;
                lines.push(if drop {
                    line.clone()
                } else {
                    format!("{mark}{line}")
                });
            }
        }
        9 | 10 if depth < 3 => {
            let marker = numbers.choose(&["- ", "* ", "+ ", "1. ", "2) ", "10.  ", "-   ", " - "]);
            for _ in 0..=numbers.below(3) {
                let mut inside = Vec::new();
                for _ in 0..=numbers.below(2) {
                    inner(numbers, &mut inside, depth);
                    if numbers.below(2) == 0 {
                        inside.push(String::new());
                    }
                }
                let indent = " ".repeat(marker.len());
                for (index, line) in inside.iter().enumerate() {
                    let before = if index == 0 { marker } else { &indent };
                    let drop = index > 0 && (line.is_empty() || numbers.below(60) == 0);
                    lines.push(if drop {
                        line.clone()
                    } else {
                        format!("{before}{line}")
                    });
                }
            }
        }
        11 => html_block(numbers, lines, depth),
        12 => lines.push(
            numbers
                .choose(&["***", "- - -", "___", "[a b]: <x y> \"t\"", "[c]: /u"])
                .to_owned(),
        ),
        _ => table(numbers, lines),
    }
}

fn inner(numbers: &mut Numbers, lines: &mut Vec<String>, depth: usize) {
    block(numbers, lines, depth + 1);
}

fn indented(numbers: &mut Numbers, lines: &mut Vec<String>, depth: usize, by: &str) {
    let mut inside = Vec::new();
    if depth < 3 {
        inner(numbers, &mut inside, depth);
    }
    lines.extend(inside.iter().map(|line| format!("{by}{line}")));
}

fn html_block(numbers: &mut Numbers, lines: &mut Vec<String>, depth: usize) {
    let (open, close) = numbers.choose(&[
        ("<div>", "</div>"),
        ("<pre>", "</pre>"),
        ("<script>", "</script>"),
        ("<!--", "-->"),
        ("<textarea>", "</textarea>"),
        ("<details><summary>x</summary>", "</details>"),
        ("<div hidden>", "</div>"),
        ("<table><tr><th>Code<th>Text<tr><td>404<td>x</table>", ""),
        (
            "<table>\n<tr>\n<td>404</td>\n\n<td>\n\n*x*\n\n</td></tr>",
            "</table>",
        ),
        ("<h2>a *b* c</h2>", ""),
        ("<template>", "</template>"),
    ]);
    lines.extend(open.split('\n').map(str::to_owned));
    if numbers.below(3) > 0 {
        lines.push(String::new());
    }
    if depth < 3 && !open.starts_with("<table") {
        inner(numbers, lines, depth);
    }
    if numbers.below(3) > 0 {
        lines.push(String::new());
    }
    lines.push(close.to_owned());
}

fn table(numbers: &mut Numbers, lines: &mut Vec<String>) {
    let columns = 1 + numbers.below(3);
    let framed = columns == 1 || numbers.below(3) > 0;
    let line = |cells: Vec<String>| {
        let cells = cells.join(" | ");
        if framed {
            format!("| {cells} |")
        } else {
            cells
        }
    };
    let cell = |numbers: &mut Numbers| match numbers.below(12) {
        0 if framed => String::new(),
        1 => "a \\| b".to_owned(),
        2 => "`a \\| b`".to_owned(),
        _ => text(numbers),
    };
    let row = |numbers: &mut Numbers| (0..columns).map(|_| cell(numbers)).collect::<Vec<_>>();
    // Without a bar at its begin, a table that follows a text is known to be read in another way.
    if !framed && lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(String::new());
    }
    lines.push(line(row(numbers)));
    let ruler = (0..columns).map(|_| numbers.choose(&["---", ":--", "-:", ":-:", "-"]).to_owned());
    lines.push(line(ruler.collect()));
    for _ in 0..numbers.below(4) {
        lines.push(line(row(numbers)));
    }
}

fn mutate(numbers: &mut Numbers, page: &mut String) {
    let places: Vec<usize> = page
        .char_indices()
        .map(|(at, _)| at)
        .chain([page.len()])
        .collect();
    let at = numbers.choose(&places);
    let end = numbers.choose(&places).max(at).min(at + 6);
    match numbers.below(4) {
        0 if page.is_char_boundary(end) => page.replace_range(at..end, ""),
        _ => page.insert_str(at, numbers.choose(PIECES)),
    }
}
