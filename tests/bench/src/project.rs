//! A cargo project that is written, checked and timed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// A library with some dependencies, in a folder of its own.
pub struct Project {
    name: &'static str,
    folder: PathBuf,
}

impl Project {
    /// An empty library; `dependencies` are lines of its manifest, with `{core}` for the path of Statusbook.
    pub fn new(name: &'static str, dependencies: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = root.join("target/projects").join(name);
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let core = root.join("../../core");
        let dependencies = dependencies.replace("{core}", &core.to_string_lossy());
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
        let project = Project { name, folder };
        project.write("");
        project
    }

    /// Replaces the library.
    pub fn write(&self, source: &str) {
        fs::write(self.folder.join("src/lib.rs"), source).expect("a source");
    }

    /// A file beside the manifest.
    pub fn write_beside(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).expect("a file");
    }

    /// How long a command of cargo takes.
    ///
    /// # Panics
    /// If it fails.
    pub fn cargo(&self, arguments: &[&str]) -> Duration {
        self.time(self.command(arguments))
    }

    fn time(&self, mut command: Command) -> Duration {
        let start = Instant::now();
        let output = command.output().expect("cargo runs");
        let taken = start.elapsed();
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{}:\n{messages}",
            self.folder.display()
        );
        taken
    }

    /// How long the first `cargo check` of the library takes, its dependencies built.
    pub fn first_check(&self) -> Duration {
        self.cargo(&["clean", "--package", self.name]);
        self.cargo(&["check"])
    }

    /// How long the first build takes, its dependencies fetched but not built.
    ///
    /// Without incremental compilation, as cargo builds what comes from a registry: dependencies by path would pay for it.
    pub fn first_build(&self) -> Duration {
        let _ = fs::remove_dir_all(self.folder.join("target"));
        let mut command = self.command(&["build"]);
        command.env("CARGO_INCREMENTAL", "0");
        self.time(command)
    }

    /// How many crates are compiled.
    pub fn crates(&self) -> usize {
        let output = self
            .command(&["tree", "--prefix", "none", "--no-dedupe"])
            .output()
            .expect("cargo runs");
        let text = String::from_utf8_lossy(&output.stdout);
        let crates = text.lines().filter_map(|line| line.split(' ').next());
        crates.collect::<std::collections::BTreeSet<_>>().len() - 1
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder);
        command.env("CARGO_TARGET_DIR", self.folder.join("target"));
        for inherited in ["RUSTFLAGS", "RUSTC_WRAPPER", "CARGO_INCREMENTAL"] {
            command.env_remove(inherited);
        }
        command
    }
}

/// The fastest time of each contender, who take turns.
pub fn take_turns<const N: usize>(
    rounds: usize,
    mut turn: impl FnMut(usize, usize) -> Duration,
) -> [f64; N] {
    let mut fastest = [f64::INFINITY; N];
    for round in 0..rounds {
        for (contender, fastest) in fastest.iter_mut().enumerate() {
            *fastest = fastest.min(turn(contender, round).as_secs_f64());
        }
    }
    fastest
}
