//! Times documents that share and repeat their parts in every way that the formats know: one of twice the size must not take
//! more than 2.2 times as long.
//!
//! ```text
//! cargo run --release -p statusbook-reader --features openapi --example bounded -- 4000
//! ```

#[path = "../tests/shared/mod.rs"]
mod shared;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use shared::{KINDS, read};

/// What twice the size may take.
const MOST: f64 = 2.2;

/// Shorter times say more about the machine than about the reader.
const SHORT: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let size = std::env::args().nth(1).and_then(|size| size.parse().ok());
    let size: usize = size.unwrap_or(4000);
    let mut slow = false;
    for kind in KINDS {
        let (one, two) = (kind.document(size), kind.document(2 * size));
        let (before, after) = (time(kind.file, &one), time(kind.file, &two));
        let times = after.as_secs_f64() / before.as_secs_f64().max(1e-9);
        let wrong = after > SHORT && times > MOST;
        slow |= wrong;
        let mark = if wrong { "SLOW" } else { "" };
        println!(
            "{:>8} KiB {before:>10.1?} {after:>10.1?} {times:>5.2} {} {mark}",
            two.len() / 1024,
            kind.name
        );
    }
    if slow {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// The shorter of two runs.
fn time(name: &str, text: &str) -> Duration {
    let runs = (0..2).map(|_| {
        let start = Instant::now();
        read(name, text);
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}
