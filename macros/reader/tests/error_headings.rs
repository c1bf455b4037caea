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
fn headings_that_are_no_error_codes() {
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
