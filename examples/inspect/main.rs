//! Shows what Statusbook reads in a page, the way to check it before trusting it.
//!
//! ```sh
//! cargo run --example inspect -- docs/status.md
//! cargo run --example inspect -- docs/api.rst --section "Status Codes" --json
//! cargo run --example inspect -- docs/status.rst --codes docs/error_codes.rst
//! cargo run --example inspect -- openapi.yaml --operations "tag:billing"
//! ```
//!
//! Every row comes with its line, and with notes on what looks odd. A page that is refused is shown with
//! every reason and its place; the exit status is then 1. Of an OpenAPI document that is refused, the operations are shown all
//! the same where they can be read, and the reasons go to the standard error, or under `"problems"` with `--json`.

mod document;
mod json;
mod openapi;
mod report;
mod run;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = run::run(&arguments);
    print!("{}", outcome.text);
    eprint!("{}", outcome.problems);
    if outcome.success {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
