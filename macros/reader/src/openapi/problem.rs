//! Why a document is refused.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use super::{api::Api, message};
use crate::DocError;

/// How many problems a refusal lists.
const MAX_PROBLEMS: usize = 20;

/// Something that is wrong with a document or with what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The file beside the document; `None` for the document itself.
    pub file: Option<Arc<str>>,
    /// The number of the filter in [`Options::operations`], if one is wrong rather than the document.
    pub filter: Option<usize>,
    /// What is wrong, and where in that file.
    pub error: DocError,
}

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// Everything that is wrong, in the order it was found; at most twenty, and then how many more.
    pub problems: Vec<Problem>,
    /// What could be read all the same, for a person to look at: no check may rely on it. Its list of
    /// files is complete, so that the document can be read again once one of them changes.
    pub partial: Option<Api>,
}

/// Each problem once, and the first ones only: a missing directory can break every operation.
pub(super) fn shortened(mut problems: Vec<Problem>) -> Vec<Problem> {
    let mut said = HashSet::new();
    problems.retain(|problem| said.insert(problem.to_string()));
    let left_out = problems.len().saturating_sub(MAX_PROBLEMS);
    if left_out > 0 {
        problems.truncate(MAX_PROBLEMS);
        let message = message::more_problems(left_out);
        problems.push(Problem::new(None, DocError::whole(message)));
    }
    problems
}

impl Problem {
    pub(super) fn new(file: Option<Arc<str>>, error: DocError) -> Self {
        Problem {
            file,
            filter: None,
            error,
        }
    }
}

/// A document that could not be opened.
impl From<DocError> for Refusal {
    fn from(error: DocError) -> Self {
        Refusal {
            problems: vec![Problem::new(None, error)],
            partial: None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.error.position) {
            (Some(file), Some(_)) => write!(f, "{file}:{}", self.error),
            (Some(file), None) => write!(f, "{file}: {}", self.error),
            (None, _) => self.error.fmt(f),
        }
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
