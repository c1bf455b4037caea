//! Measures how long pages of 100 kB and 8 MB take to read in each format. The time must grow in proportion to the size.
//!
//! `cargo run --release -p statusbook-reader --example speed`; without `--release` it shows what a build pays
//! whose macros are not optimised.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use statusbook_reader::{Options, read};

fn main() {
    println!(
        "{:<28} {:>10} {:>10} {:>9}",
        "page", "100 kB", "8 MB", "per MB"
    );
    for (name, page) in PAGES {
        let small = time(name, &page(100_000));
        let large = time(name, &page(8_000_000));
        println!(
            "{name:<28} {small:>10.1?} {large:>10.1?} {:>9.1?}",
            large / 8
        );
    }
}

/// The best of three: the others waited for something else.
fn time(name: &str, text: &str) -> Duration {
    let once = |_| {
        let start = Instant::now();
        let result = read(
            text,
            &Options {
                name,
                ..Options::default()
            },
        );
        let took = start.elapsed();
        drop(result);
        took
    };
    (0..3).map(once).min().unwrap_or_default()
}

type Maker = fn(usize) -> String;

const PAGES: [(&str, Maker); 11] = [
    ("grid.rst", |size| {
        let row = "| 404  | Not Found  | Nothing of this kind is here.  |\n+------+------------+--------------------------------+\n";
        let head = "+------+------------+--------------------------------+\n| Code | Reason     | Description                    |\n+======+============+================================+\n";
        head.to_owned() + &row.repeat(size / row.len())
    }),
    ("simple.rst", |size| {
        let border = "====  ==========  ==============================\n";
        let row = "404   Not Found   Nothing of this kind is here.\n";
        format!(
            "{border}Code  Reason      Description\n{border}{}{border}",
            row.repeat(size / row.len())
        )
    }),
    ("list.rst", |size| {
        let row = "   * - 404\n     - Not Found\n     - Nothing of *this* kind is ``here``.\n";
        format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Reason\n     - Description\n{}",
            row.repeat(size / row.len())
        )
    }),
    ("pipe.md", |size| {
        let row =
            "| `404` | Not Found | Nothing of *this* kind is [here](https://example.org/docs). |\n";
        format!(
            "| Code | Reason | Description |\n|---|---|---|\n{}",
            row.repeat(size / row.len())
        )
    }),
    ("table.html", |size| {
        let row = "<tr id=\"row\"><td class=\"cell\"><p>404</p></td>\n<td>Not Found</td><td><p>Nothing of this kind is here.</p></td></tr>\n";
        format!(
            "<table><tr><th>Code</th><th>Reason</th><th>Description</th></tr>\n{}</table>",
            row.repeat(size / row.len())
        )
    }),
    ("prose.md", |size| {
        let line =
            "Nothing *here* is a table, and `nothing` will [ever](https://example.org) be | one.\n";
        line.repeat(size / line.len())
    }),
    ("headings.md", |size| {
        let mut text = String::new();
        for number in 0..size / 60 {
            let _ = write!(
                text,
                "## Operation {number}\n\n|Code|Meaning|\n|---|---|\n|404|It is gone|\n\n"
            );
        }
        text
    }),
    ("hostile openers.md", |size| {
        let open = "*a `b` [c `` ![d **e __f ~~g <h ";
        format!(
            "| Code | Meaning |\n|---|---|\n| 404 | {} |\n",
            open.repeat(size / open.len())
        )
    }),
    ("hostile openers.rst", |size| {
        let open = "*a `b ``c :d:`e **f |g_ ";
        format!(
            "====  =======\nCode  Meaning\n====  =======\n404   {}\n====  =======\n",
            open.repeat(size / open.len())
        )
    }),
    ("hostile nesting.html", |size| {
        "<table><tr><td>404".repeat(size / 18)
    }),
    ("hostile columns.rst", |size| {
        let width = 2000;
        let border = "+-".repeat(width) + "+\n";
        let row = "| ".repeat(width) + "|\n";
        border.clone() + &(row + &border).repeat(size / (4 * width + 4))
    }),
];
