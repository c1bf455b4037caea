//! Compiles many small programs at once: each is a module of one crate, so that hundreds cost what one does.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What most programs see, whatever the framework: `Pet`, `Store`, errors and their aliases. The framework's part has `Json`, and
/// the error `Good`, which `POST /pets` documents.
const COMMON: &str = r#"
pub use serde::{Deserialize, Serialize};
status_table! { pub mod pets = "document.yaml"; pub mod edge { 404 "", 413 "", 415 "", 422 "", 429 "" } }
#[derive(Debug, Serialize, Deserialize)] pub struct Pet { pub name: String }
#[derive(Clone)] pub struct Store;
#[derive(Debug, ApiError)] #[api_error(table = pets)]
pub enum Bad { #[status(404, "a")] A, #[status(409, "b")] B }
#[derive(Debug, ApiError)] #[api_error(table = edge)]
pub enum Worse { #[status(429, "a")] A }
#[derive(Debug, ApiError)] #[api_error(table = pets)]
pub enum Outer { #[status(transparent)] A(#[from] Bad) }
pub type Outcome<T> = std::result::Result<T, Good>;
pub type Wrong<T> = std::result::Result<T, Bad>;
#[derive(ApiResponse)] pub enum One { #[status(201)] A(Json<Pet>), #[status(201)] B }
#[derive(ApiResponse)] pub enum Another { #[status(202)] A(Json<Pet>), #[status(201)] B }
"#;

/// One handler, with what it needs.
#[derive(Clone, Debug)]
pub struct Program {
    /// What it shows, for messages.
    pub name: String,
    /// The items of its module.
    pub source: String,
}

/// A program that a person wrote: what it shows, its items, and a part of each of its errors.
pub type Written = (&'static str, &'static str, &'static [&'static str]);

/// A crate that is checked as a whole.
pub struct Crate {
    /// Its name.
    pub name: &'static str,
    /// The lines below `[dependencies]`, but for statusbook's.
    pub dependencies: &'static str,
    /// The features of statusbook.
    pub features: &'static str,
    /// What every program sees.
    pub prelude: &'static str,
    /// The document, where it is not [`pets`].
    pub document: Option<String>,
}

impl Crate {
    /// The errors of each program, in the order of the programs.
    pub fn check(&self, programs: &[Program]) -> Vec<Vec<String>> {
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
        let root = target().join("tmp").join(self.name);
        let source = root.join("src");
        let _ = fs::remove_dir_all(&source);
        fs::create_dir_all(&source).expect("a folder");
        let workspace = workspace();
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
        let document = self.document.clone().unwrap_or_else(pets);
        fs::write(root.join("document.yaml"), document).expect("the document");
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}\nstatusbook = {{ path = '{}', features = [{}] }}\n",
            self.name,
            self.dependencies,
            workspace.join("core").display(),
            self.features,
        );
        fs::write(root.join("Cargo.toml"), manifest).expect("a manifest");
        let common = if self.prelude.is_empty() { "" } else { COMMON };
        let mut lib = format!("#![allow(warnings)]\n{}\n{common}\n", self.prelude);
        for (index, program) in programs.iter().enumerate() {
            writeln!(lib, "mod p{index};").expect("a string takes everything");
            let text = format!("//! {}\nuse crate::*;\n{}\n", program.name, program.source);
            fs::write(source.join(format!("p{index}.rs")), text).expect("a program");
        }
        fs::write(source.join("lib.rs"), lib).expect("a crate");
        root
    }
}

/// The number of the program that an error is in. What a macro wrote is where the macro is called.
fn program(message: &serde_json::Value) -> Option<usize> {
    let spans = message["spans"].as_array()?;
    let mut span = spans.iter().find(|span| span["is_primary"] == true)?;
    while span["expansion"].is_object() {
        span = &span["expansion"]["span"];
    }
    let file = span["file_name"].as_str()?.rsplit('/').next()?;
    file.strip_prefix('p')?.strip_suffix(".rs")?.parse().ok()
}

/// Asserts that each of the programs is refused with one error.
pub fn refused(all: &Crate, programs: &[Program]) {
    assert_errors(all, programs, |errors| errors.len() == 1);
}

/// Asserts that no program is refused.
pub fn accepted(all: &Crate, programs: &[Program]) {
    assert_errors(all, programs, <[String]>::is_empty);
}

/// Asserts that each program has the errors that stand beside it, and no others.
pub fn held(all: &Crate, written: &[Written]) {
    let program = |&(name, source, _): &Written| Program {
        name: name.to_owned(),
        source: source.to_owned(),
    };
    let programs: Vec<Program> = written.iter().map(program).collect();
    let errors = all.check(&programs);
    let mut wrong = BTreeMap::new();
    for ((name, _, expected), errors) in written.iter().zip(errors) {
        let found = |text: &&str| errors.iter().any(|error| error.contains(*text));
        if errors.len() != expected.len() || !expected.iter().all(found) {
            wrong.insert(name, (errors, expected));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        written.len()
    );
}

fn assert_errors(all: &Crate, programs: &[Program], expected: impl Fn(&[String]) -> bool) {
    println!("{} programs", programs.len());
    let errors = all.check(programs);
    let mut wrong = BTreeMap::new();
    for (program, errors) in programs.iter().zip(errors) {
        if !expected(&errors) {
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
pub struct Parts {
    /// What can be a success, and is undocumented.
    pub bad_successes: &'static [&'static str],
    /// What can be a success, and is documented.
    pub good_successes: &'static [&'static str],
    /// Errors that are undocumented.
    pub bad_errors: &'static [&'static str],
    /// Parameters that reject requests with what is undocumented.
    pub bad_extractors: &'static [&'static str],
    /// Parameters that do not say with what they reject requests.
    pub opaque_extractors: &'static [&'static str],
    /// The first two go into most programs.
    pub good_extractors: &'static [&'static str],
    /// What a handler returns that hides its status.
    pub opaque_outputs: &'static [&'static str],
    /// What hides or exceeds what a handler sends, and needs `declares(…)`.
    pub declared_outputs: &'static [&'static str],
    /// Above each handler.
    pub attribute: &'static str,
    /// A body that rejects requests with what only `edge` documents.
    pub large_body: &'static str,
    /// One of those statuses.
    pub never: u16,
}

impl Parts {
    /// Asserts that what is put together with one mistake is refused with one error, and without a mistake is accepted.
    pub fn hold(&self, all: &Crate) {
        let (hostile, correct) = (self.hostile(), self.correct());
        assert!(hostile.len() >= 100, "{}", hostile.len());
        assert!(correct.len() >= 40, "{}", correct.len());
        refused(all, &hostile);
        accepted(all, &correct);
    }

    /// Kinds of success × kinds of error × extractors × ways to hide a status, each with one mistake.
    pub fn hostile(&self) -> Vec<Program> {
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
    pub fn correct(&self) -> Vec<Program> {
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

/// The document of the pets.
pub fn pets() -> String {
    include_str!("../documents/pets.yaml").to_owned()
}

fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    root.canonicalize().expect("the workspace")
}

/// The folder that the running test was built into, where the frameworks are built already.
fn target() -> PathBuf {
    let test = env::current_exe().expect("a test");
    let target = test.ancestors().nth(3).expect("target/debug/deps/test");
    target.to_owned()
}
