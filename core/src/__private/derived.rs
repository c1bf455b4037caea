//! What is known of a variant at compile time, and what a value responds with.

use std::borrow::Cow;
use std::fmt::Display;

use http::HeaderMap;

use crate::body::{Details, Format, Members};
use crate::error::ApiError;
use crate::status::Status;
use crate::table::Table;
use crate::text::shown;

/// What is known of a variant at compile time.
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

    /// `public`: the client sees the message, even of a 5xx.
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

    /// The text that the client sees, if it is the same for every value.
    #[inline]
    const fn fixed_detail(&self) -> Option<&'static str> {
        match self.detail {
            Some(detail) => Some(detail),
            // The message of a server error belongs to the log.
            None if self.status.code() >= 500 && !self.public => Some(self.status.text()),
            None => self.message,
        }
    }

    /// The input of a body, if it is the same for every value.
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

/// What a value responds with: its own variant, or an inner error.
#[derive(Clone, Copy)]
pub enum Outcome<'a> {
    Own(Variant),
    Inner(Inner<'a>),
}

/// An inner error in the terms of the outer table.
#[derive(Clone, Copy)]
pub struct Inner<'a> {
    error: &'a dyn ApiError,
    table: Table,
    /// The variant has a message of its own.
    message: bool,
    public: bool,
    code: Option<&'static str>,
    problem_type: Option<&'static str>,
}

impl<'a> Outcome<'a> {
    /// The inner error, for variants that pass it on.
    pub fn inner(table: Table, error: &'a dyn ApiError) -> Inner<'a> {
        Inner {
            error,
            table,
            message: false,
            public: false,
            code: None,
            problem_type: None,
        }
    }

    /// A variant whose status and message are all that is known of it at compile time.
    #[inline]
    pub const fn of((status, message): (Status, &'static str)) -> Self {
        Outcome::Own(Variant::fixed(status, message))
    }

    #[inline]
    pub fn status(self) -> Status {
        match self {
            Outcome::Own(variant) => variant.status,
            Outcome::Inner(inner) => inner.status(),
        }
    }

    #[inline]
    pub fn error_code(self) -> Option<&'a str> {
        match self {
            Outcome::Own(variant) => variant.code,
            Outcome::Inner(inner) => inner.code.or_else(|| inner.error.error_code()),
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
            Outcome::Inner(inner) => inner.detail(error),
        }
    }

    #[inline]
    pub fn headers(self) -> HeaderMap {
        match self {
            Outcome::Own(_) => HeaderMap::new(),
            Outcome::Inner(inner) => inner.error.headers(),
        }
    }

    #[inline]
    pub fn problem_type(self) -> Option<&'static str> {
        match self {
            Outcome::Own(variant) => variant.problem_type,
            Outcome::Inner(inner) => inner.problem_type.or_else(|| inner.error.problem_type()),
        }
    }

    #[inline]
    pub fn instance(self) -> Option<Cow<'a, str>> {
        match self {
            Outcome::Own(_) => None,
            Outcome::Inner(inner) => inner.error.instance(),
        }
    }

    #[inline]
    pub fn extensions(self) -> Members {
        match self {
            Outcome::Own(_) => Members::new(),
            Outcome::Inner(inner) => inner.error.extensions(),
        }
    }

    /// The format of a type that chooses none is that of the inner error, which may choose one.
    #[inline]
    pub fn format(self) -> Format {
        match self {
            Outcome::Own(variant) => variant.status.table().format(),
            Outcome::Inner(inner) => inner.error.format(),
        }
    }

    /// The body of the inner error, if it was written at compile time and is the same here.
    #[inline]
    pub fn fixed(self, format: Format) -> Option<&'static [u8]> {
        match self {
            Outcome::Own(_) => None,
            Outcome::Inner(inner) => inner.fixed(format),
        }
    }
}

impl<'a> Inner<'a> {
    /// A message of the variant's own.
    #[must_use]
    pub const fn message(mut self) -> Self {
        self.message = true;
        self
    }

    /// `public`: the client sees the message, even for a 5xx.
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.public = true;
        self
    }

    /// `code = "…"`.
    #[must_use]
    pub const fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// `type = "…"`.
    #[must_use]
    pub const fn problem_type(mut self, uri: &'static str) -> Self {
        self.problem_type = Some(uri);
        self
    }

    /// The status as the outer table documents it. An excused status is as in the inner table.
    fn status(self) -> Status {
        let status = self.error.status();
        let here = self.table.status(status.code());
        here.unwrap_or(status)
    }

    fn detail(self, error: &dyn Display) -> Cow<'a, str> {
        let status = self.status();
        if self.public || (self.message && !status.is_server_error()) {
            return Cow::Owned(shown(format_args!("{error}")));
        }
        if self.message {
            return Cow::Borrowed(status.text());
        }
        let detail = self.error.detail();
        if detail == self.error.status().text() {
            // The documented text comes from the outer table.
            return Cow::Borrowed(status.text());
        }
        detail
    }

    fn fixed(self, format: Format) -> Option<&'static [u8]> {
        let (here, there) = (self.status(), self.error.status());
        let same = here.title() == there.title()
            && here.text() == there.text()
            && !self.message
            && !self.public
            && self.code.is_none()
            && self.problem_type.is_none();
        same.then(|| self.error.__fixed(format)).flatten()
    }
}
