//! What an OpenAPI document of 10 MB and 1,000 operations costs a `cargo check`: reading, expanding, and the rest of rustc.
//!
//! ```text
//! cargo bench -p statusbook-test-openapi --bench large_document
//! ```
//!
//! A project with the document is checked again and again, and rustc's own timers are read (`-Z time-passes`, which the
//! pinned compiler is made to accept). *Reading* is the expansion of a macro call that wants one operation, *expanding* what
//! the expansion of all operations takes beyond that, and *rustc* everything after it, less what a crate with one inline
//! table needs. Each number is the best of five. Macros are not optimised in a `dev` build, unless the project says
//! otherwise: both are measured.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const OPERATIONS: usize = 1_000;
const BYTES: usize = 10_000_000;
const CODES: [&str; 8] = ["200", "400", "401", "403", "404", "409", "429", "5XX"];
const RUNS: usize = 5;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    // `cargo test` runs benchmarks once without this argument, to see that they start.
    if !env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    println!(
        "{OPERATIONS} operations with {} responses each, {BYTES} bytes; milliseconds",
        CODES.len()
    );
    println!("| document | macros | reading | expanding | rustc | with 1,000 checks |");
    println!("|---|---|---|---|---|---|");
    for (file, text) in [("api.yaml", yaml()), ("api.json", json())] {
        for (macros, profile) in [
            ("as they are", ""),
            (
                "opt-level = 3",
                "[profile.dev.build-override]\nopt-level = 3\n",
            ),
        ] {
            let project = Project::new(profile)?;
            fs::write(project.0.join(file), &text)?;
            let table = |rest: &str| {
                format!("statusbook::status_table! {{ pub mod api = \"{file}\"{rest}; }}\n")
            };
            let inline = project.check("statusbook::status_table! { pub mod api { 404 } }\n")?;
            let one = project.check(&table(", operations = [\"getThing500\"]"))?;
            let all = project.check(&table(""))?;
            let checked = project.check(&(table("") + &checks()))?;
            println!(
                "| {file} | {macros} | {:.0} | {:.0} | {:.0} | {:.0} |",
                one.expansion - inline.expansion,
                all.expansion - one.expansion,
                all.rest() - inline.rest(),
                checked.total - all.total,
            );
        }
    }
    Ok(())
}

/// A check against the table of every operation.
fn checks() -> String {
    let mut text = String::from("pub fn checks() {\n");
    for number in 0..OPERATIONS {
        let _ = writeln!(
            text,
            "    let _ = statusbook::status!(api::get_thing{number}, 404);"
        );
    }
    text + "}\n"
}

/// Milliseconds, as rustc counts them.
#[derive(Clone, Copy)]
struct Times {
    expansion: f64,
    total: f64,
}

impl Times {
    fn rest(self) -> f64 {
        self.total - self.expansion
    }
}

/// A package that depends on this checkout's `statusbook`.
struct Project(PathBuf);

impl Project {
    fn new(profile: &str) -> Result<Self> {
        let project =
            Project(Path::new(env!("CARGO_TARGET_TMPDIR")).join("statusbook-large-document"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").exists());
        let root = root.ok_or("no lock file")?;
        fs::create_dir_all(project.0.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"large-document\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nstatusbook = {{ path = '{}', features = [\"openapi\"] }}\n\n[workspace]\n\n{profile}",
            root.join("core").display()
        );
        fs::write(project.0.join("Cargo.toml"), manifest)?;
        fs::copy(root.join("Cargo.lock"), project.0.join("Cargo.lock"))?;
        Ok(project)
    }

    /// Checks a library, and takes the best time of each kind.
    fn check(&self, source: &str) -> Result<Times> {
        let mut best = Times {
            expansion: f64::MAX,
            total: f64::MAX,
        };
        for run in 0..=RUNS {
            // Another text each time: nothing is taken from the run before.
            fs::write(self.0.join("src/lib.rs"), format!("{source}// {run}\n"))?;
            let times = self.run()?;
            // The first run builds what the project needs.
            if run > 0 {
                best.expansion = best.expansion.min(times.expansion);
                best.total = best.total.min(times.total);
            }
        }
        Ok(best)
    }

    fn run(&self) -> Result<Times> {
        let output = Command::new(env!("CARGO"))
            .args([
                "rustc",
                "--profile",
                "check",
                "--offline",
                "--quiet",
                "--",
                "-Ztime-passes",
            ])
            .current_dir(&self.0)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .env("RUSTC_BOOTSTRAP", "1")
            .env_remove("RUSTFLAGS")
            .output()?;
        let said = String::from_utf8(output.stdout)? + &String::from_utf8(output.stderr)?;
        let time = |pass: &str| {
            let line = said
                .lines()
                .find(|line| line.split_whitespace().last() == Some(pass));
            let seconds = line.and_then(|line| {
                line.strip_prefix("time:")?
                    .split(';')
                    .next()?
                    .trim()
                    .parse()
                    .ok()
            });
            seconds
                .map(|seconds: f64| seconds * 1_000.0)
                .ok_or_else(|| format!("no `{pass}` in what rustc said:\n{said}"))
        };
        Ok(Times {
            expansion: time("macro_expand_crate")?,
            total: time("total")?,
        })
    }
}

fn yaml() -> String {
    let mut text = String::from("openapi: 3.1.0\ninfo:\n  title: Things\n  version: '1'\npaths:\n");
    for number in 0..OPERATIONS {
        let _ = write!(
            text,
            "  /things{number}/{{id}}:\n    get:\n      operationId: getThing{number}\n      summary: Finds a thing\n      \
             parameters:\n        - name: id\n          in: path\n          required: true\n      responses:\n"
        );
        for code in CODES {
            let _ = writeln!(
                text,
                "        '{code}':\n          description: What a {code} of thing {number} means"
            );
        }
    }
    text.push_str("components:\n  schemas:\n");
    for number in 0.. {
        if text.len() > BYTES {
            break;
        }
        let _ = write!(
            text,
            "    Thing{number}:\n      type: object\n      description: \"A thing, and what there is to know of it\"\n      \
             required:\n        - id\n      properties:\n        id:\n          type: string\n          \
             description: The thing's own name, which never changes as long as it lives\n          example: thing-{number}\n"
        );
    }
    text
}

fn json() -> String {
    let mut text = String::from("{\n  \"openapi\": \"3.1.0\",\n  \"paths\": {\n");
    for number in 0..OPERATIONS {
        let comma = if number == 0 { "" } else { ",\n" };
        let _ = write!(
            text,
            "{comma}    \"/things{number}/{{id}}\": {{\n      \"get\": {{\n        \"operationId\": \"getThing{number}\",\n        \
             \"summary\": \"Finds a thing\",\n        \"responses\": {{"
        );
        for (index, code) in CODES.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(
                text,
                "{comma}\n          \"{code}\": {{\n            \"description\": \"What a {code} of thing {number} means\"\n          }}"
            );
        }
        text.push_str("\n        }\n      }\n    }");
    }
    text.push_str("\n  },\n  \"components\": {\n    \"schemas\": {");
    for number in 0.. {
        if text.len() > BYTES {
            break;
        }
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}\n      \"Thing{number}\": {{\n        \"type\": \"object\",\n        \
             \"description\": \"A thing, and what there is to \\\"know\\\" of it\",\n        \"required\": [\"id\"],\n        \
             \"properties\": {{\n          \"id\": {{\n            \"type\": \"string\",\n            \
             \"description\": \"The thing's own name, which never changes as long as it lives\"\n          }}\n        }}\n      }}"
        );
    }
    text.push_str("\n    }\n  }\n}\n");
    text
}
