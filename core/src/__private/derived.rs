//! What is known of a variant while compiling, and what a value responds with.

use std::borrow::Cow;
use std::fmt::Display;

use http::HeaderMap;

use crate::body::{Details, Format, Members};
use crate::error::ApiError;
use crate::status::Status;
use crate::table::Table;
use crate::text::shown;

/// What is known of a variant while compiling.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    status: Status,
    /// `None` if the message is made at run time.
    message: Option<&'static str>,
    detail: Option<&'static str>,
    public: bool,
    code: Option<&'static str>,
    problem_type: Option<&'static str>,
}

impl Variant {
    /// A variant without a message of its own: the documented text is its message.
    #[inline]
    pub const fn documented(status: Status) -> Self {
        Self::fixed(status, status.text())
    }

    /// A variant with a message that is the same for every value.
    #[inline]
    pub const fn fixed(status: Status, message: &'static str) -> Self {
        Variant {
            message: Some(message),
            ..Self::formatted(status)
        }
    }

    /// A variant whose message is made at run time.
    #[inline]
    pub const fn formatted(status: Status) -> Self {
        Variant {
            status,
            message: None,
            detail: None,
            public: false,
            code: None,
            problem_type: None,
        }
    }

    /// The message, if it is the same for every value.
    #[inline]
    pub const fn message(self) -> &'static str {
        match self.message {
            Some(message) => message,
            None => "",
        }
    }

    /// `detail = "…"`.
    #[inline]
    #[must_use]
    pub const fn detail(mut self, detail: &'static str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// `public`: the client sees the message, whatever the status.
    #[inline]
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.public = true;
        self
    }

    /// `code = "…"`.
    #[inline]
    #[must_use]
    pub const fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// `type = "…"`.
    #[inline]
    #[must_use]
    pub const fn problem_type(mut self, uri: &'static str) -> Self {
        self.problem_type = Some(uri);
        self
    }

    /// What the client sees, where that is the same for every value.
    #[inline]
    const fn fixed_detail(&self) -> Option<&'static str> {
        match self.detail {
            Some(detail) => Some(detail),
            // The message of a server's failure is for its log.
            None if self.status.code() >= 500 && !self.public => Some(self.status.text()),
            None => self.message,
        }
    }

    /// What a body is made of, where that is the same for every value.
    pub(super) const fn fixed_details(&self) -> Option<Details<'static>> {
        let Some(detail) = self.fixed_detail() else {
            return None;
        };
        let mut details = Details::new(self.status, detail);
        details.code = self.code;
        details.problem_type = self.problem_type;
        Some(details)
    }
}

/// What a value responds with: its own variant, or the error inside.
#[derive(Clone, Copy)]
pub enum Outcome<'a> {
    Own(Variant),
    /// An error, and the table of the type around it, in whose terms it is said: a client of that type's operation knows no
    /// other text.
    Inner(&'a dyn ApiError, Table),
}

impl<'a> Outcome<'a> {
    /// The error inside, for variants that pass it on.
    pub fn inner<E: ApiError + 'a>(error: &'a E, table: Table) -> Self {
        Outcome::Inner(error, table)
    }

    #[inline]
    pub fn status(self) -> Status {
        match self {
            Outcome::Own(variant) => variant.status,
            Outcome::Inner(error, table) => in_terms_of(table, error.status()),
        }
    }

    #[inline]
    pub fn error_code(self) -> Option<&'a str> {
        match self {
            Outcome::Own(variant) => variant.code,
            Outcome::Inner(error, _) => error.error_code(),
        }
    }

    /// The message of a variant whose message is fixed.
    #[inline]
    pub fn message(self) -> &'static str {
        match self {
            Outcome::Own(variant) => variant.message(),
            Outcome::Inner(..) => "",
        }
    }

    #[inline]
    pub fn detail(self, error: &dyn Display) -> Cow<'a, str> {
        match self {
            Outcome::Own(variant) => match variant.fixed_detail() {
                Some(detail) => Cow::Borrowed(detail),
                None => Cow::Owned(shown(format_args!("{error}"))),
            },
            Outcome::Inner(error, table) => {
                let (inner, detail) = (error.status(), error.detail());
                if *detail == *inner.text() {
                    Cow::Borrowed(in_terms_of(table, inner).text())
                } else {
                    detail
                }
            }
        }
    }

    #[inline]
    pub fn headers(self) -> HeaderMap {
        match self {
            Outcome::Own(_) => HeaderMap::new(),
            Outcome::Inner(error, _) => error.headers(),
        }
    }

    #[inline]
    pub fn problem_type(self) -> Option<&'static str> {
        match self {
            Outcome::Own(variant) => variant.problem_type,
            Outcome::Inner(error, _) => error.problem_type(),
        }
    }

    #[inline]
    pub fn instance(self) -> Option<Cow<'a, str>> {
        match self {
            Outcome::Own(_) => None,
            Outcome::Inner(error, _) => error.instance(),
        }
    }

    #[inline]
    pub fn extensions(self) -> Members {
        match self {
            Outcome::Own(_) => Members::new(),
            Outcome::Inner(error, _) => error.extensions(),
        }
    }

    /// The format of a type that did not choose one: that of the error inside, which may have.
    #[inline]
    pub fn format(self) -> Format {
        match self {
            Outcome::Own(variant) => variant.status.table().format(),
            Outcome::Inner(error, _) => error.format(),
        }
    }

    /// The body of the error inside, where it was written while compiling.
    #[inline]
    pub fn fixed(self, format: Format) -> Option<&'static [u8]> {
        match self {
            Outcome::Own(_) => None,
            Outcome::Inner(error, table) => {
                let inner = error.status();
                let outer = in_terms_of(table, inner);
                let same = inner.text() == outer.text() && inner.title() == outer.title();
                error.__fixed(format).filter(|_| same)
            }
        }
    }
}

/// The status as `table` documents it, where it does.
fn in_terms_of(table: Table, status: Status) -> Status {
    table.status(status.code()).unwrap_or(status)
}
