//! One section of a long page: chosen by its heading, refused where that does not say which.

mod common;

use common::{read_page, read_section, rows};

const OPERATIONS: &str = "\
# Pets

## Create a pet

### Responses

| Code | Meaning |
|---|---|
| 201 | Created |

## Delete a pet

### Responses

| Code | Meaning |
|---|---|
| 204 | No Content |

## `Limits`

None.
";

#[test]
fn a_section_is_chosen_by_its_heading_and_holds_its_subsections() {
    assert_eq!(read_page("pets.md", OPERATIONS).statuses.len(), 2);
    for section in ["Create a pet", "create  a pet", "Create a pet > Responses"] {
        assert_eq!(
            rows(&read_section("pets.md", OPERATIONS, Some(section))),
            ["9:3 201 `` `Created`"],
            "{section}"
        );
    }
    assert_eq!(
        read_section("pets.md", OPERATIONS, Some("Pets"))
            .statuses
            .len(),
        2
    );
}

#[test]
fn attributes_after_a_heading_are_not_part_of_it() {
    let text = "# Errors {#errors .section}\n\n| Code | Meaning |\n|---|---|\n| 404 | Gone |\n\n# Use {id}\n";
    assert_eq!(
        read_section("errors.md", text, Some("Errors"))
            .statuses
            .len(),
        1
    );
    let refusal = common::refusals_of_section("errors.md", text, Some("Use {id}"));
    assert_eq!(
        refusal,
        ["section `Use {id}` has no table; sections with a table: `Errors`"]
    );
}

#[test]
fn sections_that_do_not_fit_say_which_would() {
    let refusal = |section| common::refusals_of_section("pets.md", OPERATIONS, Some(section));
    assert_eq!(
        refusal("Responses"),
        [
            "2 sections are called `Responses`; choose one by the headings above it, as in `Pets > Create a pet > Responses`, `Pets > Delete a pet > Responses`"
        ]
    );
    assert_eq!(
        refusal("Errors"),
        ["section `Errors` does not exist; sections with a table: `Responses`"]
    );
    assert_eq!(
        refusal("Limits"),
        ["section `Limits` has no table; sections with a table: `Responses`"]
    );
}

#[test]
fn rst_headings_have_the_levels_of_their_first_use() {
    let text = "\
====
Pets
====

Create
------

====  =======
Code  Meaning
====  =======
201   Created
====  =======

Delete
------

====  ==========
Code  Meaning
====  ==========
204   No Content
====  ==========
";
    assert_eq!(
        rows(&read_section("pets.rst", text, Some("Create"))),
        ["11:1 201 `` `Created`"]
    );
    assert_eq!(
        read_section("pets.rst", text, Some("Pets")).statuses.len(),
        2
    );
}
