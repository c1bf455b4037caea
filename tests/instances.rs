//! A generic error cannot smuggle a status past its table: a program around an undocumented instance cannot be built.
//!
//! Each program in `instances/` is built, not only checked, because `cargo check` does not look into generic functions.
//! None runs but the one that is documented.

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn no_program_is_built_around_an_undocumented_instance() {
    let cases = trybuild::TestCases::new();
    // A case that passes makes trybuild build every case.
    cases.pass("tests/instances/documented.rs");
    for case in [
        "associated_type",
        "boxed",
        "const_parameter",
        "error_object",
        "generic",
        "not_exhaustive",
        "without_contract",
    ] {
        cases.compile_fail(format!("tests/instances/{case}.rs"));
    }
}
