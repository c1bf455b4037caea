//! Runs the program as a shell does.
#![allow(dead_code, reason = "each test program uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use serde_json::Value;

/// A directory of its own for a test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("cargo-statusbook")
            .join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("an old run's files");
        }
        fs::create_dir_all(&path).expect("the directory for tests is writable");
        // Paths of `status_table!` start here.
        fs::write(path.join("Cargo.toml"), "").expect("the directory is writable");
        Folder(path)
    }

    /// Writes a file; its directory is made.
    pub(crate) fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a directory")).expect("the directory is writable");
        fs::write(path, contents).expect("the directory for tests is writable");
        self
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Runs the program here.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let output = self
            .command()
            .args(arguments)
            .output()
            .expect("the program starts");
        Run::of(&output)
    }

    /// The program, to be started here.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-statusbook"));
        command
            .current_dir(&self.0)
            .env_remove("CARGO_TERM_COLOR")
            .env_remove("CLICOLOR_FORCE");
        command
    }

    /// Runs git here, with nothing of the machine's settings.
    pub(crate) fn git(&self, arguments: &[&str]) {
        let run = Command::new("git")
            .args([
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "init.defaultBranch=main",
            ])
            .args(arguments)
            .current_dir(&self.0)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .output()
            .expect("git runs");
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
    }
}

/// What the program did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) output: String,
    pub(crate) problems: String,
}

impl Run {
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Run {
            status: output.status.code().expect("the program ends by itself"),
            output: text(&output.stdout),
            problems: text(&output.stderr),
        }
    }
}

/// The changes as `(kind, operation, codes, breaks, old line, new line)`.
pub(crate) fn changes(run: &Run) -> Vec<(String, String, String, String, u64, u64)> {
    let object: Value =
        serde_json::from_str(&run.output).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    let texts = |value: &Value| {
        let texts = value.as_array().expect("a list").iter();
        texts
            .map(|text| text.as_str().expect("a text"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let changes = object["changes"].as_array().expect("a list").iter();
    changes
        .map(|change| {
            (
                change["kind"].as_str().expect("a kind").to_owned(),
                change["operation"].as_str().unwrap_or_default().to_owned(),
                texts(&change["codes"]),
                texts(&change["breaks"]),
                change["old"]["line"].as_u64().unwrap_or_default(),
                change["new"]["line"].as_u64().unwrap_or_default(),
            )
        })
        .collect()
}
