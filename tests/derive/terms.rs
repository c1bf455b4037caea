//! What passes through `transparent` is said in the terms of the outermost table.

use statusbook::{ApiError, IntoResponse, status_table};

status_table! {
    mod get_file {
        404 "No Such File" => "There is no such file.",
        500 "Broken Disk" => "The disk failed.",
    }
    mod log_in {
        404 "No Such User" => "There is no such user.",
        500 "No Directory" => "The LDAP server is down.",
    }
    mod api = log_in | get_file;
}

#[derive(Debug, ApiError)]
#[api_error(table = api)]
enum Shared {
    #[status(404)]
    Missing,
    #[status(404, "nothing called `{0}`")]
    Named(String),
    #[status(500)]
    Down,
}

#[derive(Debug, ApiError)]
#[api_error(table = get_file)]
#[status(transparent)]
struct FileError(#[from] Shared);

#[derive(Debug, ApiError)]
#[api_error(table = log_in)]
#[status(transparent)]
struct Twice(#[from] FileError);

#[test]
fn an_error_of_the_union_says_what_the_operation_documents() {
    let down = FileError(Shared::Down);
    assert_eq!(down.status().reason(), "Broken Disk");
    assert_eq!(down.status().table().name(), "get_file");
    assert_eq!(down.detail(), "The disk failed.");
    let body = down.into_response().into_body();
    let body = String::from_utf8_lossy(&body);
    assert!(
        body.contains("The disk failed.") && !body.contains("LDAP"),
        "{body}"
    );
    assert_eq!(
        FileError(Shared::Missing).detail(),
        "There is no such file."
    );
}

#[test]
fn a_message_is_passed_on_as_it_is() {
    let named = FileError(Shared::Named("a.txt".to_owned()));
    assert_eq!(named.detail(), "nothing called `a.txt`");
    assert_eq!(named.status().reason(), "No Such File");
}

#[test]
fn the_outermost_table_has_the_word() {
    let twice = Twice(FileError(Shared::Down));
    assert_eq!(twice.detail(), "The LDAP server is down.");
    assert_eq!(twice.status().table().name(), "log_in");
}

#[test]
fn an_error_checked_against_the_same_table_keeps_its_constant_body() {
    #[derive(Debug, ApiError)]
    #[api_error(table = api)]
    #[status(transparent)]
    struct Same(#[from] Shared);
    let (same, inner) = (
        Same(Shared::Down).into_response(),
        Shared::Down.into_response(),
    );
    assert_eq!(same.body(), inner.body());
}
