//! Compiles many small programs at once: each is a module of one crate, so that hundreds cost what one does.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// One handler, with what it needs.
pub(crate) struct Program {
    /// What it shows, for messages.
    pub(crate) name: String,
    /// The items of its module.
    pub(crate) source: String,
}

/// A crate that is checked as a whole.
pub(crate) struct Crate {
    /// Its name.
    pub(crate) name: &'static str,
    /// The lines below `[dependencies]`, but for statusbook's.
    pub(crate) dependencies: &'static str,
    /// The features of statusbook.
    pub(crate) features: &'static str,
    /// What every program sees.
    pub(crate) prelude: &'static str,
    /// The document, where it is not the tests' own.
    pub(crate) document: Option<String>,
}

impl Crate {
    /// The errors of each program, in the order of the programs.
    pub(crate) fn check(&self, programs: &[Program]) -> Vec<Vec<String>> {
        let root = self.write(programs);
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--quiet", "--message-format=json"])
            .env("CARGO_TARGET_DIR", target())
            .current_dir(&root)
            .output()
            .expect("cargo runs");
        let mut errors = vec![Vec::new(); programs.len()];
        let mut read = 0;
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let message: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let message = &message["message"];
            if message["level"] != "error" {
                continue;
            }
            read += 1;
            let text = message["message"].as_str().unwrap_or_default().to_owned();
            let Some(program) = program(message) else {
                assert!(
                    text.starts_with("aborting"),
                    "an error of no program: {message}"
                );
                continue;
            };
            errors[program].push(text);
        }
        let failed = !output.status.success();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!failed || read > 0, "{stderr}");
        errors
    }

    fn write(&self, programs: &[Program]) -> PathBuf {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(self.name);
        let source = root.join("src");
        let _ = fs::remove_dir_all(&source);
        fs::create_dir_all(&source).expect("a folder");
        let workspace = workspace();
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
        let document = self.document.clone().unwrap_or_else(pets);
        fs::write(root.join("pets.yaml"), document).expect("the document");
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}\nstatusbook = {{ path = '{}', features = [{}] }}\n",
            self.name,
            self.dependencies,
            workspace.join("core").display(),
            self.features,
        );
        fs::write(root.join("Cargo.toml"), manifest).expect("a manifest");
        let mut lib = format!("#![allow(warnings)]\n{}\n", self.prelude);
        for (index, program) in programs.iter().enumerate() {
            writeln!(lib, "mod p{index};").expect("a string takes everything");
            let text = format!("//! {}\nuse crate::*;\n{}\n", program.name, program.source);
            fs::write(source.join(format!("p{index}.rs")), text).expect("a program");
        }
        fs::write(source.join("lib.rs"), lib).expect("a crate");
        root
    }
}

/// The number of the program that an error is in.
fn program(message: &serde_json::Value) -> Option<usize> {
    let spans = message["spans"].as_array()?;
    let primary = spans.iter().find(|span| span["is_primary"] == true)?;
    let file = primary["file_name"].as_str()?.rsplit('/').next()?;
    file.strip_prefix('p')?.strip_suffix(".rs")?.parse().ok()
}

/// Asserts that each of the programs is refused with one error.
pub(crate) fn refused(all: &Crate, programs: &[Program]) {
    assert_errors(all, programs, 1);
}

/// Asserts that no program is refused.
pub(crate) fn accepted(all: &Crate, programs: &[Program]) {
    assert_errors(all, programs, 0);
}

fn assert_errors(all: &Crate, programs: &[Program], expected: usize) {
    println!("{} programs", programs.len());
    let errors = all.check(programs);
    let mut wrong = BTreeMap::new();
    for (program, errors) in programs.iter().zip(errors) {
        if errors.len() != expected {
            wrong.insert(&program.name, (errors, &program.source));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        programs.len()
    );
}

/// The parts that handlers of `POST /pets` are made of. The operation documents 201, 400 and 409.
pub(crate) struct Parts {
    pub(crate) bad_successes: &'static [&'static str],
    pub(crate) good_successes: &'static [&'static str],
    pub(crate) bad_errors: &'static [&'static str],
    pub(crate) bad_extractors: &'static [&'static str],
    pub(crate) opaque_extractors: &'static [&'static str],
    /// The first two go into most programs.
    pub(crate) good_extractors: &'static [&'static str],
    pub(crate) opaque_outputs: &'static [&'static str],
    /// What hides or exceeds what a handler sends, and needs `declares(…)`.
    pub(crate) declared_outputs: &'static [&'static str],
    /// Above each handler.
    pub(crate) attribute: &'static str,
    /// A body that rejects requests with what only `edge` documents, and one of those statuses.
    pub(crate) large_body: &'static str,
    pub(crate) never: u16,
}

impl Parts {
    /// Kinds of success × kinds of error × extractors × ways to hide a status, each with one mistake.
    pub(crate) fn hostile(&self) -> Vec<Program> {
        let (first, second) = (self.good_extractors[0], self.good_extractors[1]);
        let mut programs = Vec::new();
        let mut add = |options: &str, parameters: &[&str], output: &str| {
            programs.push(self.program(options, parameters, output));
        };
        for success in self.bad_successes {
            add("", &[], success);
            add("", &[first, second], &format!("Result<{success}, Good>"));
            add("", &[second], &format!("Outcome<{success}>"));
        }
        for error in self.bad_errors {
            for success in &self.good_successes[..4] {
                add("", &[second], &format!("Result<{success}, {error}>"));
            }
        }
        for extractor in self.bad_extractors {
            add("", &[extractor], "Created<String>");
            add("", &[first, extractor], "Result<Created<Json<Pet>>, Good>");
            let output = self.declared_outputs[0];
            add(", declares(201)", &[second, extractor], output);
        }
        for extractor in self.opaque_extractors {
            add("", &[extractor], "Created<String>");
            add("", &[second, extractor], "Outcome<Created<String>>");
        }
        for output in self.opaque_outputs {
            add("", &[], output);
            add("", &[second], output);
        }
        let (output, large) = (self.declared_outputs[0], self.large_body);
        add(", exhaustive", &[], "Created<String>");
        add(", exhaustive(except(400))", &[], "Created<String>");
        add(
            ", exhaustive(except(400, 409, 404))",
            &[],
            "Created<String>",
        );
        add(
            ", exhaustive(except(201, 400, 409))",
            &[],
            "Created<String>",
        );
        add(", never(413 = \"off\")", &[], "Created<String>");
        add(", never(409 = \"off\"), faults", &[], "Created<String>");
        add(", declares(201, 404)", &[], output);
        add(", faults", &[], "Created<Json<Pet>>");
        add(" | edge, never(429 = \"off\")", &[large], "Created<String>");
        programs
    }

    /// Programs that hold.
    pub(crate) fn correct(&self) -> Vec<Program> {
        let (first, second) = (self.good_extractors[0], self.good_extractors[1]);
        let mut programs = Vec::new();
        let mut add = |options: &str, parameters: &[&str], output: &str| {
            programs.push(self.program(options, parameters, output));
        };
        for success in self.good_successes {
            add("", &[], success);
            add("", &[first, second], &format!("Result<{success}, Good>"));
            add("", &[second], &format!("Outcome<{success}>"));
        }
        for extractor in &self.good_extractors[1..] {
            add("", &[first, extractor], "Result<Created<Json<Pet>>, Good>");
        }
        for output in self.declared_outputs {
            add(", declares(201, 409)", &[second], output);
        }
        let large = self.large_body;
        add(" | edge", &[large], "Created<Json<Pet>>");
        add(
            " | edge, exhaustive",
            &[large],
            "Result<Created<Json<Pet>>, Good>",
        );
        let never = format!(" | edge, never({} = \"checked before\")", self.never);
        add(&never, &[large], "Created<String>");
        add(", exhaustive(except(400, 409))", &[], "Created<String>");
        programs
    }

    fn program(&self, options: &str, parameters: &[&str], output: &str) -> Program {
        let parameters = parameters.join(", ");
        let body = match output {
            _ if !output.contains("impl ") => "todo!()",
            _ if output.starts_with("Result") => "Ok(String::new())",
            _ => "String::new()",
        };
        let attribute = self.attribute;
        let name = format!("{options} ({parameters}) -> {output}");
        let source = format!(
            "#[handles(pets::add_pet{options})]\n{attribute}\nasync fn add({parameters}) -> {output} {{ {body} }}\n"
        );
        Program { name, source }
    }
}

/// The tests' own document.
pub(crate) fn pets() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents/pets.yaml");
    fs::read_to_string(path).expect("the document")
}

fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    root.canonicalize().expect("the workspace")
}

/// The workspace's own, where the frameworks are built already.
fn target() -> PathBuf {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    temporary.parent().unwrap_or(temporary).to_owned()
}
