//! `.. list-table::`: a list of rows, each a list of cells.

use super::directive::Block;
use crate::{
    message,
    rst::inline,
    table::{Cell, Table},
    text::{common_indent, indent, place, position},
};

/// Reads the directive.
pub(super) fn parse(block: &Block<'_>) -> Table {
    let mut table = Table::new(place(block.line, block.column));
    let Some(&(_, first)) = block.content.first() else {
        return table;
    };
    let row_column = indent(first);
    let mut cell_column = None;
    let mut cell: Option<(Cell, usize, Vec<&str>)> = None;
    for &(index, line) in &block.content {
        let column = indent(line);
        let text = line.get(column..).unwrap_or("");
        let begins_row = column == row_column && bullet(text).is_some();
        let begins_cell = begins_row || (Some(column) == cell_column && bullet(text).is_some());
        if !begins_cell {
            match &mut cell {
                Some((.., lines)) => lines.push(line),
                None if text.is_empty() => {}
                None => table.flaws.push(message::list_table_stray(
                    position(index, line, column),
                    text,
                )),
            }
            continue;
        }
        finish(&mut table, cell.take());
        let mut start = column;
        if begins_row {
            let after = bullet(text).unwrap_or("");
            start = line.len() - after.len();
            if bullet(after).is_none() {
                table.flaws.push(message::list_table_stray(
                    position(index, line, column),
                    text,
                ));
                continue;
            }
            table.begin_row();
            cell_column = Some(start);
        }
        let content = line.get(start..).and_then(bullet).unwrap_or("");
        let depth = line.len() - content.len();
        let place = position(index, line, depth);
        cell = Some((Cell::new(String::new(), place), depth, vec![content]));
    }
    finish(&mut table, cell);
    let header = block
        .option("header-rows")
        .and_then(|rows| rows.parse().ok());
    table.header_rows = header.unwrap_or(0);
    table
}

/// Adds a cell with its lines, the first of which begins at a depth, behind the bullet.
fn finish(table: &mut Table, cell: Option<(Cell, usize, Vec<&str>)>) {
    let Some((mut cell, first, mut lines)) = cell else {
        return;
    };
    let common = common_indent(&mut lines.iter().skip(1).copied());
    let is_empty = lines.first().is_none_or(|first| first.is_empty());
    let depth = if is_empty { common } else { common.min(first) };
    for line in lines.iter_mut().skip(1) {
        *line = line.get(depth..).unwrap_or("");
    }
    cell.text = inline::reduce_block(&lines);
    if table.width(table.row_count().saturating_sub(1)) < crate::table::MAX_COLUMNS {
        table.push(cell);
    }
}

/// What follows a bullet.
fn bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '*', '+', '•'])?;
    if rest.is_empty() {
        Some(rest)
    } else {
        rest.strip_prefix(' ')
            .map(|rest| rest.trim_start_matches(' '))
    }
}
