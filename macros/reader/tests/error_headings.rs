//! Pages of error codes as headings, one for each.

mod common;

use common::{error_codes, read_page, refusals};

const PAGE: &str = "\
---
title: Error codes
---

This page lists the errors of the search.

## `index_not_found`

The [index](/indexes) with this name
does not exist.

A second paragraph, and more.

## `invalid_api_key`

```json
{\"code\": \"invalid_api_key\"}
```

The key is **wrong**.

## `internal`

## `document_fields_limit_reached`

A document has too many fields.
";

#[test]
fn each_heading_is_a_code_and_its_first_paragraph_the_description() {
    assert_eq!(
        error_codes(&read_page("errors/error_codes.mdx", PAGE)),
        [
            "7:1 index_not_found ? `` `The index with this name does not exist.`",
            "14:1 invalid_api_key ? `` `The key is wrong.`",
            "22:1 internal ? `` ``",
            "24:1 document_fields_limit_reached ? `` `A document has too many fields.`"
        ]
    );
}

#[test]
fn headings_that_are_not_error_codes() {
    // A page that does not say that it is about errors.
    refusals("reference.md", PAGE);
    for changed in [
        PAGE.replace("## `internal`", "## Usage"),
        PAGE.replace('_', "()"),
        PAGE.replace("## `in", "## in"),
    ] {
        refusals("error_codes.md", &changed);
    }
}

#[test]
fn headings_of_html_and_restructured_text() {
    let expected = [
        "? `` `The index with this name does not exist.`",
        "? `` `The key is wrong.`",
        "? `` ``",
        "? `` `A document has too many fields.`",
    ];
    let html = "<h1>Error codes</h1>
        <h2 id=a><code>index_not_found</code><a href=#a>¶</a></h2><p>The <a href=/indexes>index</a> with this name does not exist.<p>More.
        <h2><code><span>invalid_api_key</span></code></h2><pre>{}</pre><p>The key is <b>wrong</b>.</p>
        <h2><code>internal</code></h2>
        <h2><tt>document_fields_limit_reached</tt></h2><div><p>A document has too many fields.</div>";
    let rst = "\
Error codes
===========

``index_not_found``
-------------------

The index_ with this name
does not exist.

More.

``invalid_api_key``
-------------------

.. code:: json

   {}

The key is **wrong**.

``internal``
------------

.. _limit:

`document_fields_limit_reached`
-------------------------------

A document has too many fields.
";
    for (name, text) in [("a.html", html), ("a.rst", rst), ("a.md", html)] {
        let found: Vec<String> = error_codes(&read_page(name, text))
            .iter()
            .filter_map(|row| Some(row.splitn(3, ' ').nth(2)?.to_owned()))
            .collect();
        assert_eq!(found, expected, "{name}");
    }
    // Words beside the code make it a title.
    refusals("a.html", &html.replace("<code>in", "The <code>in"));
    refusals("a.rst", &rst.replace("``in", "A ``in"));
}
