//! The macros under every lint of rustc that is not an error anyway, denied and forbidden. A `forbid` refuses each `allow` of
//! generated code (E0453), so the macros write code that needs none.
//!
//! What strict crates ask of clippy is in the package `tests/lints`.

mod support;

use std::collections::BTreeSet;
use std::process::Command;

use support::Project;

/// The same shapes with nothing but the standard derives: what fails here is not ours to pass.
const STANDARD: &str = r#"
//! The standard derives.

use statusbook as _;

/// An error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Error<'name, Thing> {
    /// An old one.
    #[deprecated = "use `Missing`"]
    Old,
    /// Fields by name.
    Missing {
        /// Which one.
        name: &'name str,
    },
    /// A parameter.
    InUse(Thing),
}

/// A struct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wait<Thing: Copy> {
    /// How long.
    pub seconds: Thing,
}
"#;

/// What the router serves.
const PETS: &str = "\
# Pets

## GET /pets

| Status | Meaning               |
|--------|-----------------------|
| 200    | OK                    |
| 500    | Internal Server Error |

## POST /pets

| Status | Meaning               |
|--------|-----------------------|
| 201    | Created               |
| 500    | Internal Server Error |

## DELETE /pets/{id}

| Status | Meaning               |
|--------|-----------------------|
| 204    | No Content            |
| 500    | Internal Server Error |
";

#[test]
fn generated_code_passes_every_lint_that_the_standard_derives_pass() {
    let project = Project::new("statusbook-lints", &[]);
    let mut lints = lints();
    project.write("src/lib.rs", STANDARD);
    let refused = refused(&project, "-D", &lints);
    lints.retain(|lint| !refused.contains(lint));
    assert!(lints.len() > 150, "{} lints are left", lints.len());

    let guarded = Project::new("statusbook-lints-router", &["axum", "guard"]);
    guarded.depend("axum = { version = \"0.8\", default-features = false }");
    guarded.write("docs/pets.md", PETS);
    for (project, program) in [
        (project, include_str!("lints/program.rs")),
        (guarded, include_str!("lints/router.rs")),
    ] {
        project.write("src/lib.rs", program);
        for level in ["-D", "-F"] {
            let run = check(&project, level, &lints);
            assert!(run.succeeded(), "{level}:\n{}", run.errors());
        }
    }
}

/// The lints that are allowed or warn by default.
fn lints() -> Vec<String> {
    let help = Command::new("rustc").args(["-W", "help"]).output();
    let help = String::from_utf8(help.expect("rustc").stdout).expect("text");
    let lints: BTreeSet<_> = help
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (name, default) = (words.next()?, words.next()?);
            (matches!(default, "allow" | "warn") && name != "warnings").then(|| name.to_owned())
        })
        .collect();
    lints.into_iter().collect()
}

fn check(project: &Project, level: &str, lints: &[String]) -> support::Run {
    let mut arguments = vec!["rustc", "--lib", "--"];
    for lint in lints {
        arguments.extend([level, lint]);
    }
    project.cargo(&arguments)
}

/// The lints that a program does not pass.
fn refused(project: &Project, level: &str, lints: &[String]) -> BTreeSet<String> {
    let messages = check(project, level, lints).messages();
    let flag = format!("`{level} ");
    messages
        .split(&flag)
        .skip(1)
        .filter_map(|rest| rest.split('`').next().map(str::to_owned))
        .collect()
}
