#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

// `args` parses the command line. Each command is a module that makes an `Outcome`. `document` opens and reads documents,
// `contract` gives pages and OpenAPI documents a common form, and `screen` and `json` write.
mod args;
mod check;
mod contract;
mod diff;
mod document;
mod github;
mod inspect;
mod json;
mod outcome;
mod report;
mod screen;

use std::process::ExitCode;

use self::args::Command;

fn main() -> ExitCode {
    let command = match args::parse(std::env::args_os()) {
        Ok(command) => command,
        // clap returns help and version as errors. For the shell, they are a success.
        Err(error) => {
            let status = u8::from(error.use_stderr()) * 2;
            drop(error.print());
            return ExitCode::from(status);
        }
    };
    let outcome = match command {
        Command::Inspect(request) => inspect::run(&request),
        Command::Check(request) => check::run(&request),
        Command::Diff(request) => diff::run(&request),
        Command::Report(request) => report::run(&request),
        Command::Completions { shell } => args::completions(shell),
    };
    outcome.print()
}
