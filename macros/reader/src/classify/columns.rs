//! Which table it is, and which of its columns is what: by the headings and by the cells together.

use super::{
    code::{self, CodeCell},
    header::{self, Says},
    phrase, service_code,
};
use crate::{
    error::DocError,
    message,
    row::Codes,
    table::{Table, Via},
};

/// The columns of a table that matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) status: Option<usize>,
    pub(crate) error_code: Option<usize>,
    pub(crate) reason: Option<usize>,
    pub(crate) message: Option<usize>,
    pub(crate) description: Option<usize>,
}

/// What a table is.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// Status codes, or service error codes where there is a column of them.
    Read(Columns),
    /// Nothing of ours.
    Unrelated,
    /// It has something of a status table, not enough to be one.
    Unlikely(DocError),
    /// It is one, but cannot be read.
    Refused(DocError),
}

/// What is known of a column.
struct Column {
    heading: String,
    status: Says,
    /// Cells that are not empty.
    filled: usize,
    /// Cells that are codes.
    codes: usize,
    /// Cells that hold a code among other words.
    sentences: usize,
    /// Cells that are a number, but no status code.
    out_of_range: usize,
    /// Code cells that carry their own phrase.
    own_phrases: usize,
    /// Cells that are a phrase.
    phrases: usize,
    /// Cells that could be a service's own code.
    service: usize,
    /// Cells that can hardly be anything else than a service's own code.
    surely_service: usize,
    /// Cells of the shape `VPN.0001`.
    prefixed: usize,
    /// The length of all cells.
    length: usize,
    /// The codes, as far as they are single ones.
    seen: Vec<u16>,
}

impl Column {
    fn most(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }

    fn mean(&self) -> usize {
        self.length / self.filled.max(1)
    }
}

/// Decides what a table is.
pub(crate) fn decide(table: &Table, header_rows: usize) -> Verdict {
    if table.columns == 0 || table.row_count() <= header_rows {
        return Verdict::Unrelated;
    }
    let columns: Vec<Column> = (0..table.columns)
        .map(|index| survey(table, header_rows, index))
        .collect();
    let status = match status_column(table, header_rows, &columns) {
        Ok(status) => status,
        Err(verdict) => return verdict,
    };
    let error_code = error_code_column(&columns, status);
    if status.is_none() && error_code.is_none() {
        return Verdict::Unrelated;
    }
    let mut chosen = Columns {
        status,
        error_code,
        ..Columns::default()
    };
    let rest: Vec<usize> = (0..columns.len())
        .filter(|index| Some(*index) != status && Some(*index) != error_code)
        .collect();
    choose_texts(&columns, &rest, &mut chosen);
    Verdict::Read(chosen)
}

fn survey(table: &Table, header_rows: usize, index: usize) -> Column {
    let heading = header::normal(&heading(table, header_rows, index));
    let mut column = Column {
        status: header::status(&heading),
        heading,
        filled: 0,
        codes: 0,
        sentences: 0,
        out_of_range: 0,
        own_phrases: 0,
        phrases: 0,
        service: 0,
        surely_service: 0,
        prefixed: 0,
        length: 0,
        seen: Vec::new(),
    };
    for row in header_rows..table.row_count() {
        if table.only_cell(row).is_some() && table.columns > 1 {
            continue;
        }
        let Some((cell, Via::Own)) = table.cell(row, index) else {
            continue;
        };
        let text = cell.text.as_str();
        let parsed = code::parse(text);
        column.filled += usize::from(!matches!(parsed, CodeCell::Empty | CodeCell::Without));
        column.length += text.chars().count();
        match parsed {
            CodeCell::Codes(codes, own) => {
                column.codes += 1;
                for code in codes {
                    if let Codes::One(code) = code {
                        column.own_phrases += usize::from(phrase::is_phrase_of(code, &own));
                        column.seen.push(code);
                    }
                }
            }
            CodeCell::Sentence => column.sentences += 1,
            CodeCell::OutOfRange => column.out_of_range += 1,
            CodeCell::Empty | CodeCell::Without | CodeCell::Other => {}
        }
        column.phrases += usize::from(phrase::is_phrase(text));
        column.service += usize::from(service_code::is_possible(text));
        column.surely_service += usize::from(service_code::is_sure(text));
        column.prefixed += usize::from(service_code::is_prefixed(text));
    }
    column
}

/// The heading of a column; of two header rows, both.
pub(crate) fn heading(table: &Table, header_rows: usize, column: usize) -> String {
    let mut heading = String::new();
    let mut last = None;
    for row in 0..header_rows {
        let text = table.text(row, column);
        if last != Some(text) && !text.is_empty() {
            if !heading.is_empty() {
                heading.push(' ');
            }
            heading.push_str(text);
        }
        last = Some(text);
    }
    heading
}

/// The column of HTTP statuses, if there is one.
fn status_column(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
) -> Result<Option<usize>, Verdict> {
    let named_elsewhere = |index: usize| {
        (0..columns.len()).any(|other| other != index && names(table, header_rows, index, other))
    };
    let mut best: Option<(usize, Says, bool)> = None;
    let mut tied = None;
    let mut unlikely = None;
    for (index, column) in columns.iter().enumerate() {
        let coded = column.codes
            + if column.status == Says::Surely {
                column.sentences + column.out_of_range
            } else {
                column.sentences
            };
        if column.codes + column.sentences == 0 || !column.most(coded) {
            if column.codes > 0 && column.status >= Says::Perhaps {
                unlikely = Some(message::few_codes(
                    table.position,
                    &column.heading,
                    column.codes,
                    column.filled,
                ));
            }
            continue;
        }
        let evidence = column.most(column.own_phrases)
            || (!column.seen.is_empty() && named_elsewhere(index))
            || (header_rows == 0 && is_plainly_http(column));
        // Numbers between 100 and 599 are prices, sizes and ports too.
        if column.status == Says::Nothing && !(evidence && column.codes * 4 >= column.filled * 3) {
            continue;
        }
        if !evidence && !is_http(&column.seen, column.status) && column.codes > 0 {
            unlikely = Some(message::not_http(
                table.position,
                &column.heading,
                &column.seen,
            ));
            continue;
        }
        let rank = (column.status, evidence && column.own_phrases > 0);
        match best {
            Some((_, says, own)) if (says, own) == rank => tied = Some(index),
            Some((_, says, own)) if (says, own) > rank => {}
            _ => {
                best = Some((index, rank.0, rank.1));
                tied = None;
            }
        }
    }
    match (best, tied) {
        (Some((first, ..)), Some(second)) => {
            let name = |index: usize| {
                columns
                    .get(index)
                    .map_or("", |column| column.heading.as_str())
            };
            Err(Verdict::Refused(message::two_status_columns(
                table.position,
                name(first),
                name(second),
            )))
        }
        (Some((first, ..)), None) => Ok(Some(first)),
        (None, _) => match unlikely {
            Some(error)
                if !columns
                    .iter()
                    .any(|column| column.most(column.surely_service)) =>
            {
                Err(Verdict::Unlikely(error))
            }
            _ => Ok(None),
        },
    }
}

/// Whether a column holds the phrases of the codes in another, for most rows.
fn names(table: &Table, header_rows: usize, codes: usize, phrases: usize) -> bool {
    let mut of = 0;
    let mut named = 0;
    for row in header_rows..table.row_count() {
        if let CodeCell::Codes(codes, _) = code::parse(table.text(row, codes))
            && let [Codes::One(code)] = codes.as_slice()
        {
            of += 1;
            named += usize::from(phrase::is_phrase_of(*code, table.text(row, phrases)));
        }
    }
    named > 0 && named * 2 >= of
}

/// Whether numbers can be HTTP statuses: replies of SMTP and FTP look alike.
fn is_http(seen: &[u16], says: Says) -> bool {
    const MAIL: [u16; 16] = [
        211, 214, 220, 221, 225, 227, 250, 251, 252, 331, 354, 450, 452, 550, 553, 554,
    ];
    let mut distinct = seen.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.is_empty() {
        return true;
    }
    let known = distinct
        .iter()
        .filter(|code| phrase::is_known(**code))
        .count();
    let mail = distinct.iter().filter(|code| MAIL.contains(code)).count();
    if mail >= 2 {
        return false;
    }
    // Services number their own errors 101, 102, 103 …; HTTP's 1xx hardly make up a table.
    let informational = distinct.iter().filter(|code| **code < 200).count();
    match says {
        Says::Surely => known > 0,
        _ => known * 2 >= distinct.len() && informational * 3 <= distinct.len(),
    }
}

/// Whether numbers without any heading are HTTP statuses: several registered ones, not round numbers only.
fn is_plainly_http(column: &Column) -> bool {
    let mut distinct = column.seen.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let odd = distinct.iter().filter(|code| **code % 50 != 0).count();
    column.codes + 1 >= column.filled
        && distinct.len() >= 3
        && odd >= 2
        && distinct.iter().all(|code| phrase::is_known(*code))
}

/// Whether some column holds numbers that are HTTP statuses, whatever its heading says.
pub(crate) fn has_plain_codes(table: &Table) -> bool {
    (0..table.columns).any(|index| is_plainly_http(&survey(table, 0, index)))
}

/// The column of the service's own codes, if there is one.
fn error_code_column(columns: &[Column], status: Option<usize>) -> Option<usize> {
    let mut best: Option<(usize, (Says, bool))> = None;
    for (index, column) in columns.iter().enumerate() {
        if Some(index) == status || column.filled == 0 || header::solution(&column.heading) {
            continue;
        }
        let says = header::error_code(&column.heading);
        let sure = column.surely_service * 2 > column.filled;
        let possible = column.service * 5 >= column.filled * 4;
        // A phrase without its spaces (`NotFound`) is a phrase still, unless the heading says otherwise.
        let phrases = column.most(column.phrases);
        let takes = match says {
            _ if status.is_none() => {
                sure && (says == Says::Surely
                    || (says == Says::Perhaps && column.prefixed * 2 > column.filled))
            }
            Says::Surely => possible,
            Says::Perhaps => sure || (possible && !phrases && header::is_code(&column.heading)),
            Says::Nothing => column.surely_service == column.filled,
        };
        if takes && best.is_none_or(|(_, rank)| (says, sure) > rank) {
            best = Some((index, (says, sure)));
        }
    }
    best.map(|(index, _)| index)
}

/// The columns of texts among the rest.
fn choose_texts(columns: &[Column], rest: &[usize], chosen: &mut Columns) {
    let column = |index: usize| columns.get(index);
    let usable: Vec<usize> = rest
        .iter()
        .copied()
        .filter(|&index| column(index).is_some_and(|c| !header::solution(&c.heading)))
        .collect();
    if chosen.error_code.is_some() {
        chosen.message = best_of(&usable, |index| {
            column(index).map_or(0, |c| header::message(&c.heading) as usize)
        });
    } else {
        chosen.reason = reason_column(columns, &usable);
    }
    let free: Vec<usize> = usable
        .iter()
        .copied()
        .filter(|index| Some(*index) != chosen.reason && Some(*index) != chosen.message)
        .collect();
    let described =
        |index: usize| column(index).map_or(0, |c| usize::from(header::description(&c.heading)));
    chosen.description = best_of(&free, described);
    if chosen.description.is_none() && chosen.error_code.is_none() {
        // No heading helps: the longest text explains the code.
        let texts = free
            .into_iter()
            .filter(|&index| column(index).is_some_and(|c| c.filled > 0));
        chosen.description = best_of(&texts.collect::<Vec<_>>(), |index| {
            column(index).map_or(0, Column::mean)
        });
    }
}

fn reason_column(columns: &[Column], usable: &[usize]) -> Option<usize> {
    let column = |index: usize| columns.get(index);
    let described = |index: usize| column(index).map_or(0, |c| header::description(&c.heading));
    // A column called description is one, phrases or not, unless another explains as well.
    let explained = |index: usize, least: u8| {
        usable.iter().any(|other| {
            *other != index
                && described(*other) >= least
                && column(*other).is_some_and(|c| c.filled > 0)
        })
    };
    let by_shape = best_of(usable, |index| {
        let Some(c) = column(index) else { return 0 };
        let short_names = c.mean() <= 30 && c.phrases * 4 >= c.filled && explained(index, 3);
        let phrases = c.phrases > 0 && (c.most(c.phrases) || short_names);
        let is_description = match described(index) {
            5 => !explained(index, 4),
            4 => !usable
                .iter()
                .any(|other| *other != index && column(*other).is_some_and(|c| c.filled > 0)),
            _ => false,
        };
        if phrases && !is_description {
            1 + c.phrases * 4 + header::reason(&c.heading) as usize
        } else {
            0
        }
    });
    if by_shape.is_some() {
        return by_shape;
    }
    best_of(usable, |index| {
        let Some(c) = column(index) else { return 0 };
        let fits = c.filled > 0 && c.mean() <= 40 && described(index) < 3 && explained(index, 3);
        if fits {
            header::reason(&c.heading) as usize
        } else {
            0
        }
    })
}

/// The first of the indices with the highest score above 0.
fn best_of(indices: &[usize], score: impl Fn(usize) -> usize) -> Option<usize> {
    let mut best = None;
    for &index in indices {
        let score = score(index);
        if score > best.map_or(0, |(_, best)| best) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| index)
}
