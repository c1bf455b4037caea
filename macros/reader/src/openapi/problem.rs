//! Why a document is refused.

use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
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
    /// The number of the filter in [`Options::operations`](super::Options::operations), if one is wrong rather than the document.
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

/// Problems while they are found: each once, the first ones, and how many more there are.
#[derive(Default)]
pub(super) struct Problems {
    kept: Vec<Problem>,
    /// The hashes of all: thousands of operations may share a problem, and as many may have one each.
    said: HashSet<u64>,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        let mut hasher = DefaultHasher::new();
        (&problem.file, problem.filter).hash(&mut hasher);
        (problem.error.position, &problem.error.message).hash(&mut hasher);
        if self.said.insert(hasher.finish()) && self.kept.len() < MAX_PROBLEMS {
            self.kept.push(problem);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The first ones, and a last one that counts the others.
    pub(super) fn into_list(self) -> Vec<Problem> {
        let mut list = self.kept;
        let left_out = self.said.len().saturating_sub(list.len());
        if left_out > 0 {
            let message = message::more_problems(left_out);
            list.push(Problem::new(None, DocError::whole(message)));
        }
        list
    }
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
