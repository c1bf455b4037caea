//! What the cells of a column say together.
//!
//! A row more must never turn a decision round, or it would change how all other rows are read. So each cell has one vote,
//! for or against; a majority decides, and between the two decisions lies the tie, which decides nothing.

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
    /// As many for as against.
    Tie,
    /// Nobody voted.
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
