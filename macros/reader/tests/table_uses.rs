//! A page tells what each column of its tables was read as.

use statusbook_reader::{Options, Role, read};

#[test]
fn each_column_has_its_role_and_its_heading() {
    let text = "\
# Errors

| Owner | HTTP status | Error code | Message | What happened |
|---|---|---|---|---|
| Ann | 404 | PET.0001 | No such pet | Somebody asked for a pet that was given away before. |
| Bob | 409 | PET.0002 | It is asleep | Nobody wakes a pet, whatever the request says about it. |

| Status code | Reason |
|---|---|
| 404 | Not Found |
";
    let page = read(text, &Options::default()).expect("both tables are plain");
    let uses: Vec<_> = page
        .tables
        .iter()
        .map(|table| {
            let columns = table.columns.iter();
            let columns: Vec<_> = columns
                .map(|column| (column.heading.as_str(), column.role))
                .collect();
            (table.position.line, columns)
        })
        .collect();
    assert_eq!(
        uses,
        [
            (
                3,
                vec![
                    ("Owner", None),
                    ("HTTP status", Some(Role::Status)),
                    ("Error code", Some(Role::ErrorCode)),
                    ("Message", Some(Role::Message)),
                    ("What happened", Some(Role::Description)),
                ]
            ),
            (
                8,
                vec![
                    ("Status code", Some(Role::Status)),
                    ("Reason", Some(Role::Reason)),
                ]
            ),
        ]
    );
}
