//! Votes of the cells of a column.
//!
//! One more row must never reverse a decision, because that would change how all other rows are read. So each cell
//! has one vote, for or against. A majority decides. A tie is between the two decisions, and decides nothing.

/// The votes of a column's cells.
#[derive(Clone, Copy, Default)]
pub(crate) struct Votes {
    yes: usize,
    no: usize,
}

/// What the votes decide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    Yes,
    No,
    /// Equal numbers of votes for and against.
    Tie,
    /// There are no votes.
    Nothing,
}

impl Votes {
    pub(crate) fn add(&mut self, yes: bool) {
        if yes {
            self.yes += 1;
        } else {
            self.no += 1;
        }
    }

    pub(crate) fn is_unanimous(self) -> bool {
        self.yes == 0 || self.no == 0
    }

    pub(crate) fn decision(self) -> Decision {
        match self.yes.cmp(&self.no) {
            std::cmp::Ordering::Greater => Decision::Yes,
            std::cmp::Ordering::Less => Decision::No,
            std::cmp::Ordering::Equal if self.yes == 0 => Decision::Nothing,
            std::cmp::Ordering::Equal => Decision::Tie,
        }
    }
}
