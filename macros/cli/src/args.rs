//! The command line.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgAction, Args, ColorChoice, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use statusbook_reader::source::is_openapi;

use crate::outcome::Outcome;

/// Shows what Statusbook reads in a document, checks documents, and shows what changed between two versions.
#[derive(Parser)]
#[command(
    name = "cargo-statusbook",
    bin_name = "cargo statusbook",
    version,
    after_help = "Exit status: 0 for success, 1 if a document cannot be read or a change can break something, \
    2 for any other failure."
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
        hide_env = true,
        display_order = 900
    )]
    color: ColorChoice,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show what is read in a page or an OpenAPI document, and the line of `status_table!` for it
    Inspect(Inspect),
    /// Check whether documents can be read
    Check(Check),
    /// Show what changed between two versions of a document, and what the change can break
    Diff(Diff),
    /// Write an HTML page: what is documented, what the code can send, and what its tests exercised
    Report(Report),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Args)]
pub(crate) struct Inspect {
    /// A page, or an OpenAPI document (`.yaml`, `.yml` or `.json`)
    #[arg(value_name = "FILE")]
    pub(crate) file: String,

    /// Read only the section with this heading; write `Outer > Inner` if several sections have it
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    /// The heading of a column: `status=Code`, `reason=Type` or `description=When`; may be repeated
    #[arg(long, value_name = "KEY=HEADING")]
    pub(crate) columns: Vec<String>,

    /// The page that lists the service error codes, if it is a different page
    #[arg(long, value_name = "FILE")]
    pub(crate) codes: Option<String>,

    /// Read only these operations: `getPet*`, `tag:billing` or `GET /pets/*`
    #[arg(long, value_name = "PATTERN")]
    pub(crate) operations: Vec<String>,

    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Check {
    /// Pages and OpenAPI documents
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,

    /// Read only the section with this heading in each page
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    /// The heading of a column: `status=Code`, `reason=Type` or `description=When`; may be repeated
    #[arg(long, value_name = "KEY=HEADING")]
    pub(crate) columns: Vec<String>,

    #[command(flatten)]
    form: FormArgs,
}

#[derive(Args)]
pub(crate) struct Diff {
    /// The older version: a file, or `git:REVISION:PATH`
    pub(crate) old: String,

    /// The newer version: a file, or `git:REVISION:PATH`
    pub(crate) new: String,

    /// Read only the section with this heading
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    /// The heading of a column: `status=Code`, `reason=Type` or `description=When`; may be repeated
    #[arg(long, value_name = "KEY=HEADING")]
    pub(crate) columns: Vec<String>,

    /// Allow a breaking change: a kind (`code-added`), a code (`429`, `4XX`, `DNS.0013`), an operation (`GET /pets`),
    /// or an operation and a code (`GET /pets 429`)
    #[arg(long, value_name = "CHANGE", action = ArgAction::Append)]
    pub(crate) allow: Vec<String>,

    #[command(flatten)]
    form: FormArgs,
}

#[derive(Args)]
pub(crate) struct Report {
    /// A page, or an OpenAPI document
    pub(crate) document: String,

    /// What the code can send: the JSON file that `statusbook::document::Reference::to_json` writes in a test
    #[arg(long, value_name = "FILE")]
    pub(crate) contract: Vec<String>,

    /// What the tests exercised: the JSON file from `statusbook::document::exercised`
    #[arg(long, value_name = "FILE")]
    pub(crate) exercised: Vec<String>,

    /// The file to write; `-` for the standard output
    #[arg(long, short, value_name = "FILE", default_value = "statusbook.html")]
    pub(crate) output: String,

    /// Link each place in the source: a URL with `{file}` and `{line}`
    #[arg(long, value_name = "URL", value_parser = url)]
    pub(crate) link: Option<String>,

    /// Read only the section with this heading
    #[arg(long, value_name = "HEADING")]
    pub(crate) section: Option<String>,

    /// The heading of a column: `status=Code`, `reason=Type` or `description=When`; may be repeated
    #[arg(long, value_name = "KEY=HEADING")]
    pub(crate) columns: Vec<String>,

    /// Read only these operations of an OpenAPI document: `getPet*`, `tag:billing` or `GET /pets/*`
    #[arg(long, value_name = "PATTERN")]
    pub(crate) operations: Vec<String>,
}

/// Accepts only a URL that a browser opens, not one that it would run.
fn url(text: &str) -> Result<String, String> {
    if ["https://", "http://"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
    {
        Ok(text.to_owned())
    } else {
        Err("write a URL that begins with `https://`, such as `https://example.org/blob/main/{file}#L{line}`".to_owned())
    }
}

/// The form of the output.
#[derive(Args)]
struct FormArgs {
    /// Print JSON
    #[arg(long, conflicts_with = "github")]
    json: bool,

    /// Print annotations for GitHub Actions
    #[arg(long)]
    github: bool,
}

/// The headings of the columns of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ColumnNames {
    pub(crate) status: String,
    pub(crate) reason: Option<String>,
    pub(crate) description: Vec<String>,
}

impl ColumnNames {
    const KEYS: [&str; 3] = ["status", "reason", "description"];

    /// Returns the columns that the options name, or `None` without any. One option may name several, as in `status_table!`:
    /// `status = "Code", reason = "Type"`.
    pub(crate) fn of(options: &[String]) -> Result<Option<Self>, String> {
        let mut named: Vec<(&str, String)> = Vec::new();
        for part in options.iter().flat_map(|option| option.split(',')) {
            match (key(part), named.last_mut()) {
                (Some((key, heading)), _) => named.push((key, heading.to_owned())),
                // The comma was part of the heading.
                (None, Some((_, heading))) => {
                    heading.push(',');
                    heading.push_str(part);
                }
                (None, None) => {
                    return Err(format!(
                        "`--columns {part}`: write `status=HEADING`, `reason=HEADING` or `description=HEADING`"
                    ));
                }
            }
        }
        if named.is_empty() {
            return Ok(None);
        }
        let mut columns = ColumnNames::default();
        let mut status = None;
        for (key, heading) in named {
            let heading = heading.trim().trim_matches('"').to_owned();
            let again = match key {
                "status" => status.replace(heading).is_some(),
                "reason" => columns.reason.replace(heading).is_some(),
                _ => {
                    columns.description.push(heading);
                    columns.description.len() > 2
                }
            };
            if again {
                return Err(format!("`--columns {key}=…` is given too many times"));
            }
        }
        columns.status = status
            .ok_or("`--columns` needs the column of status codes: `--columns status=HEADING`")?;
        Ok(Some(columns))
    }
}

/// Splits `status=Code`.
fn key(part: &str) -> Option<(&'static str, &str)> {
    let (key, heading) = part.split_once('=')?;
    let known = ColumnNames::KEYS
        .into_iter()
        .find(|known| *known == key.trim())?;
    Some((known, heading))
}

/// The form of the output.
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

/// Parses the command line. Its first argument is `statusbook` if cargo started the program.
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

/// Checks what clap cannot: whether the options fit the documents, and the value of `--columns`.
fn check(command: &Command) -> Result<(), clap::Error> {
    let (documents, columns, section, operations, codes) = match command {
        Command::Inspect(request) => (
            vec![&request.file],
            &request.columns,
            &request.section,
            request.operations.as_slice(),
            request.codes.as_ref(),
        ),
        Command::Check(request) => (
            request.files.iter().collect(),
            &request.columns,
            &request.section,
            [].as_slice(),
            None,
        ),
        Command::Diff(request) => (
            vec![&request.old, &request.new],
            &request.columns,
            &request.section,
            [].as_slice(),
            None,
        ),
        Command::Report(request) => (
            vec![&request.document],
            &request.columns,
            &request.section,
            request.operations.as_slice(),
            None,
        ),
        Command::Completions { .. } => return Ok(()),
    };
    let refuse = |mistake: &str| Err(Line::command().error(ErrorKind::ArgumentConflict, mistake));
    if let Err(mistake) = ColumnNames::of(columns) {
        return refuse(&mistake);
    }
    let of_pages = section.is_some() || codes.is_some() || !columns.is_empty();
    if of_pages && documents.iter().all(|document| is_openapi(document)) {
        return refuse(
            "`--section`, `--columns` and `--codes` are for pages, not for OpenAPI documents",
        );
    }
    if !operations.is_empty() && !documents.iter().any(|document| is_openapi(document)) {
        return refuse("`--operations` is for OpenAPI documents: `.yaml`, `.yml` or `.json`");
    }
    if codes.is_some_and(|codes| is_openapi(codes)) {
        return refuse("`--codes` is for a page of error codes, not for an OpenAPI document");
    }
    Ok(())
}

/// The script for a shell.
pub(crate) fn completions(shell: Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Line::command(), "cargo-statusbook", &mut script);
    // For bash, clap_complete 4.6 writes the hyphen in a program's name in two ways. Then bash finds no option of a subcommand.
    let script = String::from_utf8_lossy(&script).replace("cargo__subcmd__", "cargo__");
    let mut outcome = Outcome::default();
    outcome.output.own(&script);
    if shell == Shell::Fish {
        outcome.output.own(FISH);
    }
    outcome
}

/// What is missing in the script for fish: the shells, and `cargo statusbook`, which is completed as `cargo-statusbook`.
const FISH: &str = r#"complete -c cargo-statusbook -n "__fish_seen_subcommand_from completions" -f -a "bash elvish fish powershell zsh"
complete -c cargo -n "__fish_seen_subcommand_from statusbook" -f -a "(complete -C (commandline -cp | string replace -r '^.*?\bstatusbook\b' cargo-statusbook))"
"#;

#[cfg(test)]
mod tests {
    use super::ColumnNames;

    fn of(options: &[&str]) -> Result<Option<ColumnNames>, String> {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        ColumnNames::of(&options)
    }

    #[test]
    fn columns_are_named_apart_or_together() {
        let named = ColumnNames {
            status: "Code".to_owned(),
            reason: Some("Type, in short".to_owned()),
            description: vec!["When".to_owned(), "Why = how".to_owned()],
        };
        let apart = [
            "status=Code",
            "reason=Type, in short",
            "description=When",
            "description=Why = how",
        ];
        assert_eq!(of(&apart).as_ref(), Ok(&Some(named)));
        assert_eq!(
            of(&[
                "status = \"Code\", reason = \"Type, in short\", description=When,description=Why = how"
            ]),
            of(&apart)
        );
        assert_eq!(of(&[]), Ok(None));
        for wrong in [
            "Code",
            "reason=Type",
            "status=A,status=B",
            "status=A,description=B,description=C,description=D",
            "state=A",
        ] {
            assert!(of(&[wrong]).is_err(), "{wrong}");
        }
    }
}
