//! Texts that are nearly right, the same ones in every run.

use crate::numbers::Numbers;

/// What means something in one of the grammars, or looks as if it did.
pub(crate) const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\n\n",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "ü",
    "表",
    "e\u{301}",
    "😀",
    "\u{202e}",
    "|",
    "||",
    "\\|",
    "+",
    "-",
    "--",
    "---",
    "=",
    "===",
    "=== ===\n",
    "+--+--+\n",
    "+==+\n",
    "|---|\n",
    "| 404 | a |\n",
    "404",
    "4XX",
    "5xx",
    "999",
    "99999999999",
    "HTTP 404",
    ".. ",
    ".. table::\n",
    ".. list-table::\n   ",
    ".. csv-table::\n   ",
    ".. |a| replace:: ",
    "* - ",
    ":header-rows: 1\n",
    "::",
    "::\n\n",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "*",
    "**",
    "_",
    "`a`_",
    "`a <b>`__",
    "[",
    "]",
    "](",
    "[a](b)",
    "![",
    "<",
    ">",
    "<!--",
    "-->",
    "<!doctype",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th>",
    "<td rowspan=3>",
    "<td colspan=99999>",
    "<td rowspan=0>",
    "<td rowspan=-1>",
    "<script>",
    "<p",
    "<br>",
    "&",
    "&amp;",
    "&#",
    "&#x110000;",
    "&#0;",
    "&lt",
    "#",
    "# Status Codes\n",
    "\"",
    "\"\"",
    "'",
    ",",
    ":",
    ": ",
    "? ",
    "- ",
    "{",
    "}",
    "{ a: ",
    "&a ",
    "*a",
    "<<: ",
    "$ref",
    "$ref: '#/paths'",
    "#/components",
    "default",
    "!!str ",
    "%YAML 1.2\n",
    "---\n",
    "...\n",
    "|-\n",
    ">+2\n",
    "\\u0000",
    "\\ud800",
];

/// What looks, again and again, for an end that is far away or missing.
pub(crate) const NESTS: &[&str] = &[
    "a:`b`-",
    ":a:`",
    "`a <",
    "`a",
    "``a",
    "*a ",
    "**a ",
    "|a| ",
    "a_ ",
    "\\`",
    "[a](",
    "![a][",
    "<a href=\"",
    "<x ",
    "</x",
    "<p a='",
    "`` a ` ",
    "> ",
    "> > - ",
    "1. - ",
    "- |---|\n",
    "<table><tr><td>",
    "<td rowspan=9><td>",
    "<tr><td colspan=1000>404",
    "&amp",
    "&x",
    "<h2>",
    "+-+\n| |\n",
    "+--+\n|+-\n",
    "| |\n+-+\n",
    "== ==\na  b\n",
    ".. table:: x\n\n   ",
    "* - * - ",
    "\"a\",",
    "a\n==\n",
    "a\n--\n\n",
    "#. a\n\n  ",
    "| a | b |\n",
    "| a |\n|---|\n\n",
    "```a\n",
    "404 | ",
    "{\"a\":",
    "[[",
    "{{",
    "a: {",
    "- - ",
    "? ? ",
    "&a [*a, ",
    "\n  a:\n",
];

/// A text with a few changes.
pub(crate) fn mutate(numbers: &mut Numbers, text: &str, others: &[String]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=numbers.below(6) {
        let place = numbers.below(letters.len() + 1);
        match numbers.below(8) {
            0 => letters.truncate(place),
            1 => drop(letters.drain(numbers.range(letters.len()))),
            2 => {
                let range = numbers.range(letters.len());
                let copied = letters[range].to_vec();
                letters.splice(place..place, copied);
            }
            3 => {
                let other: Vec<char> = others[numbers.below(others.len())].chars().collect();
                let range = numbers.range(other.len());
                letters.splice(place..place, other[range].to_vec());
            }
            4 => {
                if let Some(letter) = letters.get_mut(place) {
                    *letter = numbers.choose(&[
                        '|', '-', '+', '=', ' ', '\n', '<', '`', '\\', '4', 'é', '\0',
                    ]);
                }
            }
            5 => {
                let count = 1 + numbers.below(40);
                let piece = numbers.choose(PIECES).repeat(count);
                letters.splice(place..place, piece.chars());
            }
            _ => {
                let piece = numbers.choose(PIECES);
                letters.splice(place..place, piece.chars());
            }
        }
    }
    letters.into_iter().collect()
}
