"""Writes rst.jsonl: generated tables of reStructuredText, and what docutils finds in each.

    python3 rst.py > rst.jsonl        (docutils 0.19)

A line is `[page, items]`. An item is `[level, text]` for a heading, and `[caption, rows]` for a table, where a cell
that spans several fields stands in each. `null` in place of the items says that docutils reports an error.
"""

import json
import random
import sys

from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import column_width

# The pages with one or two tables in all forms, and those with tables within other blocks and with more markup.
PAGES = 300
NESTED = 210

WORDS = [
    "404", "500", "Not Found", "the", "gateway", "*gone*", "**very** old", "``a | b``", "``x``", "`text <https://x.y>`_",
    "Errors_", ":code:`c d`", "|sub|", "\\*", "a\\_b", "snake_case", "2 * 3", "[1]_", "表示", "é", "it's", "\"quoted\"", "a/b",
    "(*see*)", "--", "50%", "`title`", "x\\ y", "``a\\b``", "*a", "end.", "<id>", "&amp;",
]


def text(rng, most=4):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, most)))


def wrapped(words, width):
    lines = []
    for word in words.split(" "):
        if lines and column_width(lines[-1] + " " + word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def padded(line, width):
    return line + " " * (width - column_width(line))


def cell(rng, width):
    """The lines of a cell."""
    kind = rng.randrange(14)
    if kind == 0:
        return []
    if kind == 1:
        return ["- " + rng.choice(WORDS), "- " + rng.choice(WORDS)]
    if kind == 2:
        return wrapped(text(rng), width) + [""] + wrapped(text(rng), width)
    if kind == 3:
        return ["| " + rng.choice(WORDS), "| " + rng.choice(WORDS)]
    if kind == 4:
        return [rng.choice(["404", "5xx", "200"])]
    return wrapped(text(rng), width)


def grid(rng):
    """A grid table, with spans."""
    height, width = rng.randint(1, 4), rng.randint(1, 4)
    owner = [[(y, x) for x in range(width)] for y in range(height)]
    spans = {(y, x): (1, 1) for y in range(height) for x in range(width)}
    for _ in range(rng.randrange(3)):
        y, x = rng.randrange(height), rng.randrange(width)
        rows, across = min(height - y, rng.randint(1, 2)), min(width - x, rng.randint(1, 2))
        fields = [(b, a) for b in range(y, y + rows) for a in range(x, x + across)]
        if all(spans.get(owner[b][a]) == (1, 1) for b, a in fields):
            for b, a in fields:
                owner[b][a] = (y, x)
                spans.pop((b, a), None)
            spans[y, x] = (rows, across)
    columns = [rng.randint(8, 18) for _ in range(width)]
    heights = [1] * height
    cells = {}
    for (y, x), (rows, across) in spans.items():
        cells[y, x] = cell(rng, sum(columns[x : x + across]) - 2)
    for (y, x), (rows, across) in spans.items():
        missing = 2 + max([0] + [column_width(line) for line in cells[y, x]]) - sum(columns[x : x + across]) - across + 1
        columns[x] += max(0, missing)
        missing = len(cells[y, x]) - sum(heights[y : y + rows]) - rows + 1
        heights[y] += max(0, missing)
    left = [sum(columns[:x]) + x for x in range(width + 1)]
    top = [sum(heights[:y]) + y for y in range(height + 1)]
    canvas = [[" "] * (left[-1] + 1) for _ in range(top[-1] + 1)]
    for (y, x), (rows, across) in spans.items():
        (from_x, to_x), (from_y, to_y) = (left[x], left[x + across]), (top[y], top[y + rows])
        for at in range(from_x, to_x):
            for line in (from_y, to_y):
                canvas[line][at] = "+" if canvas[line][at] in "+|" else "-"
        for line in range(from_y, to_y):
            for at in (from_x, to_x):
                canvas[line][at] = "+" if canvas[line][at] in "+-" else "|"
    for (y, x), (rows, across) in spans.items():
        for line in (top[y], top[y + rows]):
            for at in (left[x], left[x + across]):
                canvas[line][at] = "+"
    for (y, x), lines in cells.items():
        for line, content in enumerate(lines):
            at = left[x] + 2
            for character in content:
                canvas[top[y] + 1 + line][at] = character
                if column_width(character) == 2:
                    canvas[top[y] + 1 + line][at + 1] = ""
                at += column_width(character)
    out = ["".join(line) for line in canvas]
    if height > 1 and rng.randrange(2) and set(out[top[1]]) <= set("+-"):
        out[top[1]] = out[top[1]].replace("-", "=")
    return out


def simple(rng):
    width = rng.randint(2, 4)
    columns = [rng.randint(4, 16) for _ in range(width)]
    border = "  ".join("=" * column for column in columns)
    out = [border]

    def row():
        if rng.randrange(8) == 0 and width > 2:
            at = rng.randrange(width - 1)
            parts = columns[:at] + [columns[at] + 2 + columns[at + 1]] + columns[at + 2 :]
            rule = "  ".join("-" * part for part in parts)
        else:
            parts, rule = columns, None
        cells = []
        for index, part in enumerate(parts):
            last = index + 1 == len(parts)
            lines = wrapped(text(rng, 3), part) if rng.randrange(9) else []
            if index == 0:
                lines = lines[:1] or ["\\"]
            cells.append([line for line in lines if last or column_width(line) <= part])
        count = max(1, max(len(lines) for lines in cells))
        for y in range(count):
            shown = [padded(lines[y] if y < len(lines) else "", part) for lines, part in zip(cells, parts)]
            out.append("  ".join(shown).rstrip())
        if rule:
            out.append(rule)

    if rng.randrange(2):
        row()
        out.append(border)
    for _ in range(rng.randint(1, 4)):
        row()
        if rng.randrange(6) == 0:
            out.append("")
    out.append(border)
    return out


def indent(lines, by):
    return [(" " * by + line) if line else "" for line in lines]


def list_table(rng):
    width = rng.randint(1, 3)
    out = [".. list-table::" + rng.choice(["", " Title", " A *title*"])]
    options = []
    if rng.randrange(2):
        options.append(":header-rows: 1")
    if rng.randrange(3) == 0:
        options.append(":widths: auto")
    if rng.randrange(4) == 0:
        options.append(":class: a b")
    out += indent(options, 3) + [""]
    bullets = rng.choice(["*-", "-*", "**", "--"])
    for _ in range(rng.randint(2, 4)):
        for x in range(width):
            lines = cell(rng, 24) or [""]
            before = f"{bullets[0]} {bullets[1]} " if x == 0 else f"  {bullets[1]} "
            out.append(("   " + before + lines[0]).rstrip())
            out += indent(lines[1:], 7)
            if rng.randrange(10) == 0:
                out.append("")
    return out


def csv_table(rng):
    width = rng.randint(1, 3)
    delimiter = rng.choice([",", ",", ",", ";", "|"])
    out = [".. csv-table::" + rng.choice(["", " Title"])]

    def field(content):
        if delimiter in content or '"' in content or rng.randrange(2) or not content:
            return '"' + content.replace('"', '""') + '"'
        return content

    def row():
        fields = [field(text(rng, 3) if rng.randrange(9) else "") for _ in range(width)]
        return (delimiter + rng.choice(["", " "])).join(fields)

    options = []
    if delimiter != ",":
        options.append(f":delim: {delimiter}")
    if rng.randrange(3) == 0:
        options.append(":header: " + ", ".join('"' + rng.choice(["Code", "Text", "A *b*"]) + '"' for _ in range(width)))
    elif rng.randrange(2):
        options.append(":header-rows: 1")
    out += indent(options, 3) + [""]
    for _ in range(rng.randint(2, 4)):
        line = row()
        if rng.randrange(10) == 0 and line.endswith('"') and width == 1:
            line = line[:-1] + "\nmore" + '"'
        out += indent(line.split("\n"), 3)
    return out


def block(rng, levels):
    kind = rng.randrange(12)
    if kind == 0:
        title = text(rng, 2)
        mark, over = rng.choice(levels)
        line = mark * max(4, column_width(title))
        return ([line] if over else []) + [title, line]
    if kind == 1:
        return wrapped(text(rng), 40)
    if kind == 2:
        return ["Literal::", ""] + indent(table(rng), 3)
    if kind == 3:
        return [".. code-block:: text", ""] + indent(table(rng), 3)
    if kind == 4:
        return ["- item", ""] + indent(table(rng), 2)
    if kind == 5:
        return [".. table:: A *caption*", ""] + indent(rng.choice([grid, simple])(rng), 3)
    if kind == 6:
        return [".. comment", ""] + indent(table(rng), 3)
    if kind == 7:
        return [".. note::", ""] + indent(table(rng), 3)
    return table(rng)


def table(rng):
    return rng.choice([grid, grid, simple, list_table, csv_table])(rng)


def page(rng):
    lines = []
    levels = [("=", False), ("-", False), ("~", False)]
    for _ in range(rng.randint(1, 2)):
        lines += block(rng, levels[: rng.randint(1, 3)]) + [""]
    for use, definition in [
        ("|sub|", ".. |sub| replace:: put *here*"),
        ("Errors_", ".. _Errors: https://x.y"),
        ("[1]_", ".. [1] note"),
    ]:
        if use in "\n".join(lines):
            lines += [definition, ""]
    made = "\n".join(lines) + "\n"
    if rng.randrange(3) == 0:
        at = rng.randrange(len(made))
        made = made[:at] + rng.choice(["", " ", "-", "|", "+", "=", "\n", "*", "`", "  "]) + made[at + rng.randrange(2) :]
    return made


MARKUP = [
    "*gone*\\ s", "``x``\\ y", ":sub:`i`", ":strong:`so`", ":literal:`a  b`", "`named`:emphasis:", "[#]_", "[#one]_",
    "[*]_", "[CIT]_", "https://x.y/z", "日本語", "한국", "e\u0301", "Ａ", "…", "“(*q*)”", "(``c``)", "*a* -", "|sub|,", "|long|",
    "Errors_:", "`two words`_", "Not\\ Found", "**404**:", "x*y*z", "a__b", "404/*410*", "'*'", "\\`\\`",
]


def prose(rng):
    return wrapped(" ".join(rng.choice(rng.choice([WORDS, MARKUP])) for _ in range(rng.randint(2, 8))), 40)


def nested(rng, depth=0):
    """A table within blocks that hold others."""
    inner = nested(rng, depth + 1) if depth < 2 and rng.randrange(3) else rich_table(rng)
    before = prose(rng) + [""] if rng.randrange(2) else []
    mark, by = rng.choice([("- ", 2), ("1. ", 3), ("#. ", 3), ("term\n", 3), (":field: ", 3), ("", 2)])
    name = rng.choice(["note::", "warning::", "admonition:: A *title*", "container:: c", "topic:: Topic", "sidebar:: Side"])
    if rng.randrange(2):
        # A topic cannot be within another block.
        name = name if depth == 0 or name[0] not in "ts" else "tip::"
        return [f".. {name}", ""] + indent(before + inner, 3)
    if mark == "term\n":
        return ["a term"] + indent(prose(rng) + [""] + inner, by)
    if mark:
        first = prose(rng)
        return [mark + first[0]] + indent(first[1:] + [""] + inner, by)
    return prose(rng) + [""] + indent(before + inner, by)


def rich_cell(rng, width):
    kind = rng.randrange(8)
    if kind == 0:
        return wrapped(rng.choice(["a term", "Not Found"]), width) + indent(wrapped(text(rng, 2), width - 3), 3)
    if kind == 1:
        return ["1. one", "2. two"]
    if kind == 2:
        return ["- " + rng.choice(["a", "404"]), "", "  more", "", "- b"]
    if kind == 3:
        return [".. note::", "", "   kept"]
    if kind == 4:
        return cell(rng, width)
    return wrapped(" ".join(rng.choice(rng.choice([WORDS, MARKUP])) for _ in range(rng.randint(1, 3))), width)


def rich_list(rng):
    width = rng.randint(1, 3)
    out = [".. list-table:: " + rng.choice(["", "A |sub| title [#]_", "Codes"])]
    options = [":header-rows: 1", ":align: left", ":width: 80%", ":name: here"] + [":stub-columns: 1"] * (width > 1)
    out += indent(rng.sample(options, rng.randint(0, 3)), 3)
    out.append("")
    for _ in range(rng.randint(2, 3)):
        for x in range(width):
            lines = rich_cell(rng, 24) or [""]
            out.append((("   * - " if x == 0 else "     - ") + lines[0]).rstrip())
            out += indent(lines[1:], 7)
    return out


def rich_csv(rng):
    width = rng.randint(1, 3)
    quote = rng.choice(['"', '"', "'"])
    out = [".. csv-table:: " + rng.choice(["", "Codes of *x*"])]
    escape = rng.choice(["", "", "", "~"])
    out += indent([f":quote: {quote}"] if quote != '"' else [], 3) + indent([f":escape: {escape}"] if escape else [], 3)
    options = [":header-rows: 1", ":keepspace:", ":align: center"] + [":stub-columns: 1"] * (width > 1)
    out += indent(rng.sample(options, rng.randint(0, 2)), 3)
    out.append("")
    for _ in range(rng.randint(2, 3)):
        fields = []
        for _ in range(width):
            lines = rich_cell(rng, 30) if rng.randrange(3) == 0 else [text(rng, 3)]
            fields.append(quote + "\n".join(lines).replace(quote, (escape or quote) + quote) + quote)
        out += indent((rng.choice([",", ", "])).join(fields).split("\n"), 3)
    return out


def rich_simple(rng):
    """A simple table whose rows have several lines, with spans in its header and below."""
    columns = [rng.randint(6, 14) for _ in range(3)]
    border, two = ["  ".join("=" * part for part in parts) for parts in (columns, [columns[0], columns[1] + 2 + columns[2]])]
    out = [border]

    def row(parts):
        cells = [[rng.choice(["404", "5xx", "A"])]] + [wrapped(text(rng, 3), part) for part in parts[1:]]
        cells = [[line for line in lines if column_width(line) <= part] for lines, part in zip(cells, parts)]
        if rng.randrange(4) == 0:
            cells[-1] += ["", rng.choice(["more", "``x``", "- a"])]
        for y in range(max(len(lines) for lines in cells)):
            shown = [padded(lines[y] if y < len(lines) else "", part) for lines, part in zip(cells, parts)]
            out.append("  ".join(shown).rstrip())

    if rng.randrange(2):
        row([columns[0], columns[1] + 2 + columns[2]])
        out.append(two.replace("=", "-"))
    row(columns)
    out.append(border)
    for _ in range(rng.randint(1, 3)):
        row(columns)
        if rng.randrange(3) == 0:
            out.append("")
    out.append(border)
    return out


def rich_table(rng):
    return rng.choice([grid, rich_simple, rich_list, rich_csv])(rng)


def nested_page(rng):
    made = "\n".join(nested(rng))
    for use, definition in [
        ("|sub|", ".. |sub| replace:: put *here*"),
        ("|long|", ".. |long| replace:: a ``long`` one,\n   of two lines"),
        ("Errors_", ".. _Errors: https://x.y"),
        ("two words`_", ".. _two words: https://x.y/2"),
        ("[1]_", ".. [1] note"),
        ("[#]_", "\n".join([".. [#] automatic"] * made.count("[#]_"))),
        ("[#one]_", ".. [#one] named"),
        ("[*]_", "\n".join([".. [*] star"] * made.count("[*]_"))),
        ("[CIT]_", ".. [CIT] book"),
    ]:
        if use in made:
            made += "\n\n" + definition
    return made + "\n"


def fold(shown):
    return " ".join(shown.split())


def layout(node):
    rows = [row for part in node.findall(lambda it: isinstance(it, (nodes.thead, nodes.tbody))) if owner_table(part) is node for row in part.children]
    fields = [[] for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for entry in row.children:
            while x < len(fields[y]) and fields[y][x] is not None:
                x += 1
            shown = fold(entry.astext())
            for b in range(y, min(len(rows), y + 1 + entry.get("morerows", 0))):
                for a in range(x, x + 1 + entry.get("morecols", 0)):
                    fields[b] += [None] * (a + 1 - len(fields[b]))
                    fields[b][a] = shown
    return [[field or "" for field in row] for row in fields]


def owner_table(node):
    while not isinstance(node, nodes.table):
        node = node.parent
    return node


def items(tree):
    found = []
    for node in tree.findall():
        if isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
            level, up = 0, node.parent
            while isinstance(up, nodes.section):
                level, up = level + 1, up.parent
            found.append([level, fold(node.astext())])
        elif isinstance(node, nodes.table):
            captions = [fold(child.astext()) for child in node.children if isinstance(child, nodes.title)]
            found.append([captions[0] if captions else "", layout(node)])
    return found


def main():
    settings = {"report_level": 5, "halt_level": 5, "doctitle_xform": False, "sectsubtitle_xform": False, "file_insertion_enabled": False, "warning_stream": False}
    for seed in range(PAGES + NESTED):
        rng = random.Random(seed)
        made = page(rng) if seed < PAGES else nested_page(rng)
        tree = publish_doctree(made, settings_overrides={**settings, "report_level": 3})
        messages = [*tree.findall(nodes.system_message), *tree.parse_messages, *tree.transform_messages]
        messages = [message.astext() for message in messages if message["level"] >= 3]
        broken = any(word in message for message in messages for word in ("able", "CSV"))
        # A name that nothing defines, or a directive that does not exist, is another matter.
        if any("Unknown" in message or "Undefined" in message for message in messages) or (messages and not broken):
            continue
        for message in list(tree.findall(nodes.system_message)):
            message.parent.remove(message)
        # We keep the mark of a note as written: `404 [1]`, `[#]`, `[CIT]`.
        for note in tree.findall(lambda it: isinstance(it, (nodes.footnote_reference, nodes.citation_reference, nodes.reference))):
            if note.rawsource.startswith("["):
                note.children = [nodes.Text(note.rawsource.rstrip("_"))]
        json.dump([made, None if broken else items(tree)], sys.stdout, ensure_ascii=False, separators=(",", ":"))
        print()


main()
