//! `#[from]`: how a value is made from its source.

use std::backtrace::Backtrace;
use std::error::Error as _;
use std::fmt;
use std::io;
use std::panic::Location;

use statusbook::{ApiError, vpn};

#[test]
fn the_question_mark_makes_the_variant() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(400)]
        Number(#[from] std::num::ParseIntError),
        #[status(503)]
        Down {
            #[from]
            cause: io::Error,
        },
    }
    fn read(text: &str) -> Result<u8, Error> {
        let number = text.parse()?;
        if number == 0 {
            return Err(io::Error::other("zero").into());
        }
        Ok(number)
    }
    assert_eq!(read("x").map_err(|error| error.status().code()), Err(400));
    assert_eq!(read("0").map_err(|error| error.status().code()), Err(503));
    assert_eq!(read("1").ok(), Some(1));
    assert!(read("0").is_err_and(|error| error.source().is_some()));
}

#[test]
fn a_backtrace_is_captured() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(503)]
        Plain {
            #[from]
            source: io::Error,
            backtrace: Backtrace,
        },
        #[status(503)]
        Optional(#[from] fmt::Error, Option<Backtrace>),
        #[status(503)]
        Boxed(#[from] std::num::ParseIntError, Box<Backtrace>),
    }
    let captured = Backtrace::capture().status();
    let plain = Error::from(io::Error::other("disk"));
    assert!(matches!(&plain, Error::Plain { backtrace, .. } if backtrace.status() == captured));
    let optional = Error::from(fmt::Error);
    assert!(matches!(&optional, Error::Optional(_, Some(trace)) if trace.status() == captured));
    let boxed = Error::from("x".parse::<u8>().unwrap_err());
    assert!(matches!(&boxed, Error::Boxed(_, trace) if trace.status() == captured));
}

#[test]
fn an_optional_source_is_made_of_a_value() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(503)]
    struct Down {
        #[from]
        source: Option<io::Error>,
    }
    assert!(Down::from(io::Error::other("disk")).source().is_some());
}

#[test]
fn a_boxed_object_is_made_of_a_boxed_object() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(500)]
    struct Any(#[from] Box<dyn std::error::Error + Send + Sync>);
    fn run() -> Result<(), Any> {
        let any: Box<dyn std::error::Error + Send + Sync> = "anything".into();
        Err(any)?;
        Ok(())
    }
    assert!(run().is_err_and(|any| any.source().is_some()));
}

#[test]
fn from_can_be_written_by_hand() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, skip(From))]
    enum Error {
        #[status(503, "down: {0}")]
        Down(#[from] io::Error),
        #[status(404)]
        Missing,
    }
    impl From<io::Error> for Error {
        fn from(error: io::Error) -> Self {
            match error.kind() {
                io::ErrorKind::NotFound => Error::Missing,
                _ => Error::Down(error),
            }
        }
    }
    assert_eq!(
        Error::from(io::Error::from(io::ErrorKind::NotFound)).status(),
        404
    );
    let down = Error::from(io::Error::other("disk"));
    assert_eq!(down.to_string(), "down: disk");
    assert!(down.source().is_some());
}

#[test]
fn from_captures_where_it_was_called() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(503, "down at {location}: {source}")]
        Down {
            #[from]
            source: io::Error,
            location: &'static Location<'static>,
        },
        #[status(500, transparent)]
        Other(#[from] fmt::Error, Option<&'static Location<'static>>),
    }
    fn read() -> Result<(), Error> {
        Err(io::Error::other("disk"))?;
        Ok(())
    }
    let line = line!() - 3;
    let down = read().unwrap_err();
    assert!(matches!(&down, Error::Down { location, .. } if location.line() == line));
    let shown = format!("down at {}:{line}:", file!());
    assert!(down.to_string().starts_with(&shown), "{down}");
    let other = Error::from(fmt::Error);
    assert!(matches!(&other, Error::Other(_, Some(location)) if location.file() == file!()));
}
