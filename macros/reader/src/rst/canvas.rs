//! A block of lines as columns of characters, in which tables are drawn.

use crate::{
    error::Position,
    text::{common_indent, fold, place},
    width::width,
};

/// Fills the second column of a wide character.
const FILLER: char = '\0';

/// How columns are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// As shown, and as docutils counts: an East Asian wide character takes two columns, and a combining mark none.
    Shown,
    /// One for each character.
    Characters,
}

/// A rectangle of text.
pub(super) struct Canvas {
    first_line: usize,
    indent: usize,
    rows: Vec<Vec<char>>,
    /// For each row, the combining marks, and the column that each is drawn in.
    marks: Vec<Vec<(usize, char)>>,
}

impl Canvas {
    /// Makes a canvas of lines without their indentation. `first_line` is the index of the first one in the document.
    pub(super) fn new(lines: &[&str], first_line: usize, indent: usize, count: Count) -> Self {
        let mut canvas = Canvas {
            first_line,
            indent,
            rows: Vec::with_capacity(lines.len()),
            marks: Vec::with_capacity(lines.len()),
        };
        for line in lines {
            let (row, marks) = columns(line.get(indent..).unwrap_or(""), count);
            canvas.rows.push(row);
            canvas.marks.push(marks);
        }
        canvas
    }

    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn row(&self, y: usize) -> &[char] {
        self.rows.get(y).map_or(&[], Vec::as_slice)
    }

    pub(super) fn at(&self, y: usize, x: usize) -> char {
        self.row(y).get(x).copied().unwrap_or(' ')
    }

    /// The part of a row between two columns, the second not included.
    pub(super) fn slice(&self, y: usize, left: usize, right: usize) -> &[char] {
        let row = self.row(y);
        row.get(left.min(row.len())..right.min(row.len()))
            .unwrap_or(&[])
    }

    /// The position in the document. Behind a row, it is the end of the row.
    pub(super) fn position(&self, y: usize, x: usize) -> Position {
        let before = self.slice(y, 0, x);
        let columns = before.iter().filter(|column| **column != FILLER).count();
        let marks = self.marks.get(y).map_or(&[][..], Vec::as_slice);
        let marks = marks.partition_point(|(drawn, _)| *drawn < before.len());
        place(self.first_line + y, self.indent + columns + marks)
    }

    /// The text of a rectangle, line by line, without the indentation that all its lines share.
    pub(super) fn block(
        &self,
        top: usize,
        bottom: usize,
        left: usize,
        right: usize,
    ) -> (Vec<String>, Position) {
        let mut start = None;
        let mut lines = Vec::new();
        for y in top..bottom {
            let slice = self.slice(y, left, right);
            if start.is_none() {
                start = slice
                    .iter()
                    .position(|c| !c.is_whitespace())
                    .map(|x| self.position(y, left + x));
            }
            let mut line = self.text(y, left, right);
            line.truncate(line.trim_end().len());
            lines.push(line);
        }
        let common = common_indent(&mut lines.iter().map(String::as_str));
        if common > 0 {
            for line in &mut lines {
                *line = line.get(common..).unwrap_or("").to_owned();
            }
        }
        (lines, start.unwrap_or_else(|| self.position(top, left + 1)))
    }

    /// The text of one row, for a message.
    pub(super) fn shown(&self, y: usize) -> String {
        fold(&self.text(y, 0, usize::MAX))
    }

    /// The text between two columns of a row, with its combining marks.
    fn text(&self, y: usize, left: usize, right: usize) -> String {
        let mut marks = self.marks.get(y).map_or(&[][..], Vec::as_slice);
        let slice = self.slice(y, left, right);
        let mut text = String::with_capacity(slice.len());
        for (offset, character) in slice.iter().enumerate() {
            let column = left + offset;
            if *character != FILLER {
                text.push(*character);
            }
            while let Some((&(drawn, mark), rest)) = marks.split_first() {
                if drawn > column {
                    break;
                }
                if drawn == column {
                    text.push(mark);
                }
                marks = rest;
            }
        }
        text
    }
}

/// The columns of a line, and its combining marks.
fn columns(line: &str, count: Count) -> (Vec<char>, Vec<(usize, char)>) {
    let line = line.trim_end();
    if line.is_ascii() || count == Count::Characters {
        return (line.chars().collect(), Vec::new());
    }
    let mut row = Vec::with_capacity(line.len());
    let mut marks = Vec::new();
    for character in line.chars() {
        match width(character) {
            0 => marks.push((row.len().saturating_sub(1), character)),
            1 => row.push(character),
            _ => {
                row.push(character);
                row.push(FILLER);
            }
        }
    }
    (row, marks)
}
