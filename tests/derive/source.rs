//! `source()`: by attribute, by name, optional, boxed, and of types that only lead to an error.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::sync::Arc;

use statusbook::{ApiError, vpn};

fn disk() -> io::Error {
    io::Error::other("disk")
}

#[test]
fn a_source_is_found_by_attribute_or_by_name() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[allow(dead_code)]
    enum Error {
        #[status(503)]
        Attribute(u8, #[source] io::Error),
        #[status(503)]
        Name { source: io::Error },
        #[status(503)]
        AttributeFirst {
            #[source]
            cause: io::Error,
            source: fmt::Error,
        },
        #[status(503)]
        Nothing(io::Error),
    }
    let shown = |error: Error| error.source().map(ToString::to_string);
    assert_eq!(shown(Error::Attribute(1, disk())).as_deref(), Some("disk"));
    assert_eq!(
        shown(Error::Name { source: disk() }).as_deref(),
        Some("disk")
    );
    let both = Error::AttributeFirst {
        cause: disk(),
        source: fmt::Error,
    };
    assert_eq!(shown(both).as_deref(), Some("disk"));
    assert_eq!(shown(Error::Nothing(disk())), None);
}

#[test]
fn a_source_may_be_optional_boxed_or_shared() {
    type Alias = Box<dyn std::error::Error + Send + Sync + 'static>;

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(503)]
        Optional { source: Option<io::Error> },
        #[status(503)]
        OptionalBox(#[source] Option<Box<dyn std::error::Error>>),
        #[status(503)]
        Boxed(#[source] Box<io::Error>),
        #[status(503)]
        Object(#[source] Box<dyn std::error::Error>),
        #[status(503)]
        Marked(#[source] Box<dyn std::error::Error + Send + Sync>),
        #[status(503)]
        Alias(#[source] Alias),
        #[status(503)]
        Shared(#[source] Arc<io::Error>),
        #[status(503)]
        SharedObject(#[source] Arc<dyn std::error::Error + Send + Sync>),
        #[status(503)]
        Borrowed(#[source] &'static fmt::Error),
    }
    let errors = [
        Error::Optional {
            source: Some(disk()),
        },
        Error::OptionalBox(Some(Box::new(disk()))),
        Error::Boxed(Box::new(disk())),
        Error::Object(Box::new(disk())),
        Error::Marked(Box::new(disk())),
        Error::Alias(Box::new(disk())),
        Error::Shared(Arc::new(disk())),
        Error::SharedObject(Arc::new(disk())),
        Error::Borrowed(&fmt::Error),
    ];
    for error in &errors {
        assert!(error.source().is_some(), "{error:?}");
    }
    assert!(Error::Optional { source: None }.source().is_none());
    assert!(Error::OptionalBox(None).source().is_none());
}

#[test]
fn the_source_itself_can_be_recovered() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(503)]
    struct Down(#[source] Box<dyn std::error::Error + Send + Sync>);
    let down = Down(Box::new(disk()));
    let source = down
        .source()
        .and_then(|source| source.downcast_ref::<io::Error>());
    assert_eq!(source.map(io::Error::kind), Some(io::ErrorKind::Other));
}

#[test]
fn a_raw_name_is_a_field_like_any_other() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "from {source}")]
    struct Moved {
        r#source: String,
    }
    let moved = Moved {
        r#source: "here".to_owned(),
    };
    assert_eq!(moved.to_string(), "from here");
    assert!(moved.source().is_none());
}
