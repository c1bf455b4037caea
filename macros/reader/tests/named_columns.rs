//! `columns(…)`: columns named by their headings.

mod common;

use common::{notes, rows};
use statusbook_reader::{Columns, Options, Page, Role, read};

const SHOP: &str = "\
# Shop

| Code | Type | When |
|---|---|---|
| 400 | client | The basket is empty |
| 404 | client | The article is sold out |
| 503 | server | The shop is closed |
| ~ | x | A row that is no status |

| Size | Price |
|---|---|
| 200 | 400 |
";

fn named(text: &str, columns: Columns<'_>) -> Result<Page, Vec<String>> {
    let options = Options {
        name: "shop.md",
        columns: Some(columns),
        ..Options::default()
    };
    read(text, &options).map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

fn plain() -> String {
    SHOP.replace("| ~ | x | A row that is no status |\n", "")
}

#[test]
fn the_named_columns_are_read_and_no_other() {
    let columns = Columns {
        status: "code",
        reason: Some("Type"),
        description: &["When"],
    };
    let page = named(&plain(), columns).unwrap();
    assert_eq!(
        rows(&page),
        [
            "5:3 400 `client` `The basket is empty`",
            "6:3 404 `client` `The article is sold out`",
            "7:3 503 `server` `The shop is closed`"
        ]
    );
    let roles: Vec<_> = page.tables[0]
        .columns
        .iter()
        .map(|column| column.role)
        .collect();
    assert_eq!(
        roles,
        [
            Some(Role::Status),
            Some(Role::Reason),
            Some(Role::Description)
        ]
    );
    assert_eq!(notes(&page), Vec::<String>::new());
}

#[test]
fn two_descriptions_are_joined_in_their_order() {
    let columns = |description| Columns {
        status: "Code",
        reason: None,
        description,
    };
    let page = named(&plain(), columns(&["When", "Type"])).unwrap();
    assert_eq!(rows(&page)[0], "5:3 400 `` `The basket is empty client`");
    let page = named(&plain(), columns(&["Type", "When"])).unwrap();
    assert_eq!(rows(&page)[0], "5:3 400 `` `client The basket is empty`");
    let page = named(&plain(), columns(&[])).unwrap();
    assert_eq!(rows(&page)[0], "5:3 400 `` ``");
}

#[test]
fn names_end_every_doubt_about_columns_and_none_about_cells() {
    let columns = Columns {
        status: "Size",
        reason: None,
        description: &["Price"],
    };
    assert_eq!(
        rows(&named(&plain(), columns).unwrap()),
        ["11:3 200 `` `400`"]
    );
    let columns = Columns {
        status: "Code",
        reason: None,
        description: &["When"],
    };
    let refusals = named(SHOP, columns).unwrap_err();
    assert!(
        refusals.len() == 1 && refusals[0].starts_with("8:3: `~`"),
        "{refusals:?}"
    );
}

#[test]
fn names_that_no_table_has() {
    let columns = |status, reason, description| Columns {
        status,
        reason,
        description,
    };
    let refusals = named(&plain(), columns("Kode", None, &[])).unwrap_err();
    assert!(
        refusals.iter().any(|refusal| refusal.contains("`Kode`")),
        "{refusals:?}"
    );
    let refusals = named(&plain(), columns("Code", Some("Phrase"), &["When", "Why"])).unwrap_err();
    assert_eq!(
        refusals,
        [
            "no table has a column `Phrase` beside `Code`; write the heading as in the document, or remove it",
            "no table has a column `Why` beside `Code`; write the heading as in the document, or remove it"
        ]
    );
    let twice = "| Code | When | When |\n|---|---|---|\n| 404 | a | b |\n";
    let refusals = named(twice, columns("Code", None, &["When"])).unwrap_err();
    assert_eq!(
        refusals,
        ["1:1: the table has two columns called `When`; rename one"]
    );
}
