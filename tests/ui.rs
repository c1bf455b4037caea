//! What must not compile, and what the compiler says of it: a case in `ui/`, its recorded message beside it.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the messages anew: read them before you commit them.

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn refusals_say_what_to_do() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}
