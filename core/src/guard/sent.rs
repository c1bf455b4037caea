//! What a response of this crate tells the guard, as an extension of the response.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::body::{Details, Members};
use crate::error::ApiError;
use crate::status::Status;
use crate::text::shown;

/// Marks a response of this crate. Holds what the client may see, and the error. Not public API.
#[derive(Clone, Debug)]
pub struct Sent(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    status: Status,
    code: Option<String>,
    detail: Option<String>,
    problem_type: Option<String>,
    instance: Option<String>,
    extensions: Members,
    error: Option<Box<dyn Error + Send + Sync>>,
}

impl Sent {
    /// What is sent for an error.
    pub(crate) fn of_error<E: ApiError + ?Sized>(error: &E) -> Self {
        Sent(Arc::new(Inside {
            status: error.status(),
            code: error.error_code().map(str::to_owned),
            detail: Some(error.detail().into_owned()).filter(|text| !text.is_empty()),
            problem_type: error.problem_type().map(str::to_owned),
            instance: error.instance().map(Cow::into_owned),
            extensions: error.extensions(),
            error: Some(Box::new(Told::of(
                shown(format_args!("{error}")),
                error.source(),
            ))),
        }))
    }

    /// What is sent for a status by itself.
    pub(crate) fn of_status(status: Status) -> Self {
        let description = status.description();
        Sent(Arc::new(Inside {
            status,
            code: None,
            detail: (!description.is_empty()).then(|| description.to_owned()),
            problem_type: None,
            instance: None,
            extensions: Members::new(),
            error: None,
        }))
    }

    pub(super) fn status(&self) -> Status {
        self.0.status
    }

    /// What its client may see.
    pub(super) fn details(&self) -> Details<'_> {
        let mut details = Details::new(self.0.status, self.0.detail.as_deref().unwrap_or_default());
        details.code = self.0.code.as_deref();
        details.problem_type = self.0.problem_type.as_deref();
        details.instance = self.0.instance.as_deref();
        details.extensions = &self.0.extensions;
        details
    }

    /// The error itself, or what was told of it.
    pub(super) fn error(&self) -> Option<&(dyn Error + 'static)> {
        let error = self.0.error.as_deref()?;
        Some(error)
    }

    /// Takes the error itself instead of what was told of it.
    pub(super) fn keep(&mut self, error: Box<dyn Error + Send + Sync>) {
        // Nobody has seen the response yet.
        if let Some(inside) = Arc::get_mut(&mut self.0) {
            inside.error = Some(error);
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
