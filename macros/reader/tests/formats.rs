//! Each format with what makes it hard: spans, lists, quotes, markup, odd but legal spellings.

mod common;

use common::{error_codes, read_page, read_section, rows};
use statusbook_reader::Codes;

#[test]
fn a_grid_cell_over_rows_lends_its_code_to_each() {
    let page = read_page(
        "errors.rst",
        "\
+------+-------------+--------------------+
| Code | Reason      | Description        |
+======+=============+====================+
| 400  | Bad Request | The name is empty. |
|      |             +--------------------+
|      |             | The name is taken. |
+------+-------------+--------------------+
| 404  | Not Found   | It is gone.        |
+------+-------------+--------------------+
",
    );
    assert_eq!(
        rows(&page),
        [
            "4:3 400 `Bad Request` `The name is empty.`",
            "6:24 400 `Bad Request` `The name is taken.`",
            "8:3 404 `Not Found` `It is gone.`",
        ]
    );
}

#[test]
fn an_empty_grid_cell_inherits_the_code_above() {
    let page = read_page(
        "errors.rst",
        "\
+------+--------------------+
| Code | Description        |
+======+====================+
| 400  | The name is empty. |
+------+--------------------+
|      | The name is taken. |
+------+--------------------+
",
    );
    assert_eq!(
        rows(&page),
        [
            "4:3 400 `` `The name is empty.`",
            "6:3 400 `` `The name is taken.`"
        ]
    );
}

#[test]
fn a_grid_with_two_header_rows_and_a_cell_over_columns() {
    let page = read_page(
        "errors.rst",
        "\
+-------------------------+-------------+
| HTTP                    | Meaning     |
+-------------+-----------+             |
| Status code | Reason    |             |
+=============+===========+=============+
| 404         | Not Found | It is gone. |
+-------------+-----------+-------------+
",
    );
    assert_eq!(rows(&page), ["6:3 404 `Not Found` `It is gone.`"]);
}

#[test]
fn a_grid_of_wide_characters_is_aligned_as_shown() {
    let page = read_page(
        "errors.rst",
        "\
+--------+----------------+
| 状态码 | 描述           |
+========+================+
| 404    | 没有这只宠物。 |
+--------+----------------+
",
    );
    assert_eq!(rows(&page), ["4:3 404 `` `没有这只宠物。`"]);
}

#[test]
fn an_emoji_takes_two_columns_of_a_grid() {
    let page = read_page(
        "status.rst",
        "\
+--------+-------+-------+
| Status | Retry | Note  |
+========+=======+=======+
| 404    | ❌ no | Gone  |
+--------+-------+-------+
| 503    | ✅    | Later |
+--------+-------+-------+
",
    );
    assert_eq!(rows(&page), ["4:3 404 `` `Gone`", "6:3 503 `` `Later`"]);
}

#[test]
fn a_grid_of_signs_from_every_block_of_emoji_is_aligned_as_shown() {
    for sign in ['🛑', '🚫', '🟢', '🥇', '🪪', '🫠', '🛜', '🈲', '🀄'] {
        let page = read_page(
            "signs.rst",
            &format!(
                "+------+---------+\n| Code | Meaning |\n+======+=========+\n| 404  | {sign} Gone |\n+------+---------+\n"
            ),
        );
        assert_eq!(rows(&page), [format!("4:3 404 `` `{sign} Gone`")]);
    }
}

#[test]
fn a_name_between_bars_is_the_text_it_stands_for() {
    let page = read_page(
        "status.rst",
        "\
.. |Gone| replace:: The pet *is*
   gone
.. |later| replace:: Later
.. |LATER| replace:: Never

======  ==================  ========
Status  Meaning             Retry
======  ==================  ========
404     |gone|.             |icon|
409     Taken|or gone|lost  |icon|
503     (|later|) a | b     |icon|
======  ==================  ========
",
    );
    assert_eq!(
        rows(&page),
        [
            "9:1 404 `` `The pet is gone.`",
            "10:1 409 `` `Taken|or gone|lost`",
            "11:1 503 `` `(Later) a | b`",
        ]
    );
}

#[test]
fn bars_between_quoted_words_are_only_bars() {
    for text in [
        "sort is \"asc\"|\"desc\"|\"none\"",
        "one of <a>|<b>|<c>",
        "(a)|(b)|(c)",
        "{id}|{name}|{key}",
        "costs $|amount|$",
    ] {
        let page = read_page(
            "status.rst",
            &format!(
                ".. list-table::\n   :header-rows: 1\n\n   * - Status\n     - Meaning\n   * - 404\n     - {text}\n"
            ),
        );
        assert_eq!(rows(&page), [format!("6:8 404 `` `{text}`")]);
    }
}

#[test]
fn html_in_restructuredtext_is_read_in_place() {
    let page = read_page(
        "status.rst",
        "\
Status
======

.. raw:: html

   <table>
     <tr><th>Code</th><th>Meaning</th></tr>
     <tr><td>404</td><td>Gone</td></tr>
   </table>

.. raw:: latex

   <table><tr><td>500</td><td>Nothing of ours</td></tr></table>
",
    );
    assert_eq!(rows(&page), ["8:14 404 `` `Gone`"]);
}

#[test]
fn a_line_end_between_html_rows_may_be_written_as_a_number() {
    let page = read_page(
        "status.md",
        "\
<table>
<tr><th>Code</th><th>Meaning</th></tr>
&#10;<tr><td>404</td><td>Gone</td></tr>
</table>
",
    );
    assert_eq!(rows(&page), ["3:14 404 `` `Gone`"]);
}

#[test]
fn an_accent_of_its_own_takes_no_column_and_is_kept() {
    let page = read_page(
        "errors.rst",
        "\
+--------+----------------+
| Status | Description    |
+========+================+
| 404    | cafe\u{301} fe\u{301}rme\u{301}     |
+--------+----------------+
",
    );
    assert_eq!(
        rows(&page),
        ["4:3 404 `` `cafe\u{301} fe\u{301}rme\u{301}`"]
    );
}

#[test]
fn a_simple_table_with_lines_that_go_on_and_a_span() {
    let page = read_page(
        "errors.rst",
        "\
====  ===========  =====================
Code  What it says
----  ----------------------------------
HTTP  Reason       Description
====  ===========  =====================
400   Bad Request  The request is wrong
                   in some way.

404   Not Found    It is gone.
====  ===========  =====================

Text.
",
    );
    assert_eq!(
        rows(&page),
        [
            "6:1 400 `Bad Request` `The request is wrong in some way.`",
            "9:1 404 `Not Found` `It is gone.`"
        ]
    );
}

#[test]
fn a_list_table_inside_a_note() {
    let page = read_page(
        "errors.rst",
        "\
.. note::

   .. list-table:: What goes wrong
      :header-rows: 1
      :widths: 10 90

      * - Code
        - Meaning
      * - ``404``
        - It is :ref:`gone <pets>`,
          or it *never* was.

          - a point
          - another
      * - 409
        -
",
    );
    assert_eq!(
        rows(&page),
        [
            "9:11 404 `` `It is gone, or it never was. a point another`",
            "15:11 409 `` ``"
        ]
    );
}

#[test]
fn csv_tables_with_quotes_and_delimiters() {
    let page = read_page(
        "errors.rst",
        "\
.. csv-table:: Errors
   :header: \"Code\", \"Meaning\"
   :widths: 20, 80

   \"404 - Not Found\", \"It is \"\"gone\"\",
   or it never was.\"
   409, In use

.. csv-table::
   :delim: ;
   :header-rows: 1

   Code;Meaning
   500;Ours, sorry
",
    );
    assert_eq!(
        rows(&page),
        [
            "5:5 404 `Not Found` `It is \"gone\", or it never was.`",
            "7:4 409 `` `In use`",
            "14:4 500 `` `Ours, sorry`",
        ]
    );
}

#[test]
fn tables_in_code_and_comments_do_not_count() {
    let page = read_page(
        "errors.rst",
        "\
Like this::

   ====  =======
   Code  Meaning
   ====  =======
   418   Example
   ====  =======

.. code-block:: rst

   ====  =======
   Code  Meaning
   ====  =======
   419   Example
   ====  =======

.. Not yet:

   ====  =======
   Code  Meaning
   ====  =======
   420   Later
   ====  =======

====  =======
Code  Meaning
====  =======
404   Gone
====  =======
",
    );
    assert_eq!(rows(&page), ["28:1 404 `` `Gone`"]);
    let page = read_page(
        "errors.md",
        "```\n| Code | Meaning |\n|---|---|\n| 418 | Example |\n```\n\n<!--\n| Code | Meaning |\n|---|---|\n| 419 | Later |\n-->\n\n\
         | Code | Meaning |\n|---|---|\n| 404 | Gone |\n",
    );
    assert_eq!(rows(&page), ["15:3 404 `` `Gone`"]);
}

#[test]
fn inline_markup_is_reduced_to_its_text() {
    let rst = "\
====  ===========================================================================================
Code  Meaning
====  ===========================================================================================
404   **Bold**, *it*, ``a_b*c``, :http:get:`x`, `link <https://example.org>`_, Pets_, a\\*b, 2*3*4, [1]_
====  ===========================================================================================
";
    assert_eq!(
        rows(&read_page("errors.rst", rst)),
        ["4:1 404 `` `Bold, it, a_b*c, x, link, Pets, a*b, 2*3*4, [1]`"]
    );
    let markdown = "\
| Code | Meaning |
|------|---------|
| 404 | **Bold**, _it_, `a_b*c`, [link](https://example.org/a_(b)), ![image](x.png), snake_case_name, a\\*b, 2 * 3, ~~old~~, <id>, <b>b</b>, <script>alert(1)</script>&lt;x&gt;, [^1] |
";
    assert_eq!(
        rows(&read_page("errors.md", markdown)),
        [
            "3:3 404 `` `Bold, it, a_b*c, link, image, snake_case_name, a*b, 2 * 3, old, <id>, b, <x>, [^1]`"
        ]
    );
}

#[test]
fn pipe_tables_in_lists_and_quotes() {
    let page = read_page(
        "errors.md",
        "\
- Errors:

  | Code | Meaning |
  |:-----|:-------:|
  | 404 | Gone |

> Code | Meaning
> -----|--------
> 409 | In use

Text with a | bar.
",
    );
    assert_eq!(rows(&page), ["5:5 404 `` `Gone`", "9:3 409 `` `In use`"]);
}

#[test]
fn html_pages_with_spans_entities_and_tags_left_out() {
    let page = read_page(
        "errors.html",
        "\
<!DOCTYPE html>
<h1>Errors</h1>
<script>document.write('<table><tr><td>418</td></tr></table>')</script>
<table>
<thead><tr><th>Code<th>Reason<th>Meaning</thead>
<tr><td rowspan=2>400<td rowspan='2'>Bad&nbsp;Request<td>Empty &amp; wrong
<tr><td>Too long &#8212; or &#x201c;odd&#x201d;
<tr><td colspan=\"3\">Ours
<tr><td>500<td>Internal<br>Server Error<td><ul><li>One<li>Two</ul>
</table>
",
    );
    assert_eq!(
        rows(&page),
        [
            "6:19 400 `Bad Request` `Empty & wrong`",
            "7:9 400 `Bad Request` `Too long — or “odd”`",
            "9:9 500 `Internal Server Error` `One Two`",
        ]
    );
}

#[test]
fn tables_in_table_cells_are_tables_of_their_own() {
    let page = read_page(
        "errors.html",
        "<table><tr><td>Layout</td></tr><tr><td><table><tr><th>Status code</th><th>Meaning</th></tr>\
         <tr><td>404</td><td>Gone</td></tr></table></td></tr></table>",
    );
    assert_eq!(rows(&page), ["1:100 404 `` `Gone`"]);
}

#[test]
fn the_content_tells_the_format_where_the_name_does_not() {
    let rst = "Errors\n======\n\n====  =======\nCode  Meaning\n====  =======\n404   Gone\n====  =======\n";
    let markdown = "# Errors\n\n| Code | Meaning |\n|---|---|\n| 404 | Gone |\n";
    let html = "<html><table><tr><th>Code<th>Meaning<tr><td>404<td>Gone</table></html>";
    for text in [rst, markdown, html] {
        for name in ["errors.txt", "errors", ""] {
            assert_eq!(read_page(name, text).statuses.len(), 1, "{text}");
        }
    }
}

#[test]
fn line_ends_tabs_and_marks_of_no_width_do_not_matter() {
    let text = "Errors\r\n======\r\n\r\n====  =======\r\nCode  Meaning\r\n====  =======\r\n404\t  Gone\u{a0}now\u{200b}\r\n====  =======\r\n";
    assert_eq!(
        rows(&read_page("errors.rst", text)),
        ["7:1 404 `` `Gone now`"]
    );
    let text = "|\u{feff}Code|Meaning|\r\n|---|---|\r\n|\u{200b}404\u{200b}|\tGone\u{a0}now|\r\n";
    assert_eq!(
        read_page("errors.md", text)
            .statuses
            .first()
            .map(|row| row.description.as_str()),
        Some("Gone now")
    );
}

#[test]
fn service_error_codes_with_status_message_and_description() {
    let page = read_page(
        "codes.rst",
        "\
+--------+-------------+------------+---------------+-----------------+----------------+
| Module | Status Code | Error Code | Error Message | Description     | Solution       |
+========+=============+============+===============+=================+================+
| Public | 400         | PET.0001   | Bad name.     | It has a digit. | Rename it.     |
|        |             +------------+---------------+-----------------+----------------+
|        |             | PET.0002   | Bad age.      | It is negative. | Wait.          |
|        |             |            |               +-----------------+----------------+
|        |             |            |               | It is no number.| Write one.     |
+--------+-------------+------------+---------------+-----------------+----------------+
| Store  | 400/409     | PET.0003   | Taken.        | It has an owner.| Ask.           |
+--------+-------------+------------+---------------+-----------------+----------------+
",
    );
    assert_eq!(
        error_codes(&page),
        [
            "4:26 PET.0001 400 `Bad name.` `It has a digit.`",
            "6:26 PET.0002 400 `Bad age.` `It is negative.`",
            "8:55 PET.0002 400 `Bad age.` `It is no number.`",
            "10:26 PET.0003 400 `Taken.` `It has an owner.`",
            "10:26 PET.0003 409 `Taken.` `It has an owner.`",
        ]
    );
    assert_eq!(rows(&page), [""; 0]);
}

#[test]
fn statuses_without_a_service_code_stay_statuses() {
    let page = read_page(
        "codes.md",
        "\
| HTTP status | Error code | Description |
|---|---|---|
| 400 | `InvalidName` | The name is wrong |
| 404 | - | Gone |
| N/A | `Offline` | Nobody answered |
",
    );
    assert_eq!(
        error_codes(&page),
        [
            "3:9 InvalidName 400 `` `The name is wrong`",
            "5:9 Offline ? `` `Nobody answered`"
        ]
    );
    assert_eq!(rows(&page), ["4:9 404 `` `Gone`"]);
}

#[test]
fn a_title_over_the_header_is_not_a_row() {
    for title in [
        "<tr><th colspan=2>Errors</th></tr>",
        "<tr><td colspan=2>Errors</td></tr>",
    ] {
        let text = format!(
            "<table>{title}<tr><td>Code</td><td>Meaning</td></tr>\n<tr><td>404</td><td>Gone</td></tr></table>"
        );
        assert_eq!(
            rows(&read_page("errors.html", &text)),
            ["2:9 404 `` `Gone`"],
            "{title}"
        );
    }
}

#[test]
fn html_ends_where_a_browser_ends_it() {
    let page = read_section(
        "page.html",
        "<h2>Errors<h3>Statuses</h2><div><p hidden>none<table><tr><th>Code<sup>a</sup><th>Meaning\n\
         <tr><td>404<td>Not</div>hing here<tr><td>410<td>Gone</tbody></table></div>",
        Some("Errors > Statuses"),
    );
    assert_eq!(
        rows(&page),
        ["2:9 404 `` `Nothing here`", "2:42 410 `` `Gone`"]
    );
}

#[test]
fn markdown_blocks_end_as_commonmark_ends_them() {
    let table = "| Code | Meaning |\n|---|---|\n| 410 | Gone |\n";
    for before in [
        // The second item does not go on with the text of the first.
        "2) text\n2) # Errors\n\n",
        // An item begins with one blank line at most, so this is not a code block within it.
        "*\n\n   # Errors\n\n",
        // Not metadata: that follows its line at once.
        "---\n\ntext\n\n---\n\n# Errors\n\n",
        // The comment is within a text, which the heading ends.
        "text <!--\n# Errors\n-->\n\n",
        // The quote goes before the fence does.
        "> ```\n\n# Errors\n\n",
        "# Errors\n\n<h2>Statuses\n</h2>\n\n",
        "# Errors\n\n<div hidden>\n\n## None\n\n</div>\n\n",
        // The definition is over, and defines the link.
        "# [Errors]\n\n[errors]:\n   <x y>\n   'title'\n\n",
    ] {
        let page = read_section("page.md", &format!("{before}{table}"), Some("Errors"));
        let codes: Vec<_> = page.statuses.iter().map(|row| row.codes).collect();
        assert_eq!(codes, [Codes::One(410)], "{before}");
    }
}

#[test]
fn html_in_a_quote_loses_the_marks_of_the_quote() {
    let page = read_page(
        "page.md",
        "> <table>\n> <tr><th>Code</th>\n> <th>Meaning</th></tr>\n> <tr><td>404</td>\n> <td>Not\n> found</td></tr>\n> </table>\n",
    );
    assert_eq!(rows(&page), ["4:11 404 `` `Not found`"]);
}

#[test]
fn rst_markup_ends_with_its_paragraph_and_names_stand_for_texts_in_headings() {
    let page = read_section(
        "page.rst",
        "|product| errors\n================\n\n\
         +------+--------------+\n| Code | Meaning      |\n+======+==============+\n\
         | 404  | | *a         |\n|      | | *gone* it  |\n+------+--------------+\n\n\
         .. |product| replace:: The *VPN*\n",
        Some("The VPN errors"),
    );
    assert_eq!(rows(&page), ["7:3 404 `` `*a gone it`"]);
}

#[test]
fn fields_of_csv_that_keep_spaces_or_escape_quotes() {
    let described = |options: &str, field: &str| {
        let text =
            format!(".. csv-table::\n   :header: Code,Description\n{options}\n   404,{field}\n");
        let page = read_page("a.rst", &text);
        page.statuses[0].description.clone()
    };
    // With `:keepspace:`, a quote behind a space is a character like any other.
    assert_eq!(described("   :keepspace:\n", " \"Away\""), "\"Away\"");
    assert_eq!(described("", " \"Away\""), "Away");
    let escaped = "\"~\"Away~\", or ~~ not\"";
    assert_eq!(described("   :escape: ~\n", escaped), "\"Away\", or ~ not");
    assert_eq!(described("   :escape: ~\n", "Away~, too"), "Away, too");
}

#[test]
fn markup_that_is_quoted_unclosed_or_over_a_definition() {
    for (cell, shown) in [
        ("'*' or (*see*)", "'*' or (see)"),
        ("*``404`` or so", "*404 or so"),
        ("*a\\ b*", "ab"),
        ("``a```", "a`"),
        ("Errors_: see [1]_-", "Errors: see [1]-"),
        ("Err`rs_ and [|]_", "Err`rs_ and [|]_"),
        ("-:code:`x`", "-x"),
    ] {
        let text = format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Description\n   * - 404\n     - {cell}\n"
        );
        let page = read_page("a.rst", &text);
        assert_eq!(page.statuses[0].description, shown, "{cell}");
    }
    let text = ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Description\n   * - 404\n     - a *term\n         and its* text\n";
    let page = read_page("a.rst", text);
    assert_eq!(page.statuses[0].description, "a *term and its* text");
}
