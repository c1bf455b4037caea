//! The command line.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgAction, Args, ColorChoice, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use statusbook_reader::source::is_openapi;

use crate::outcome::Outcome;

/// Shows what Statusbook reads in a document, checks documents, and tells what changed between two versions.
#[derive(Parser)]
#[command(
    name = "cargo-statusbook",
    bin_name = "cargo statusbook",
    version,
    max_term_width = 100
)]
#[command(
    after_help = "Exit status: 0 if nothing is wrong, 1 if a document is refused or a change can break something, \
    2 if the command could not do its work."
)]
struct Line {
    #[command(subcommand)]
    command: Command,

    /// When to use colours
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        env = "CARGO_TERM_COLOR",
        hide_env = true
    )]
    color: ColorChoice,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Shows what is read in a page or an OpenAPI document, and the line of `status_table!` that reads it
    Inspect(Inspect),
    /// Tells whether documents can be read
    Check(Check),
    /// Tells what changed between two versions of a document, and what the change can break
    Diff(Diff),
    /// Prints a script that completes commands and options in a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Args)]
pub(crate) struct Inspect {
    /// The page to read, or an OpenAPI document: `.yaml`, `.yml` or `.json`
    #[arg(value_name = "FILE")]
    pub(crate) file: String,

    /// Only the section with this heading; `Outer > Inner` where several have it
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    /// The page of the service's error codes, if it is another one
    #[arg(long, value_name = "FILE")]
    pub(crate) codes: Option<String>,

    /// Only these operations: `getPet*`, `tag:billing` or `GET /pets/*`
    #[arg(long, value_name = "PATTERN")]
    pub(crate) operations: Vec<String>,

    /// One JSON object instead of a report
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Check {
    /// Pages and OpenAPI documents
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,

    /// Of each page only the section with this heading
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    #[command(flatten)]
    form: FormArgs,
}

#[derive(Args)]
pub(crate) struct Diff {
    /// The older version: a file, or `git:REVISION:PATH`
    pub(crate) old: String,

    /// The newer version: a file, or `git:REVISION:PATH`
    pub(crate) new: String,

    /// Of a page only the section with this heading
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    /// Changes that may break: a kind (`code-added`), a code (`429`, `4XX`, `DNS.0013`), an operation (`GET /pets`), or an
    /// operation and a code (`GET /pets 429`)
    #[arg(long, value_name = "CHANGE", action = ArgAction::Append)]
    pub(crate) allow: Vec<String>,

    #[command(flatten)]
    form: FormArgs,
}

/// How to show what was found.
#[derive(Args)]
struct FormArgs {
    /// JSON instead of a report
    #[arg(long, conflicts_with = "github")]
    json: bool,

    /// Annotations for a workflow of GitHub Actions instead of a report
    #[arg(long)]
    github: bool,
}

/// For whom a command writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Json,
    Github,
}

impl FormArgs {
    fn form(&self) -> Form {
        match (self.json, self.github) {
            (true, _) => Form::Json,
            (false, true) => Form::Github,
            (false, false) => Form::Text,
        }
    }
}

impl Check {
    pub(crate) fn form(&self) -> Form {
        self.form.form()
    }
}

impl Diff {
    pub(crate) fn form(&self) -> Form {
        self.form.form()
    }
}

/// Parses the command line. Cargo gives `statusbook` as the first argument; who starts the program does not.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, clap::Error> {
    let mut arguments: Vec<OsString> = arguments.collect();
    if arguments.get(1).is_some_and(|first| first == "statusbook") {
        arguments.remove(1);
    }
    let line = Line::try_parse_from(arguments)?;
    match line.color {
        ColorChoice::Auto => {}
        ColorChoice::Always => anstream::ColorChoice::Always.write_global(),
        ColorChoice::Never => anstream::ColorChoice::Never.write_global(),
    }
    check(&line.command)?;
    Ok(line.command)
}

/// What clap cannot know: which options fit a document.
fn check(command: &Command) -> Result<(), clap::Error> {
    let Command::Inspect(request) = command else {
        return Ok(());
    };
    let of_pages = request.section.is_some() || request.codes.is_some();
    let mistake = match (
        is_openapi(&request.file),
        of_pages,
        request.operations.is_empty(),
    ) {
        (true, true, _) => "`--section` and `--codes` belong to pages, not to OpenAPI documents",
        (false, _, false) => {
            "`--operations` belongs to OpenAPI documents: `.yaml`, `.yml` or `.json`"
        }
        _ => return Ok(()),
    };
    Err(Line::command().error(ErrorKind::ArgumentConflict, mistake))
}

/// The script for a shell.
pub(crate) fn completions(shell: Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Line::command(), "cargo-statusbook", &mut script);
    let mut outcome = Outcome::default();
    outcome.output.own(&String::from_utf8_lossy(&script));
    outcome
}
