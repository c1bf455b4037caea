//! Ranges beside codes that are listed one by one.

use std::panic::catch_unwind;

use statusbook::__private::check;
use statusbook::{status, status_table};

status_table! {
    mod drafts = "documents/ranges.yaml";
}

/// Of the union the row of `200` is that of `GET`; `POST` documents it all the same.
#[test]
fn a_range_documents_a_code_for_its_method_beside_another_row_of_the_code() {
    assert_eq!(status!(drafts, POST 200), 200);
    assert_eq!(status!(drafts, GET 200), 200);
    assert_eq!(status!(drafts, POST 204), 204);
}

#[test]
fn a_range_documents_nothing_for_another_method() {
    for (method, code) in [("GET", 204), ("PUT", 200), ("PUT", 204)] {
        let refused = catch_unwind(|| check::documented_for(drafts::TABLE, method, code)).is_err();
        assert!(refused, "{method} {code}");
    }
}
