//! What each check refuses, and what it says: in `refusals.txt`, a call and its message below.
//!
//! The checks run while the user's code compiles; here they run as functions. `BLESS=1 cargo test -p statusbook --test refusals`
//! writes the messages anew: read them before you commit them.

use std::fmt::Write as _;
use std::panic::catch_unwind;
use std::{env, fs};

use statusbook::__private::{Entry, Held, Operation, Sent, TableData, check};
use statusbook::handlers::{ANYTHING, route};
use statusbook::{Methods, StatusSet, Table, status_table, vpn};

status_table! {
    mod edge {
        429 "Too Many Requests" => "The gateway's rate limit was reached.",
        200 "OK"                => "Successful GET or PUT operations",
        202 "Accepted"          => "Successful DELETE operations",
    }
    mod public = vpn | edge;
    mod pets = "tests/tables/pets.md";
    /// One operation, and what the whole service responds with.
    mod list_or_edge = pets::get_pets | edge;
    mod coded = "tests/tables/coded.md", codes = "tests/tables/pet_codes.md";
    mod all = coded | edge;
    mod some = all & { 404 };
}

const LIST: Table = pets::get_pets::TABLE;
const ADD: Table = pets::post_pets::TABLE;
const EITHER: Table = list_or_edge::TABLE;

/// Ranges, and what `status_table!` was told to ignore.
const NARROWED: Table = {
    const fn range(first: u16, last: u16) -> Entry {
        Entry {
            first,
            last,
            reason: "",
            phrase: false,
            descriptions: &[],
            methods: Methods::NONE,
            document: "pets.yaml",
            line: 7,
        }
    }
    const DATA: &TableData = &TableData {
        entries: &[range(300, 302), range(301, 302), range(500, 599)],
        ignores_ranges: true,
        ignores_default: true,
        ..TableData::new("narrowed", "pets.yaml", env!("CARGO_PKG_NAME"))
    }
    .collected();
    Table::new(DATA)
};

/// The table of an operation with this path.
macro_rules! at {
    ($path:literal) => {{
        const DATA: &TableData = &TableData {
            operation: Operation::new("", "GET", $path, 0, &[]),
            ..TableData::new(concat!("GET ", $path), "pets.yaml", env!("CARGO_PKG_NAME"))
        };
        Table::new(DATA)
    }};
}

const SENT: Sent = Sent {
    own: &[
        (404, Some("PET.0001"), None),
        (500, None, None),
        (409, Some("PET.0099"), None),
    ],
    ..*Sent::UNKNOWN
};
const USED: StatusSet = StatusSet::of(&[404, 500]);

/// The checks, each with the text of its call.
macro_rules! checks {
    ($($check:expr;)+) => {
        &[$((stringify!($check), || _ = $check)),+]
    };
}

const CHECKS: &[(&str, fn())] = checks! {
    check::documented(vpn::TABLE, 404);
    check::documented(vpn::TABLE, 418);
    check::documented(vpn::TABLE, 304);
    check::documented(vpn::TABLE, 226);
    check::documented(vpn::TABLE, 99);
    check::documented(vpn::TABLE, 600);
    check::documented(public::TABLE, 418);
    check::documented(pets::TABLE, 500);
    check::documented(LIST, 409);
    check::documented(ADD, 500);
    check::documented(NARROWED, 404);
    check::documented(NARROWED, 303);
    check::documented(at!("/dogs"), 404);
    check::row(edge::TABLE, 0);
    check::undocumented(vpn::TABLE, 418);
    check::undocumented(vpn::TABLE, 404);
    check::undocumented(ADD, 410);
    check::undocumented(vpn::TABLE, 99);
    check::responds_with(300);
    check::responds_with(299);
    check::responds_with(199);
    Held::to(vpn::TABLE).documented(404);
    Held::to(vpn::TABLE).documented(418);
    Held::to(vpn::TABLE).documented(200);
    Held::to(vpn::TABLE).undocumented(200);
    Held::to(vpn::TABLE).undocumented(404);
    check::documented_for(edge::TABLE, "GET", 200);
    check::documented_for(pets::TABLE, "DELETE", 201);
    check::documented_for(edge::TABLE, "DELETE", 200);
    check::documented_for(edge::TABLE, "POST", 200);
    check::documented_for(edge::TABLE, "GET", 429);
    check::documented_for(edge::TABLE, "GET", 204);
    check::documented_for(LIST, "GET", 200);
    check::documented_for(LIST, "POST", 200);
    Held::to(vpn::TABLE).error_code("VPN.0001", 404);
    Held::to(coded::TABLE).error_code("PET.0001", 404);
    Held::to(coded::TABLE).error_code("PET.0002", 423);
    Held::to(coded::TABLE).error_code("PET.0003", 599);
    Held::to(coded::TABLE).error_code("PET.0001", 409);
    Held::to(coded::TABLE).error_code("PET.0002", 404);
    Held::to(coded::TABLE).error_code("PET.0021", 404);
    Held::to(coded::TABLE).error_code("PET.1111", 404);
    Held::to(coded::TABLE).error_code("DOG", 404);
    Held::to(coded::TABLE).error_code("PET", 404);
    Held::to(coded::TABLE).error_code_of("PET.0001", StatusSet::of(&[404, 409]));
    check::codes(coded::TABLE, "PetError", &[&SENT], &["PET.0002", "PET.0003"]);
    check::codes(coded::TABLE, "PetError", &[Sent::UNKNOWN], &["PET.0001"]);
    check::codes( coded::TABLE, "PetError", &[Sent::UNKNOWN], &["PET.0001", "PET.0002", "PET.0003"]);
    check::codes(vpn::TABLE, "PetError", &[&SENT], &[]);
    Held::to(coded::TABLE).codes("PetError", &SENT, &[]);
    check::excepted_code(coded::TABLE, &[&SENT], "PET.0002");
    check::excepted_code(coded::TABLE, &[&SENT], "PET.0001");
    Held::to(coded::TABLE).excepted_code(&SENT, "PET.0004");
    check::covered(vpn::TABLE, "Inner", StatusSet::of(&[404, 429]), &[429]);
    check::covered( vpn::TABLE, "Inner", StatusSet::of(&[404, 418, 429, 451]), &[418]);
    Held::to(pets::TABLE).covers("Inner", StatusSet::of(&[500]), &[]);
    Held::to(NARROWED).covered("Inner", StatusSet::of(&[404]), &[]);
    check::excused(vpn::TABLE, "Inner", StatusSet::of(&[429]), 429);
    check::excused(vpn::TABLE, "Inner", StatusSet::of(&[404]), 404);
    Held::to(vpn::TABLE).excused("Inner", StatusSet::of(&[404]), 429);
    check::exhaustive(coded::TABLE, "PetError", StatusSet::of(&[404]), &[409, 423]);
    check::exhaustive(coded::TABLE, "PetError", USED, &[]);
    Held::to(pets::TABLE).exhaustive("PetError", StatusSet::EMPTY, &[]);
    check::excepted(coded::TABLE, USED, 409);
    check::excepted(coded::TABLE, USED, 404);
    check::excepted(coded::TABLE, USED, 503);
    Held::to(pets::TABLE).excepted(StatusSet::EMPTY, 410);
    check::headers(405, &["x-other", "allow"]);
    check::headers(404, &[]);
    check::headers(401, &["allow"]);
    Held::to(vpn::TABLE).headers(426, &[]);
    check::inner_headers("Inner", StatusSet::of(&[405]), &["allow"]);
    check::inner_headers("Inner", StatusSet::of(&[401, 405, 407]), &["allow"]);
    Held::to(vpn::TABLE).inner_headers("Inner", StatusSet::of(&[401]), &[]);
    check::uri_reference("type", "/problems/a%20b");
    check::uri_reference("type", "/problems/a b%2");
    assert_eq!(check::operation(pets::TABLE, "POST /pets"), ADD);
    check::operation(pets::TABLE, "PATCH /pets");
    check::operation(pets::TABLE, "getPetsById");
    check::operation(vpn::TABLE, "GET /pets");
    assert_eq!(check::operation_or_anything(pets::TABLE, "POST /pets"), ADD);
    assert!(check::operation_or_anything(pets::TABLE, "PATCH /pets").contains(418));
    route::handler(pets::TABLE, &[LIST, ADD], 1, "add");
    route::handler(pets::TABLE, &[ANYTHING], 0, "add");
    route::handler(edge::TABLE, &[LIST], 0, "list");
    route::handler(pets::TABLE, &[edge::TABLE], 0, "list");
    route::handler(pets::TABLE, &[at!("/dogs")], 0, "dogs");
    route::handler(pets::TABLE, &[LIST, EITHER], 1, "again");
    route::complete(pets::TABLE, &[EITHER, ADD], &["PUT /pets"]);
    route::complete(pets::TABLE, &[EITHER, ADD], &[]);
    route::complete(pets::TABLE, &[LIST], &["POST /pets", "PUT /pets"]);
    route::complete(pets::TABLE, &[ADD, ANYTHING], &[]);
    route::complete(edge::TABLE, &[], &[]);
    route::complete(pets::TABLE, &[at!("/dogs")], &["GET /dogs"]);
    route::excepted(pets::TABLE, &[LIST], "POST /pets");
    route::excepted(pets::TABLE, &[LIST], "GET /pets");
    route::excepted(pets::TABLE, &[LIST], "GET /dogs");
    route::routable(&[LIST, ADD], 1);
    route::routable(&[edge::TABLE], 0);
    route::routable(&[at!("/pets/{a}"), at!("/pets/{a}")], 1);
    route::routable(&[at!("/pets/{a}"), at!("/dogs/{a}")], 1);
    route::routable(&[at!("/pets/{a}"), at!("/pets/{b}")], 0);
    route::routable( &[ at!("/pets/{a}/c"), at!("/pets/{b}/d"), at!("/pets/{long}/c")], 2);
    route::routable(&[at!("/")], 0);
    route::routable(&[at!("/pets/{petId}")], 0);
    route::routable(&[at!("/{a}/{b}/c")], 0);
    route::routable(&[at!("/pets/")], 0);
    route::routable(&[at!("/a/*")], 0);
    route::routable(&[at!("/pets/a{b}")], 0);
    route::routable(&[at!("/pets/{a}b")], 0);
    route::routable(&[at!("/pets/{a}.{b}")], 0);
    route::routable(&[at!("/{a}{b}")], 0);
    route::routable(&[at!("/{}")], 0);
    route::routable(&[at!("/{a")], 0);
    route::routable(&[at!("/{a/b}")], 0);
    route::routable(&[at!("/{{a}")], 0);
    route::routable(&[at!("/{a*}")], 0);
    route::routable(&[at!("/a}")], 0);
};

#[test]
fn every_check_refuses_what_is_recorded() {
    let mut found = String::new();
    for (call, check) in CHECKS {
        let said = match catch_unwind(check) {
            Ok(()) => "fine".to_owned(),
            Err(panic) => *panic.downcast::<String>().expect("a message"),
        };
        // As the compiler prints it, in lines of its own width; and as a packaged crate names the file.
        let call: Vec<_> = call.split_whitespace().collect();
        let (call, said) = (call.join(" "), said.replace("core/tests", "tests"));
        writeln!(found, "{call}\n    {}", said.replace('\n', "\n    ")).expect("a string");
    }
    let path = "tests/refusals.txt";
    if env::var_os("BLESS").is_some() {
        fs::write(path, &found).expect("the messages");
    }
    let recorded = fs::read_to_string(path).expect("the messages");
    for (found, recorded) in found.lines().zip(recorded.lines()) {
        assert_eq!(found, recorded);
    }
    assert_eq!(found.len(), recorded.len());
}

#[test]
fn checks_return_what_they_checked() {
    let lacking = check::lacking(
        StatusSet::of(&[401, 404, 405]),
        &[(404, &["allow"]), (405, &["x-other", "allow"])],
    );
    assert_eq!(lacking, StatusSet::of(&[401]));
    // The field stands at another code.
    let elsewhere = check::lacking(StatusSet::of(&[405]), &[(404, &["allow"])]);
    assert_eq!(elsewhere, StatusSet::of(&[405]));
    assert_eq!(check::operation(pets::TABLE, "POST /pets"), ADD);
    assert_eq!(check::operation_or_anything(pets::TABLE, "POST /pets"), ADD);
    assert!(check::operation_or_anything(pets::TABLE, "PATCH /pets").contains(418));
}

#[test]
fn the_narrowest_range_documents_a_code() {
    const fn range(first: u16, last: u16) -> Entry {
        Entry {
            first,
            last,
            ..NARROWED.entries()[0]
        }
    }
    const DATA: &TableData = &TableData {
        entries: &[range(400, 449), range(400, 499), range(410, 419)],
        ..TableData::new("ranges", "pets.yaml", env!("CARGO_PKG_NAME"))
    };
    let lines = |code| {
        let entry = Table::new(DATA).entry(code)?;
        Some(entry.codes().iter().count())
    };
    assert_eq!(lines(404), Some(50));
    assert_eq!(lines(410), Some(10));
    assert_eq!(lines(450), Some(100));
}

#[test]
fn a_union_keeps_every_operation_in_order() {
    status_table! {
        mod both = pets | edge;
    }
    let names = |table: Table| {
        let operations = table.operations().iter();
        operations.map(|table| table.name()).collect::<Vec<_>>()
    };
    assert_eq!(names(both::TABLE), names(pets::TABLE));
    assert_eq!(names(both::TABLE), ["GET /pets", "POST /pets", "PUT /pets"]);
    // A union is about the one operation among its parts, and about none if there are two.
    assert!(list_or_edge::TABLE.operation().is_some());
    assert!(both::TABLE.operation().is_none());
    assert_eq!(
        statusbook::__private::union::merge_operations::<3>(&[edge::TABLE, pets::TABLE])[0],
        LIST
    );
    assert!(statusbook::__private::union::operation(&[LIST, ADD]).is_none());
    assert!(statusbook::__private::union::operation(&[LIST, edge::TABLE]).is_some());
}

#[test]
fn a_union_has_the_phrase_of_the_first_part_with_one() {
    status_table! {
        mod silent { 404 "" }
        mod spoken { 404 "Nothing Here" }
        mod either = silent | spoken;
    }
    let entry = either::TABLE.entry(404).expect("a row");
    assert_eq!(entry.reason(), Some("Nothing Here"));
    assert!(entry.phrase, "a problem has it as its title");
}

#[test]
fn some_statuses_of_a_union_keep_its_service_error_codes() {
    assert!(all::TABLE.error_code("PET.0001").is_some());
    assert!(some::TABLE.error_code("PET.0001").is_some());
    assert!(some::TABLE.error_code("PET.9999").is_none());
}

#[cfg(feature = "guard")]
#[test]
fn a_guard_is_refused_where_an_operation_documents_no_error() {
    fn said(operations: &'static [Table], parts: &'static [Table]) -> Option<String> {
        let data = Box::leak(Box::new(TableData {
            operations,
            parts,
            ..TableData::new("zoo", "pets.yaml", env!("CARGO_PKG_NAME"))
        }));
        let panic = catch_unwind(|| statusbook::__private::guarded(Table::new(data))).err()?;
        let message = panic.downcast::<String>().expect("a message");
        message.lines().next().map(str::to_owned)
    }
    const DOGS: Table = at!("/dogs");
    const CATS: Table = at!("/cats");
    const BIRDS: Table = at!("/birds");
    let rest = "a panic or an error from middleware would be undocumented there";
    assert_eq!(said(&[ADD], &[]), None);
    assert_eq!(said(&[], &[ADD, LIST]), None);
    for (operations, silent) in [
        (&[ADD, DOGS][..], "`GET /dogs` documents no error"),
        (
            &[DOGS, CATS],
            "`GET /dogs` and one more operation document no error",
        ),
        (
            &[DOGS, ADD, CATS, BIRDS],
            "`GET /dogs` and 2 more operations document no error",
        ),
    ] {
        // As a document, and as a union.
        for found in [said(operations, &[]), said(&[], operations)] {
            let found = found.expect("a refusal");
            assert!(found.starts_with(&format!("{silent}: {rest}")), "{found}");
        }
    }
    // The name of an operation is not the path of its table.
    let panic = catch_unwind(|| statusbook::__private::guarded(DOGS)).unwrap_err();
    let message = panic.downcast::<String>().expect("a message");
    assert!(message.contains("write `guard!(… | edge)`"), "{message}");
}
