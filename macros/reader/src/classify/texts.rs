//! The columns of texts: reason phrase, message, description.
//!
//! Headings decide. If they are not enough, all cells of the column vote ([`Votes`]), and a tie is refused:
//!
//! | heading | alone | beside other columns of text |
//! |---|---|---|
//! | `Reason phrase`, `Status text` | the reason | the reason |
//! | `Description` | the description | the reason, if another is `Meaning` or better and its cells are phrases |
//! | `Meaning`, `Details` | the description | the reason, if another is `Cause` or better and its cells are names; or they are phrases |
//! | `Reason`, `Text` | the reason, if its cells are phrases | the same |
//! | `Name`, `Type`, `Message` | the reason, if its cells are names (`Message`: the description) | the reason, if another is `Cause` or better and its cells are names; or they are phrases |
//! | any other that may be a description | the description | the reason, if its cells are phrases |
//! | anything else | the reason, if its cells are phrases | the same |
//!
//! A phrase is a registered one. A name is a phrase, or a short text that differs from code to code.
//! If several columns fit, the first with the best heading is taken. If no heading is clear, it is the
//! column with the longer text in most rows.

use std::{cmp::Ordering, collections::HashSet};

use super::{
    column::{self, Column},
    header::{Describes, Says},
    phrase,
    verdict::Columns,
    vote::{Decision, Votes},
};
use crate::{table::Table, text::ends_with_any};

/// Why the columns of texts cannot be told apart.
pub(crate) enum Doubt {
    /// Half of the cells of a column are phrases.
    Reason(usize),
    /// Half of the cells of a column are texts.
    Text(usize),
    /// None of these columns has the longer texts.
    Description(usize, usize),
}

/// Chooses the columns of texts among those that hold no codes.
pub(crate) fn choose(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
    chosen: &mut Columns,
) -> Result<(), Doubt> {
    let others = (0..columns.len())
        .filter(|index| Some(*index) != chosen.status && Some(*index) != chosen.error_code);
    for index in others.clone() {
        let is_text = columns.get(index).map(Column::is_text);
        if is_text == Some(Decision::Tie) {
            return Err(Doubt::Text(index));
        }
    }
    let usable: Vec<usize> = others
        .filter(|index| {
            columns.get(*index).is_some_and(|column| {
                column.is_text() == Decision::Yes
                    && !column.heading.advises()
                    && !column.heading.negates()
            })
        })
        .collect();
    let texts = Texts {
        table,
        header_rows,
        columns,
        usable: &usable,
        status: chosen.status,
    };
    if chosen.error_code.is_some() {
        chosen.message = first_of_best(&usable, |index| {
            texts.get(index).map(|column| column.heading.message())
        });
    } else {
        chosen.reason = texts.reason()?;
    }
    let free: Vec<usize> = usable
        .iter()
        .copied()
        .filter(|index| Some(*index) != chosen.reason && Some(*index) != chosen.message)
        .collect();
    let described = first_of_best(&free, |index| {
        texts.get(index).map(|column| column.heading.description())
    });
    chosen.descriptions = match described {
        Some(index) => vec![index],
        None if chosen.message.is_none() => texts.longest(&free)?.into_iter().collect(),
        None => Vec::new(),
    };
    chosen.unread = free
        .into_iter()
        .filter(|index| !chosen.descriptions.contains(index))
        .filter(|index| texts.get(*index).is_some_and(|column| column.filled > 0))
        .collect();
    Ok(())
}

struct Texts<'a> {
    table: &'a Table,
    header_rows: usize,
    columns: &'a [Column],
    /// The columns that can hold a text, from left to right.
    usable: &'a [usize],
    status: Option<usize>,
}

impl<'a> Texts<'a> {
    fn get(&self, index: usize) -> Option<&'a Column> {
        self.columns.get(index)
    }

    /// Whether another column has a heading that fits a description at least as well.
    fn is_explained(&self, index: usize, least: Describes) -> bool {
        self.usable.iter().any(|other| {
            *other != index
                && self
                    .get(*other)
                    .is_some_and(|column| column.heading.description() >= least)
        })
    }

    fn reason(&self) -> Result<Option<usize>, Doubt> {
        for &index in self.usable {
            let is_phrase = self.get(index).is_some_and(|column| {
                column.heading.reason() == Says::Surely
                    && column.heading.description() < Describes::Best
            });
            if is_phrase {
                return Ok(Some(index));
            }
        }
        for &index in self.usable {
            let Some(column) = self.get(index) else {
                continue;
            };
            match self.votes_for_reason(index, column) {
                Decision::Yes => return Ok(Some(index)),
                Decision::Tie => return Err(Doubt::Reason(index)),
                Decision::No | Decision::Nothing => {}
            }
        }
        Ok(None)
    }

    fn votes_for_reason(&self, index: usize, column: &Column) -> Decision {
        let heading = &column.heading;
        let describes = heading.description();
        let is_name = heading.reason() == Says::Perhaps;
        let phrases = || column.phrases_or_not.decision();
        if self.usable.len() < 2 {
            return match describes {
                Describes::Not if is_name => self.names(index),
                Describes::Not => phrases(),
                Describes::Fairly if is_name => phrases(),
                _ => Decision::No,
            };
        }
        let is_explained = self.is_explained(index, Describes::Fairly);
        match describes {
            Describes::Best if self.is_explained(index, Describes::Well) => phrases(),
            Describes::Best => Decision::No,
            Describes::Well if is_explained => self.names(index),
            // `6403 : Forbidden` under `Error code` is a code of the service.
            Describes::Not | Describes::Poorly
                if is_name && is_explained && heading.error_code() != Says::Surely =>
            {
                self.names(index)
            }
            _ => phrases(),
        }
    }

    /// Whether the cells of a column are names: short texts that differ from code to code, unlike `client`.
    fn names(&self, index: usize) -> Decision {
        let mut votes = Votes::default();
        let mut texts = HashSet::new();
        let mut pairs = HashSet::new();
        for row in column::body(self.table, self.header_rows) {
            let text = self.table.text(row, index);
            let code = self
                .status
                .map_or("", |status| self.table.text(row, status));
            if text.is_empty() || !pairs.insert(format!("{text}\n{code}")) {
                continue;
            }
            let is_new = texts.insert(text.to_owned());
            let is_name = is_new && is_short(text) && !column::is_type_or_flag(text);
            votes.add(phrase::is_phrase(text) || is_name);
        }
        votes.decision()
    }

    /// The column whose texts are longer than those of each other column in most rows.
    fn longest(&self, free: &[usize]) -> Result<Option<usize>, Doubt> {
        let mut texts = Vec::with_capacity(free.len());
        for &index in free {
            match self.get(index).map(|column| column.types_or_not.decision()) {
                Some(Decision::Tie) => return Err(Doubt::Text(index)),
                Some(Decision::No | Decision::Nothing) => texts.push(index),
                _ => {}
            }
        }
        let mut best: Option<usize> = None;
        for &index in &texts {
            if best.is_none_or(|best| self.is_longer(index, best) == Decision::Yes) {
                best = Some(index);
            }
        }
        let Some(best) = best else { return Ok(None) };
        // The order of columns must not matter, so each other column must be shorter.
        for &index in texts.iter().filter(|index| **index != best) {
            match self.is_longer(best, index) {
                Decision::Yes => {}
                Decision::Nothing if self.get(best).is_some_and(|column| column.filled == 0) => {}
                _ => return Err(Doubt::Description(best.min(index), best.max(index))),
            }
        }
        Ok(Some(best))
    }

    fn is_longer(&self, one: usize, other: usize) -> Decision {
        let mut votes = Votes::default();
        for row in column::body(self.table, self.header_rows) {
            let length = |column| self.table.text(row, column).chars().count();
            let (one, other) = (length(one), length(other));
            match one.cmp(&other) {
                Ordering::Greater => votes.add(true),
                Ordering::Less => votes.add(false),
                Ordering::Equal => {}
            }
        }
        votes.decision()
    }
}

/// The longest name, in characters.
const LONGEST_NAME: usize = 40;

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_NAME && !ends_with_any(text, ".。!?")
}

/// The first index with the best heading, if one is clear.
fn first_of_best<T: Ord + Copy + Default>(
    indices: &[usize],
    says: impl Fn(usize) -> Option<T>,
) -> Option<usize> {
    let mut best = None;
    for &index in indices {
        let Some(said) = says(index) else { continue };
        if said > best.map_or_else(T::default, |(_, most)| most) {
            best = Some((index, said));
        }
    }
    best.map(|(index, _)| index)
}
