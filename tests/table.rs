//! `status_table!` in all its forms.

use statusbook::{Class, Methods, StatusSet, Table, status, status_table, vpn};

status_table! {
    /// The billing API.
    pub mod billing = "tests/documents/billing.md", section = "Status codes";
    pub mod page = "tests/documents/billing.md";
    pub mod edge {
        429 "Too Many Requests" => "The gateway's rate limit was reached.",
        502 "Bad Gateway"       => "The upstream did not respond.",
        200 "OK"                => "Successful GET or PUT operations",
    }
    pub mod public = billing | edge;
}

fn codes(table: Table) -> Vec<u16> {
    table
        .entries()
        .iter()
        .map(statusbook::Entry::code)
        .collect()
}

#[test]
fn a_document_becomes_a_module() {
    assert_eq!(codes(billing::TABLE), [200, 201, 400, 402, 404, 409, 499]);
    assert_eq!(
        (billing::TABLE.name(), billing::TABLE.document()),
        ("billing", "tests/documents/billing.md")
    );
    assert_eq!(
        billing::PAYMENT_REQUIRED.description(),
        "The account is not covered."
    );
    assert_eq!(billing::OK.methods(), Methods::of(&["GET", "PUT"]));
    assert_eq!(
        billing::CREATED.entry().map(statusbook::Entry::line),
        Some(10)
    );
}

#[test]
fn several_rows_of_a_success_join_their_methods() {
    status_table! {
        mod joined {
            200 "OK" => "Successful GET operations",
            200 => "Successful PUT operations",
            200 => "Successful GET or PATCH operations",
            201 "Created" => "Successful POST operations",
            201 => "Created",
        }
    }
    let methods = Methods::of(&["GET", "PUT", "PATCH"]);
    assert_eq!(joined::OK.methods(), methods);
    // A row without a method is for every method.
    assert_eq!(joined::CREATED.methods(), Methods::of(&[]));
}

#[test]
fn without_a_section_the_whole_page_counts() {
    assert!(page::TABLE.contains(410));
    assert!(!billing::TABLE.contains(410));
    assert!(
        billing::TABLE
            .documented()
            .is_subset(page::TABLE.documented())
    );
}

#[test]
fn what_is_odd_stays_as_documented() {
    assert_eq!(billing::NOT_FOUND.reason(), "NotFound");
    assert_eq!(billing::STATUS_499.reason(), "Client Closed Request");
}

#[test]
fn a_code_in_several_rows_is_one_entry_with_several_descriptions() {
    assert_eq!(
        billing::CONFLICT.descriptions(),
        ["The invoice was sent.", "The invoice was paid."]
    );
    assert_eq!(billing::CONFLICT.description(), "The invoice was sent.");
}

#[test]
fn a_table_can_be_written_inline() {
    assert_eq!(codes(edge::TABLE), [429, 502, 200]);
    assert_eq!(edge::OK.methods(), Methods::of(&["GET", "PUT"]));
    assert_eq!(edge::TOO_MANY_REQUESTS.class(), Class::Error);
    assert!(
        edge::TABLE.document().ends_with("table.rs"),
        "{}",
        edge::TABLE.document()
    );
    let line = edge::BAD_GATEWAY
        .entry()
        .map_or(0, |entry| entry.line() as usize);
    assert!(
        include_str!("table.rs")
            .lines()
            .nth(line - 1)
            .is_some_and(|line| line.contains("502 \"Bad Gateway\""))
    );
}

#[test]
fn a_union_documents_what_its_tables_do() {
    assert_eq!(
        codes(public::TABLE),
        [200, 201, 400, 402, 404, 409, 499, 429, 502]
    );
    assert_eq!(
        public::TABLE.documented(),
        billing::TABLE.documented().union(edge::TABLE.documented())
    );
    assert_eq!(public::TOO_MANY_REQUESTS, status!(edge, 429));
    assert_eq!(public::CONFLICT.descriptions().len(), 2);
    assert_eq!(
        public::OK.descriptions(),
        [
            "Successful GET or PUT requests",
            "Successful GET or PUT operations"
        ]
    );
    assert_eq!(
        public::BAD_GATEWAY.entry().map(statusbook::Entry::document),
        Some(edge::TABLE.document())
    );
}

#[test]
fn a_refusal_of_a_union_names_its_tables() {
    let refusal = public::TABLE.status(418).unwrap_err().to_string();
    assert!(
        refusal.contains("tables: `billing` tests/documents/billing.md, `edge` "),
        "{refusal}"
    );
}

#[test]
fn tables_of_other_modules_and_crates_unite() {
    mod elsewhere {
        statusbook::status_table! {
            pub(super) mod both = crate::edge | statusbook::vpn;
            pub(super) mod relative = super::edge | self::both;
        }
    }
    let expected = vpn::TABLE.documented().union(edge::TABLE.documented());
    assert_eq!(elsewhere::both::TABLE.documented(), expected);
    assert_eq!(elsewhere::relative::TABLE.documented(), expected);
    assert_eq!(
        status!(elsewhere::both, 429).description(),
        "The gateway's rate limit was reached."
    );
}

#[test]
fn the_union_is_commutative_and_idempotent() {
    status_table! {
        mod left { 404 "Not Found" => "a", 200 "OK" => "Successful GET operations" }
        mod right { 404 "Not Found" => "b", 200 "OK" => "Successful PUT operations", 500 }
        mod lr = left | right;
        mod rl = right | left;
        mod twice = left | left;
    }
    assert_eq!(lr::TABLE.documented(), rl::TABLE.documented());
    assert_eq!(lr::OK.methods(), rl::OK.methods());
    assert_eq!(lr::OK.methods(), Methods::of(&["GET", "PUT"]));
    assert_eq!(
        (lr::NOT_FOUND.descriptions(), rl::NOT_FOUND.descriptions()),
        (&["a", "b"][..], &["b", "a"][..])
    );
    assert_eq!(twice::TABLE.documented(), left::TABLE.documented());
    assert_eq!(twice::NOT_FOUND.descriptions(), ["a"]);
}

#[test]
fn a_table_can_be_defined_in_a_function() {
    status_table! {
        mod inner { NOT_FOUND "Not Found" => "gone", 599 }
        mod all = inner | statusbook::vpn;
    }
    assert_eq!(inner::TABLE.documented(), StatusSet::of(&[404, 599]));
    assert!(all::TABLE.contains(503));
    assert_eq!(all::STATUS_599, status!(all, 599));
}

#[test]
fn a_table_made_by_a_macro_of_the_user_is_a_table() {
    macro_rules! table {
        ($name:ident, $code:literal, $text:literal) => {
            status_table! { mod $name { $code "Made" => $text } }
        };
    }
    table!(made, 404, "by a macro");
    assert_eq!(made::NOT_FOUND.description(), "by a macro");
}
