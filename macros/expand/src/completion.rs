//! Tests of what an editor sees of a table while it is typed. rust-analyzer expands the macro with and without a name at the
//! cursor, and looks at the place of the name in both.

use proc_macro2::TokenStream;

use crate::{derive, exhaustive, guard, handles, router, status, table};

type Expand = fn(&str) -> String;

fn printed(output: &TokenStream) -> String {
    output.to_string().replace(' ', "")
}

fn parsed(source: &str) -> TokenStream {
    source.parse().unwrap()
}

/// Each macro that takes a table, and what may follow the table.
const MACROS: &[(Expand, &[&str])] = &[
    (
        |table| {
            let item = format!("#[api_error(table = {table})] enum E {{ #[status(404)] A }}");
            printed(&derive::expand(parsed(&item)))
        },
        &["", ", exhaustive"],
    ),
    (
        |table| {
            let handler = parsed("async fn add(pet: Json<Pet>) -> Created {}");
            printed(&handles::expand(parsed(table), &handler))
        },
        &["", ", exhaustive"],
    ),
    (
        |table| printed(&status::expand(&parsed(&format!("[::statusbook] {table}")))),
        &["", ", 404", ", POST 201"],
    ),
    (
        |table| printed(&guard::expand(&parsed(&format!("[::statusbook] {table}")))),
        &[""],
    ),
    (
        |table| {
            printed(&exhaustive::expand(&parsed(&format!(
                "[::statusbook] {table}"
            ))))
        },
        &["", ", PetError"],
    ),
    (
        |table| printed(&router::expand(&parsed(&format!("[::statusbook] {table}")))),
        &["", ": list, pets::find"],
    ),
];

/// What is printed before and behind the first place of `name`.
fn around<'a>(printed: &'a str, name: &str) -> (&'a str, &'a str) {
    let found = printed.split_once(name);
    found.unwrap_or_else(|| panic!("no `{name}` in {printed}"))
}

#[test]
fn an_editor_finds_the_table_before_all_names_of_the_expansion() {
    for (expand, behind) in MACROS {
        for rest in *behind {
            let all = expand(&format!("pets{rest}"));
            let (before, after) = around(&all, "pets");
            assert!(before.ends_with("#[cfg(false)]use"), "{all}");
            assert!(after.starts_with("as__named;"), "{all}");
            assert!(!before.contains("__statusbook"), "{all}");
        }
    }
}

#[test]
fn an_unfinished_table_stands_where_the_finished_one_will() {
    for (expand, behind) in MACROS {
        for rest in *behind {
            for (unfinished, finished) in [
                ("", "raCompletionMarker"),
                ("pets::", "pets::raCompletionMarker"),
                ("crate::pets::", "crate::pets::raCompletionMarker"),
                ("pets::list", "pets::listraCompletionMarker"),
            ] {
                let now = expand(&format!("{unfinished}{rest}"));
                let then = expand(&format!("{finished}{rest}"));
                let place = around(&then, "#[cfg(false)]use").0.len();
                assert_eq!(
                    around(&now, "#[cfg(false)]use").0.len(),
                    place,
                    "{now}\n{then}"
                );
                let named = then.split_once("as__named").unwrap().0;
                assert!(named.ends_with(&format!("use{finished}")), "{then}");
            }
        }
    }
}

#[test]
fn an_editor_finds_each_part_of_a_union_and_each_handler() {
    let guarded = guard::expand(&parsed(r#"[::statusbook] pets["GET /pets"] | edge"#));
    let guarded = printed(&guarded);
    assert!(
        guarded.starts_with("{#[cfg(false)]usepetsas__named;#[cfg(false)]useedgeas__named;"),
        "{guarded}"
    );
    let routed = router::expand(&parsed("[::statusbook] pets: list, pets::find"));
    let routed = printed(&routed);
    let (_, handlers) = around(&routed, "usepetsas__named;");
    assert!(
        handlers.starts_with("#[cfg(false)]uselistas__named;#[cfg(false)]usepets::findas__named;"),
        "{routed}"
    );
}

#[test]
fn an_editor_finds_the_parts_of_a_table_before_the_modules() {
    let source = "[::statusbook] mod pets { 404 } mod all = pets | crate::edge, body = Text;";
    let all = printed(&table::expand(&parsed(source)));
    assert!(
        all.starts_with(
            "#[cfg(false)]useTextas__named;#[cfg(false)]usepetsas__named;\
             #[cfg(false)]usecrate::edgeas__named;"
        ),
        "{all}"
    );
}

#[test]
fn an_editor_finds_a_code_as_a_name_of_its_table() {
    let derive = |code: &str| {
        let item = format!("#[api_error(table = pets::list)] enum E {{ #[status({code})] A }}");
        printed(&derive::expand(parsed(&item)))
    };
    let status = |code: &str| {
        printed(&status::expand(&parsed(&format!(
            "[::statusbook] pets::list, {code}"
        ))))
    };
    for expand in [&derive as &dyn Fn(&str) -> String, &status] {
        let table = "#[cfg(false)]usepets::listas__named;#[cfg(false)]use";
        for name in ["NOT_FOUND", "NOTraCompletionMarker", "raCompletionMarker"] {
            let all = expand(name);
            let (_, after) = around(&all, table);
            assert!(
                after.starts_with(&format!("pets::list::{name}as__named;")),
                "{all}"
            );
        }
        let nothing = expand("");
        let (_, after) = around(&nothing, table);
        assert!(after.starts_with("pets::listas__named;"), "{nothing}");
        assert_eq!(expand("404").matches("__named").count(), 1);
    }
    let of_post = status("POST CREATED");
    assert!(
        of_post.contains("usepets::list::CREATEDas__named;"),
        "{of_post}"
    );
    assert_eq!(derive("transparent").matches("__named").count(), 1);
}

/// `getFile` is refused, because the module is `get_file`. The name at the cursor looks like it.
#[test]
fn a_name_at_the_cursor_is_not_taken_for_a_name_of_the_document() {
    let refused = |table: &str| {
        let source = format!("[::statusbook] {table}, 404");
        printed(&status::expand(&parsed(&source))).contains("compile_error")
    };
    assert!(refused("pets::getFile"));
    assert!(!refused("pets::get_fileraCompletionMarker"));
    assert!(!refused("pets::raCompletionMarker"));
}
