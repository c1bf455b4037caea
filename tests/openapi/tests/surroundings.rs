//! Where a user may put a table, and what its document may call its operations: without a warning, and with no name in scope.
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]
#![no_implicit_prelude]

::statusbook::status_table! {
    /// Every name that could be in the way.
    pub mod names = "documents/names.yaml";
    /// The same document again, in part, for this crate.
    pub(crate) mod again = "documents/names.yaml", operations = ["fn", "QUERY *"],;
    mod plain = "documents/names.yaml", body = ::statusbook::body::Text;
    mod shared = "../openapi/documents/petstore.yaml", operations = ["createPet"];
    #[cfg(any())]
    mod configured = "documents/no-such-document.yaml";
    #[cfg(not(test))]
    mod either = "documents/petstore.yaml";
    #[cfg(test)]
    mod either = "documents/swagger.json";
    mod all = names | either;
}

use ::statusbook::{Status, status};
use ::std::{assert, assert_eq};

#[test]
fn operations_are_named_as_documents_name_them() {
    const QUOTED: Status = status!(names["GET /quotes('{name}')/\"q\"/\\x"], 404);
    assert_eq!(QUOTED, names::table::NOT_FOUND);
    assert_eq!(
        names::table::OK.description(),
        "says \"hi\", {braces} and a \\ backslash"
    );
    assert_eq!(
        status!(names["COPY /quotes('{name}')/\"q\"/\\x"], 409)
            .table()
            .name(),
        names::parts::TABLE.name()
    );
    assert_eq!(
        status!(self::names::statusbook, 404),
        status!(crate::names::std, 404)
    );
    assert_eq!(names::not_found::NOT_FOUND, names::core::NOT_FOUND);
}

#[test]
fn query_is_a_method() {
    assert_eq!(status!(names::body, QUERY 200).description(), "found");
    assert_eq!(status!(again, QUERY 200), 200);
}

#[test]
fn default_is_any_error_and_any_success_where_none_is_documented() {
    assert_eq!(status!(names::fn_, 418).description(), "anything");
    assert!(!names::fn_::TABLE.contains(204));
    assert_eq!(status!(names::self_, PUT 204).description(), "anything");
    assert!(!names::crate_::TABLE.contains(418));
}

#[test]
fn an_operation_without_responses_documents_none() {
    assert_eq!(names::u16::TABLE.entries().len(), 0);
    assert_eq!(names::str::TABLE.entries().len(), 0);
}

#[test]
fn a_function_can_have_a_table_of_its_own() {
    ::statusbook::status_table! {
        mod local = "documents/names.yaml", operations = ["crate"];
    }
    assert_eq!(status!(local::crate_, 500).description(), "failed");
}

#[test]
fn a_document_of_the_workspace_has_its_files_beside_it() {
    assert_eq!(
        status!(shared::create_pet, 422).description(),
        "The pet makes no sense"
    );
}

#[test]
fn the_configuration_chooses_the_document() {
    assert_eq!(status!(either::orders_list, 503).description(), "Later");
    assert_eq!(status!(all, 503).description(), "Later");
    assert_eq!(plain::fn_::OK, 200);
}
