//! A cargo project of its own, for tests of the compiler's messages.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

/// A package that depends on this checkout's `statusbook`. All of them share a target directory, which is kept from
/// run to run, so that `statusbook` is built once.
pub(crate) struct Project {
    folder: PathBuf,
}

impl Project {
    /// An empty project of this name, which must be the test's own. `features` are those of `statusbook`.
    pub(crate) fn new(name: &str, features: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        for old in ["src", "docs"] {
            if folder.join(old).exists() {
                fs::remove_dir_all(folder.join(old)).expect("an old run's files");
            }
        }
        let project = Project { folder };
        let root = workspace();
        let core = root.join("core");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nstatusbook = {{ path = \"{}\", features = {features:?} }}\n\n[workspace]\n",
            core.display()
        );
        project.write("Cargo.toml", manifest);
        // The versions of this workspace, so that nothing is looked up.
        project.write(
            "Cargo.lock",
            fs::read(root.join("Cargo.lock")).expect("a lock file"),
        );
        project
    }

    /// Adds a line to the dependencies.
    pub(crate) fn depend(&self, line: &str) {
        let path = self.folder.join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("a manifest");
        let manifest = manifest.replace("[dependencies]\n", &format!("[dependencies]\n{line}\n"));
        fs::write(path, manifest).expect("a manifest");
    }

    /// Writes a file; its folder is made.
    pub(crate) fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, contents).expect("a file");
    }

    /// Gives a file another time of change.
    pub(crate) fn date(&self, path: &str, time: SystemTime) {
        let file = fs::File::options().write(true).open(self.folder.join(path));
        file.and_then(|file| file.set_modified(time))
            .expect("the file takes a time");
    }

    /// What is wrong with a program, which must not compile.
    pub(crate) fn refusal(&self, program: &str) -> String {
        self.write("src/main.rs", program);
        let run = self.cargo(&["check"]);
        assert!(!run.succeeded(), "this was accepted:\n{program}");
        run.errors()
    }

    /// Runs cargo in the project.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO"))
            .args(["--offline", "--quiet"])
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target())
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        Run(output)
    }
}

/// A program that reads a document in `docs`.
pub(crate) fn reading(document: &str) -> String {
    format!(
        "statusbook::status_table! {{\n    pub mod api = \"docs/{document}\";\n}}\n\n\
         fn main() {{\n    let _ = statusbook::status!(api, 404);\n}}\n"
    )
}

/// Compares what is wrong with every file of a folder, by name, with what is recorded beside it in `NAME.stderr`.
/// Where the variable `BLESS` is set it is recorded instead.
pub(crate) fn compare(folder: &str, refusal: impl Fn(&str, &Path) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).expect("the folder");
    let mut files: Vec<_> = files
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_none_or(|e| e != "stderr"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy();
        let found = refusal(&name, &file);
        let recorded = file.with_file_name(format!("{name}.stderr"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(recorded, found).expect("the message");
        } else if fs::read_to_string(recorded).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where projects are built.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("projects")
}

/// The folder of the workspace that the test belongs to.
fn workspace() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders
        .find(|folder| folder.join("Cargo.lock").exists())
        .expect("a lock file")
}

/// What cargo did.
pub(crate) struct Run(Output);

impl Run {
    /// Whether cargo was content.
    pub(crate) fn succeeded(&self) -> bool {
        self.0.status.success()
    }

    /// What cargo and the compiler said.
    pub(crate) fn messages(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    /// What is wrong with the project's own code: without warnings about other crates, and without the summary.
    pub(crate) fn errors(&self) -> String {
        let messages = self.messages();
        let own = messages
            .lines()
            .skip_while(|line| !line.starts_with("error"));
        let summary = [
            "error: could not compile",
            "For more information",
            "Some errors have detailed",
        ];
        let own = own.take_while(|line| !summary.iter().any(|start| line.starts_with(start)));
        own.collect::<Vec<_>>().join("\n").trim_end().to_owned() + "\n"
    }

    /// The standard output of the program.
    pub(crate) fn printed(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }
}
