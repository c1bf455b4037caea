//! Messages: fields, format specifications, escapes, and the documented text.

use std::path::{Path, PathBuf};

use statusbook::{ApiError, status, vpn};

#[test]
fn a_variant_without_a_message_shows_the_documented_description() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404)]
        Missing,
        #[status(CONFLICT)]
        InUse { _id: u8 },
    }
    assert_eq!(Error::Missing.to_string(), vpn::NOT_FOUND.description());
    assert_eq!(
        Error::InUse { _id: 1 }.to_string(),
        status!(vpn, 409).description()
    );
}

#[test]
fn a_status_without_any_documented_text_shows_its_reason_phrase() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(418, undocumented = "sent by the kettle")]
        Teapot,
        #[status(499, undocumented = "sent by the proxy")]
        Gone,
    }
    assert_eq!(Error::Teapot.to_string(), "I'm a teapot");
    assert_eq!(Error::Gone.to_string(), "Bad Request");
}

#[test]
fn fields_are_shown_by_position_and_by_name() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404, "{1} of {0}")]
        Tuple(u8, &'static str),
        #[status(404, "{ name } of {id}")]
        Named { id: u8, name: String },
    }
    assert_eq!(Error::Tuple(1, "gateway").to_string(), "gateway of 1");
    let name = "gateway".to_owned();
    assert_eq!(Error::Named { id: 1, name }.to_string(), "gateway of 1");
}

#[test]
fn every_format_specification_reaches_the_field() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(
        404,
        "{a:>4}|{a:04}|{a:+}|{a:#x}|{a:#X}|{a:#b}|{a:o}|{b:.2}|{b:e}|{b:E}|{c:?}|{c:#?}|{c:-^7}|{d:02x?}|{a:<width$}|{b:.digits$}|{c:>width$.digits$}"
    )]
    struct Shown {
        a: u8,
        b: f64,
        c: &'static str,
        d: [u8; 2],
        width: usize,
        digits: usize,
    }
    let shown = Shown {
        a: 31,
        b: 2.125,
        c: "a\"b",
        d: [1, 171],
        width: 4,
        digits: 1,
    };
    assert_eq!(
        shown.to_string(),
        r#"  31|0031|+31|0x1f|0x1F|0b11111|37|2.12|2.125e0|2.125E0|"a\"b"|"a\"b"|--a"b--|[01, ab]|31  |2.1|   a"#
    );
}

#[test]
fn a_pointer_is_that_of_the_field_itself() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{0:p}")]
    struct Pointer(*const u8);
    let byte = 0_u8;
    let pointer: *const u8 = &raw const byte;
    assert_eq!(Pointer(pointer).to_string(), format!("{pointer:p}"));
}

#[test]
fn paths_are_shown() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404, "no {0}")]
        Owned(PathBuf),
        #[status(404, "no {path:>6}, {path:?}")]
        Borrowed { path: &'static Path },
        #[status(404, "no {0}")]
        Boxed(Box<Path>),
    }
    assert_eq!(Error::Owned(PathBuf::from("/a")).to_string(), "no /a");
    let path = Path::new("/a");
    assert_eq!(Error::Borrowed { path }.to_string(), "no     /a, \"/a\"");
    assert_eq!(Error::Boxed(path.into()).to_string(), "no /a");
}

#[test]
fn fields_with_similar_names_are_distinguished() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{log} {log:?} {log_path} {_log} {__log}")]
    struct Error {
        log: PathBuf,
        log_path: u8,
        _log: u8,
        __log: u8,
    }
    let error = Error {
        log: PathBuf::from("/a"),
        log_path: 1,
        _log: 2,
        __log: 3,
    };
    assert_eq!(error.to_string(), "/a \"/a\" 1 2 3");
}

#[test]
fn a_type_called_path_may_show_itself() {
    #[derive(Debug)]
    struct Path;
    impl std::fmt::Display for Path {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("its own")
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{0}")]
    struct Error(Path);
    assert_eq!(Error(Path).to_string(), "its own");
}

#[test]
fn braces_and_raw_texts_are_text() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404, "{{id}}")]
        Fixed,
        #[status(404, "{{{0}}}")]
        Around(u8),
        #[status(404, r#"no "{0}"\n"#)]
        Raw(u8),
        #[status(
            404,
            "a \
                       line \u{e9}"
        )]
        Continued,
        #[status(404, "")]
        Nothing,
    }
    assert_eq!(Error::Fixed.to_string(), "{id}");
    assert_eq!(Error::Around(1).to_string(), "{1}");
    assert_eq!(Error::Raw(1).to_string(), "no \"1\"\\n");
    assert_eq!(Error::Continued.to_string(), "a line é");
    assert_eq!(Error::Nothing.to_string(), "");
}

#[test]
fn the_whole_value_can_be_shown() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "{self:?}")]
    struct Missing {
        #[allow(dead_code, reason = "shown by `Debug`")]
        id: u8,
    }
    assert_eq!(Missing { id: 1 }.to_string(), "Missing { id: 1 }");
}

#[test]
fn a_function_writes_the_message() {
    mod write {
        use std::fmt::{Formatter, Result};

        pub(super) fn two(a: &str, b: &str, f: &mut Formatter<'_>) -> Result {
            write!(f, "{a} and {b}")
        }

        pub(super) fn none(f: &mut Formatter<'_>) -> Result {
            f.write_str("nothing")
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404, fmt = write::two)]
        Two(String, String),
        #[status(404, fmt = write::none)]
        None,
        #[status(404, fmt = <u8 as std::fmt::LowerHex>::fmt)]
        Hex(u8),
    }
    assert_eq!(Error::Two("1".into(), "b".into()).to_string(), "1 and b");
    assert_eq!(Error::None.to_string(), "nothing");
    assert_eq!(Error::Hex(255).to_string(), "ff");
}

#[test]
fn an_empty_enum_is_an_error_that_never_happens() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Never {}
    fn statuses<E: ApiError + statusbook::Contract>() -> usize {
        E::STATUSES.len()
    }
    assert_eq!(statuses::<Never>(), 0);
}

#[test]
fn structs_of_every_shape_are_errors() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "unit")]
    struct Unit;
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "tuple {0}")]
    struct Tuple(u8);
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "named {id}")]
    struct Named {
        id: u8,
    }
    assert_eq!(Unit.to_string(), "unit");
    assert_eq!(Tuple(1).to_string(), "tuple 1");
    assert_eq!(Named { id: 1 }.to_string(), "named 1");
}

#[test]
fn codes_and_messages_are_read_however_they_are_written() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404u16, "a\u{62}")]
        Typed,
        #[status(4_04, r"ab")]
        Parted,
        #[status(0x194, r#"ab"#)]
        Hexadecimal,
        #[status(
            NOT_FOUND,
            "a\
                             b"
        )]
        Named,
        #[status(404, "ab")]
        Plain,
        #[status(404, "{}", "ab")]
        Shown,
    }
    let all = [
        Error::Typed,
        Error::Parted,
        Error::Hexadecimal,
        Error::Named,
        Error::Plain,
        Error::Shown,
    ];
    for error in all {
        assert_eq!(error.status().as_u16(), 404, "{error:?}");
        assert_eq!(error.to_string(), "ab", "{error:?}");
    }
}
