//! What a response of this crate tells the guard, as an extension of the response.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use super::media_type::is;
use crate::body::{Details, Members};
use crate::error::ApiError;
use crate::status::Status;
use crate::text::shown;

/// Marks a response of this crate. Holds what the client may see, and the error. Not public API.
#[derive(Clone, Debug)]
pub struct Sent(Content);

#[derive(Clone, Debug)]
enum Content {
    /// All that a reporting guard reads, with the media type of the body. A response of a `Status` has nothing more.
    Status(Status, &'static str),
    Error(Arc<Inside>),
}

#[derive(Debug)]
struct Inside {
    status: Status,
    /// The media type of the body.
    media_type: &'static str,
    code: Option<String>,
    detail: Option<String>,
    problem_type: Option<String>,
    instance: Option<String>,
    extensions: Members,
    error: Option<Box<dyn Error + Send + Sync>>,
}

/// What the guards of this process read of a response of ours, from little to much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reads {
    /// Its status, if there is a guard.
    Status = 1,
    /// The error, if a guard writes bodies or has an observer.
    Error = 2,
}

/// The most that any guard reads, 0 without one. To carry something costs memory, so that a response carries no more.
static READS: AtomicU8 = AtomicU8::new(0);

impl Reads {
    /// From now on, responses carry this. A guard is made before the requests that it sees.
    pub(super) fn demand(self) {
        READS.fetch_max(self as u8, Ordering::Relaxed);
    }

    #[inline]
    pub(super) fn are_demanded(self) -> bool {
        READS.load(Ordering::Relaxed) >= self as u8
    }
}

impl Sent {
    /// What is sent for an error, as far as a guard reads it.
    #[inline]
    pub(crate) fn of_error<E: ApiError + ?Sized>(error: &E) -> Option<Self> {
        // The error is asked nothing for a process without a guard.
        Reads::Status.are_demanded().then(|| Sent::of(error))
    }

    fn of<E: ApiError + ?Sized>(error: &E) -> Self {
        if !Reads::Error.are_demanded() {
            return Sent(Content::Status(error.status(), error.format().media_type()));
        }
        Sent(Content::Error(Arc::new(Inside {
            status: error.status(),
            media_type: error.format().media_type(),
            code: error.error_code().map(str::to_owned),
            detail: Some(error.detail().into_owned()).filter(|text| !text.is_empty()),
            problem_type: error.problem_type().map(str::to_owned),
            instance: error.instance().map(Cow::into_owned),
            extensions: error.extensions(),
            error: Some(Box::new(Told::of(
                shown(format_args!("{error}")),
                error.source(),
            ))),
        })))
    }

    /// What is sent for a status by itself, as far as a guard reads it.
    pub(crate) fn of_status(status: Status) -> Option<Self> {
        let media_type = || status.table().format().media_type();
        let read = Reads::Status.are_demanded();
        read.then(|| Sent(Content::Status(status, media_type())))
    }

    pub(super) fn status(&self) -> Status {
        match &self.0 {
            Content::Status(status, _) => *status,
            Content::Error(inside) => inside.status,
        }
    }

    /// Whether a body is of the kind that was written: no middleware gave the response another one.
    pub(super) fn has_form(&self, media_type: Option<&[u8]>) -> bool {
        let own = match &self.0 {
            Content::Status(_, media_type) => media_type,
            Content::Error(inside) => inside.media_type,
        };
        is(media_type, own)
    }

    /// What its client may see.
    pub(super) fn details(&self) -> Details<'_> {
        let inside = match &self.0 {
            Content::Status(status, _) => return Details::new(*status, status.description()),
            Content::Error(inside) => inside,
        };
        let mut details = Details::new(inside.status, inside.detail.as_deref().unwrap_or_default());
        details.code = inside.code.as_deref();
        details.problem_type = inside.problem_type.as_deref();
        details.instance = inside.instance.as_deref();
        details.extensions = &inside.extensions;
        details
    }

    /// The error itself, or what was told of it.
    pub(super) fn error(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            Content::Status(..) => None,
            Content::Error(inside) => Some(inside.error.as_deref()?),
        }
    }

    /// Takes the error itself instead of what was told of it.
    pub(super) fn keep(&mut self, error: impl Error + Send + Sync + 'static) {
        // Nobody has seen the response yet.
        if let Content::Error(inside) = &mut self.0
            && let Some(inside) = Arc::get_mut(inside)
        {
            inside.error = Some(Box::new(error));
        }
    }
}

/// An error as it was told: its message, and its sources. An error that a framework only lends, and one that cannot
/// change threads, is gone when its response is on the way.
struct Told {
    message: String,
    source: Option<Box<Told>>,
}

/// An error that is its own source must not use up the memory.
const DEEPEST: usize = 64;

impl Told {
    fn of(message: String, source: Option<&(dyn Error + 'static)>) -> Self {
        let mut messages = vec![message];
        let mut next = source;
        while let Some(error) = next
            && messages.len() < DEEPEST
        {
            messages.push(shown(format_args!("{error}")));
            next = error.source();
        }
        let mut told = None;
        for message in messages.into_iter().rev() {
            let source = told.map(Box::new);
            told = Some(Told { message, source });
        }
        told.unwrap_or_else(|| Told {
            message: String::new(),
            source: None,
        })
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.message, f)
    }
}

impl Error for Told {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
