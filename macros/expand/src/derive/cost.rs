//! What the derive prints so that a program is smaller or faster. Without it, the program would do the same.

use proc_macro2::TokenStream;

/// The code of an error type, without white space.
fn printed(error: &str) -> String {
    let error = format!("#[api_error(table = vpn)] {error}");
    let error: TokenStream = error.parse().expect("tokens");
    let printed = super::expand(error).to_string();
    printed.replace(char::is_whitespace, "")
}

/// The number and the room of the bodies that are rendered at compile time.
fn rendered(error: &str) -> Option<(usize, usize)> {
    let printed = printed(error);
    let (_, rest) = printed.split_once("Bodies::<")?;
    let (numbers, _) = rest.split_once("usize>")?;
    let (count, room) = numbers.split_once("usize,")?;
    Some((count.parse().ok()?, room.parse().ok()?))
}

#[test]
fn variants_with_the_same_response_share_an_arm() {
    let printed = printed(
        r#"enum Error { #[status(503)] A, #[status(502)] B, #[status(503)] C(u8), #[status(503, "{0}")] D(u8), #[status(503, "{0}")] E(u8) }"#,
    );
    for arm in [
        "Error::A|Error::C{..}=>return__statusbook::Outcome::Own(__Variant::documented(__STATUS_503)),",
        "Error::B=>return__statusbook::Outcome::Own(__Variant::documented(__STATUS_502)),",
        "Error::D{..}|Error::E{..}=>return__statusbook::Outcome::Own(__Variant::formatted(__STATUS_503)),",
    ] {
        assert!(printed.contains(arm), "{arm}");
    }
}

#[test]
fn variants_with_a_source_of_the_same_type_share_an_arm() {
    let printed = printed(
        r"enum Error { #[status(503)] A(#[source] Io), #[status(502)] B { source: Io }, #[status(502)] C(#[source] fmt::Error), #[status(502)] D(u8, #[source] Io) }",
    );
    let (_, sources) = printed.split_once("fnsource").expect("a source");
    for patterns in [
        "{Error::A{0:__field_0,..}|Error::B{source:__field_0,..}=>",
        ",Error::C{0:__field_0,..}=>",
        ",Error::D{1:__field_1,..}=>",
    ] {
        assert!(sources.contains(patterns), "{patterns}");
    }
}

#[test]
fn a_constant_text_is_not_formatted() {
    let printed = printed(
        r#"enum Error { #[status(404, "no {{}}")] A, #[status(409, "{0}", detail = "taken")] B(u8) }"#,
    );
    assert!(printed.contains(r#"Outcome::of(match__value{Error::A=>(__STATUS_404,"no{}"),"#));
    assert!(printed.contains(r#"__Variant::formatted(__STATUS_409).detail("taken")"#));
    assert_eq!(printed.matches("write_fmt").count(), 1);
    assert!(!printed.contains("Cow::Borrowed"));
}

#[test]
fn what_no_variant_has_is_not_printed() {
    let without = printed(r#"enum Error { #[status(404, "{id}")] A { id: u8 } }"#);
    for function in ["extensions", "instance", "error_code"] {
        assert!(!without.contains(&format!("fn{function}(")), "{function}");
    }
    let with = printed("enum Error { #[status(404)] A { #[extension] id: u8 } }");
    assert!(with.contains("fnextensions("));
}

#[test]
fn the_format_of_a_body_is_a_constant() {
    let of_table = printed("#[status(404)] struct Missing;");
    assert!(of_table.contains("->__statusbook::Format{const{__TABLE.table().format()}}"));
    let of_type = printed("#[api_error(body = Text)] #[status(404)] struct Missing;");
    assert!(of_type.contains("->__statusbook::Format{__BODY}"));
    assert!(of_type.contains("format:__statusbook::std::option::Option::Some(__BODY)"));
}

#[test]
fn only_a_value_of_any_size_is_behind_a_reference() {
    for (error, sized) in [
        (
            r#"#[status(404, "{name}")] struct Error { name: Name }"#,
            true,
        ),
        (
            r#"#[status(404, "{name}")] struct Error<T> { name: T }"#,
            true,
        ),
        (
            r#"#[status(404, "{name}")] struct Error<'a, T: ?Sized> { of: &'a T, name: Name }"#,
            true,
        ),
        (
            r#"#[status(404, "{name}")] struct Error<T: ?Sized> { name: T }"#,
            false,
        ),
        (
            r#"#[status(404, "{name}")] struct Error<T> where T: ?Sized { name: T }"#,
            false,
        ),
        (
            r#"#[status(404, "{name}")] struct Error { name: std::ffi::CStr }"#,
            false,
        ),
        (
            r#"#[status(404, "{name:?}")] struct Error { name: [u8] }"#,
            false,
        ),
        (
            r#"#[status(404, "{name}")] struct Error { name: dyn Display }"#,
            false,
        ),
    ] {
        let printed = printed(error);
        assert_eq!(printed.contains("_name=*__field_"), sized, "{error}");
        assert_eq!(printed.contains(".detail(self)"), sized, "{error}");
        assert_eq!(!printed.contains("marker::Sized"), sized, "{error}");
    }
}

#[test]
fn a_type_of_many_variants_renders_no_body_at_compile_time() {
    let variants = |count: usize| {
        let variants: Vec<_> = (0..count).map(|n| format!("#[status(404)] V{n}")).collect();
        rendered(&format!("enum Error {{ {} }}", variants.join(",")))
    };
    assert_eq!(variants(256), Some((256, 256 * 288)));
    assert_eq!(variants(257), None);
}

#[test]
fn a_body_has_room_for_all_of_its_parts() {
    let room = |status: &str| rendered(&format!("#[status({status})] struct Error;"));
    assert_eq!(room("404"), Some((1, 128 + 160)));
    assert_eq!(room(r#"404, "short""#), Some((1, 128 + 160)));
    let long = "l".repeat(400);
    assert_eq!(room(&format!("404, {long:?}")), Some((1, 128 + 450)));
    let detail = format!(r#"404, "short", detail = {long:?}"#);
    assert_eq!(room(&detail), Some((1, 128 + 450)));
    assert_eq!(room(r#"404, code = "A.1""#), Some((1, 128 + 160 + 5 + 16)));
    assert_eq!(room(r#"404, type = "a:b""#), Some((1, 128 + 160 + 3)));
}
