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
        section: None,
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

/// Where lone carriage returns met, the parser of YAML lost count of the lines.
#[cfg(feature = "openapi")]
#[test]
fn lone_carriage_returns_end_lines() {
    use statusbook_reader::openapi;

    // As the fuzzer found it: the parser reads sixteen characters at a time.
    let text = "e\ne\ne\ng\n\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\ng\ne\n\r\r\r\r\r+\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r=eopenapi:\n";
    check::openapi("api.yaml", text);
    let options = openapi::Options::default();
    let mut no_files = |_: &str| Err("there is none".to_owned());
    let refusal = openapi::read(text, &options, &mut no_files).unwrap_err();
    let place = refusal.problems[0].error.position.unwrap();
    assert_eq!(place.to_string(), "53:10");
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
        section: None,
    };
    let mistakes = read(text, &options).unwrap_err();
    let places: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(places[0].starts_with("2:22: "), "{places:?}");
}
