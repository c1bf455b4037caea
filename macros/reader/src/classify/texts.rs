//! The columns of texts: reason phrase, message, description.

use super::{
    column::Column,
    columns::Columns,
    header::{Describes, Says},
};

/// Chooses the columns of texts among those that hold no codes.
pub(crate) fn choose(columns: &[Column], chosen: &mut Columns) {
    let column = |index: usize| columns.get(index);
    let all: Vec<usize> = (0..columns.len()).collect();
    let usable = those(&all, &|index| {
        Some(index) != chosen.status
            && Some(index) != chosen.error_code
            && column(index).is_some_and(|c| {
                let repeats_codes = c.most(c.codes) && c.own_phrases == 0 && c.mean() <= 8;
                !c.heading.advises() && !repeats_codes
            })
    });
    if chosen.error_code.is_some() {
        chosen.message = best_of(&usable, &|index| {
            column(index).map_or(0, |c| c.heading.message() as usize)
        });
    } else {
        chosen.reason = reason_column(columns, &usable);
    }
    let free = those(&usable, &|index| {
        Some(index) != chosen.reason && Some(index) != chosen.message
    });
    let described = |index: usize| match column(index) {
        Some(c) if c.filled > 0 => c.heading.description() as usize,
        _ => 0,
    };
    chosen.description = best_of(&free, &described);
    if chosen.description.is_none() && chosen.message.is_none() {
        // No heading helps: the longest text explains the code.
        let texts = those(&free, &|index| {
            column(index).is_some_and(|c| c.filled > c.types)
        });
        chosen.description = best_of(&texts, &|index| column(index).map_or(0, Column::mean));
    }
}

fn reason_column(columns: &[Column], usable: &[usize]) -> Option<usize> {
    let column = |index: usize| columns.get(index);
    let described =
        |index: usize| column(index).map_or(Describes::Not, |c| c.heading.description());
    // A column called description is one, phrases or not, unless another explains as well.
    let explained = |index: usize, least: Describes| {
        usable.iter().any(|other| {
            *other != index
                && described(*other) >= least
                && column(*other).is_some_and(|c| c.filled > 0)
        })
    };
    let is_alone = |index: usize| {
        !usable
            .iter()
            .any(|other| *other != index && column(*other).is_some_and(|c| c.filled > 0))
    };
    let by_shape = best_of(usable, &|index| {
        let Some(c) = column(index) else { return 0 };
        let short_names =
            c.mean() <= 30 && c.phrases * 4 >= c.filled && explained(index, Describes::Fairly);
        let phrases = c.phrases > 0 && (c.most(c.phrases) || short_names);
        let is_description = match described(index) {
            Describes::Best => !explained(index, Describes::Well),
            Describes::Well => is_alone(index),
            _ => {
                is_alone(index)
                    && c.heading.reason() == Says::Nothing
                    && c.phrases * 5 < c.filled * 4
            }
        };
        if phrases && !is_description {
            1 + c.phrases * 4 + c.heading.reason() as usize
        } else {
            0
        }
    });
    if by_shape.is_some() {
        return by_shape;
    }
    best_of(usable, &|index| {
        let Some(c) = column(index) else { return 0 };
        let fits = c.filled > c.types && c.mean() <= 40 && described(index) < Describes::Fairly && explained(index, Describes::Fairly)
                // `6403 : Forbidden` under `Error code` is a code of the service that nobody can tell from its text.
                && c.heading.error_code() != Says::Surely;
        if fits { c.heading.reason() as usize } else { 0 }
    })
}

/// The indices that pass a test.
fn those(indices: &[usize], test: &dyn Fn(usize) -> bool) -> Vec<usize> {
    indices.iter().copied().filter(|at| test(*at)).collect()
}

/// The first of the indices with the highest score above 0.
fn best_of(indices: &[usize], score: &dyn Fn(usize) -> usize) -> Option<usize> {
    let mut best = None;
    for &index in indices {
        let score = score(index);
        if score > best.map_or(0, |(_, best)| best) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| index)
}
