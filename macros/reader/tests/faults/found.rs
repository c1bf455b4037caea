//! What the mutations and the fuzzer found.

use crate::check;
use statusbook_reader::{Options, read};

/// Each underscore of a long run looked for the end of the run.
#[test]
fn a_long_run_of_underscores_takes_linear_time() {
    let rule = "_".repeat(100_000);
    let text = format!("=== ====\nCode Text\n=== ====\n404 {rule}\n=== ====\n");
    check::page("page.rst", &text);
}

/// Places were those of the text whose tabs had become spaces.
#[test]
fn a_tab_is_one_column() {
    let text = "\
=======\t=======
Code\tMeaning
=======\t=======
404\tNo such pet
5O0\tIll
=======\t=======
";
    let options = Options {
        name: "page.rst",
        ..Options::default()
    };
    let mistakes = read(text, &options).unwrap_err();
    let places: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(places[0].starts_with("5:1: "), "{places:?}");

    let text = text.replace("5O0", "500");
    let page = read(&text, &options).unwrap();
    assert_eq!(page.statuses[0].position.to_string(), "4:1");

    let behind = text.replace("404\t", "\tx 404");
    check::page("page.rst", &behind);
}

/// The header of a `csv-table` was placed on the line of the directive.
#[test]
fn the_header_of_a_csv_table_stands_in_its_own_line() {
    let text = "\
.. csv-table:: Codes
   :header: \"Code\", \"Reason phrase and a text behind the end of the line above

   404, Not Found
";
    check::page("page.rst", text);
    let options = Options {
        name: "page.rst",
        ..Options::default()
    };
    let mistakes = read(text, &options).unwrap_err();
    let places: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(places[0].starts_with("2:22: "), "{places:?}");
}
