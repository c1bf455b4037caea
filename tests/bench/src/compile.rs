//! What `cargo check` takes.

use crate::project::{Project, take_turns};
use crate::sources::{self, Kind};

const ROUNDS: usize = 3;

const KINDS: [(&str, Kind); 3] = [
    ("unit", Kind::Unit),
    ("formatted", Kind::Formatted),
    ("sources", Kind::Sources),
];

const SIZES: [usize; 3] = [10, 100, 1_000];

type Write = fn(Kind, usize) -> String;

/// The three ways to the same error type, their dependencies built.
fn contenders() -> [(Project, Write); 3] {
    const SERDE: &str = "bytes = \"1\"\nhttp = \"1\"\nserde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\nthiserror = \"2\"";
    let contenders: [(Project, Write); 3] = [
        (
            Project::new("statusbook_one", "statusbook = { path = \"{core}\" }"),
            sources::statusbook,
        ),
        (Project::new("by_hand", SERDE), sources::by_hand),
        (
            Project::new(
                "api_error_one",
                "api-error = { version = \"0.1\", features = [\"axum\"] }\naxum-core = \"0.5\"\nhttp = \"1\"\nserde_json = \"1\"\nthiserror = \"2\"",
            ),
            sources::api_error,
        ),
    ];
    for (project, _) in &contenders {
        project.cargo(&["check"]);
    }
    contenders
}

/// Enums of 10, 100 and 1,000 variants: the first check of their library, and that without what an empty one takes; and the
/// check after a change that does not concern the enum, for which rustc remembers all but what the macros print.
pub fn variants() {
    let contenders = contenders();
    let empty: [f64; 3] = take_turns(ROUNDS, |one, _| {
        contenders[one].0.write("");
        contenders[one].0.first_check()
    });
    println!("{HEAD}");
    for (name, kind) in KINDS {
        let mut hundred = [0.0; 3];
        for size in SIZES {
            let taken: [f64; 3] = take_turns(ROUNDS, |one, _| {
                let (project, write) = &contenders[one];
                project.write(&write(kind, size));
                project.first_check()
            });
            row(size, name, taken);
            eprintln!("{size} {name}: {taken:.3?} s");
            if size == 100 {
                hundred = taken;
            } else if size == 1_000 {
                let alone: [f64; 3] = std::array::from_fn(|one| taken[one] - empty[one]);
                row(size, &format!("{name}, less an empty library"), alone);
                let [ours, hand, other] = std::array::from_fn(|one| taken[one] / hundred[one]);
                println!("| 1,000 : 100 | {name} | {hand:.1} | {ours:.1} | {other:.1} |");
            }
        }
    }
    println!("{HEAD}");
    for (name, kind) in KINDS {
        for size in SIZES {
            let again: [f64; 3] = take_turns(ROUNDS + 1, |one, round| {
                let (project, write) = &contenders[one];
                project.write(&format!("// {round}\n{}", write(kind, size)));
                project.cargo(&["check"])
            });
            row(size, name, again);
            eprintln!("{size} {name}, again: {again:.3?} s");
        }
    }
}

const HEAD: &str = "\n| variants | | thiserror + by hand | statusbook | thiserror + api-error |\n|---|---|---|---|---|";

fn row(size: usize, name: &str, [ours, hand, other]: [f64; 3]) {
    println!(
        "| {size} | {name} | 1 | {:.2} | {:.2} |",
        ours / hand,
        other / hand
    );
}

/// 2,000 functions that name a status: unchecked, by the check without the macro, and by `status!`.
pub fn calls() {
    const COUNT: usize = 2_000;
    let project = Project::new("calls", "statusbook = { path = \"{core}\" }");
    project.cargo(&["check"]);
    let write: [fn(&'static str, u16) -> String; 3] = [
        |name, _| format!("statusbook::http::StatusCode::{name}"),
        |_, code| {
            format!(
                "const STATUS: statusbook::Status = statusbook::__private::check::documented(statusbook::vpn::TABLE, {code});\n    STATUS"
            )
        },
        |_, code| format!("statusbook::status!(statusbook::vpn, {code})"),
    ];
    let [plain, checked, called] = take_turns(ROUNDS, |one, _| {
        project.write(&sources::calls(COUNT, write[one]));
        project.first_check()
    });
    println!(
        "\n| {COUNT} × | `http::StatusCode::…` | const check, no macro | `status!` |\n|---|---|---|---|"
    );
    println!(
        "| `cargo check` | 1 | {:.2} | {:.2} |",
        checked / plain,
        called / plain
    );
    eprintln!("calls: plain {plain:.3} s, checked {checked:.3} s, status! {called:.3} s");
}

/// 500 handlers of three extractors: without `#[handles]`, and held to their operation.
pub fn handlers() {
    const COUNT: usize = 500;
    let project = Project::new(
        "handlers",
        "axum = { version = \"0.8\", default-features = false, features = [\"json\"] }\nserde = { version = \"1\", features = [\"derive\"] }\nstatusbook = { path = \"{core}\", features = [\"axum\"] }",
    );
    project.cargo(&["check"]);
    let [plain, held] = take_turns(ROUNDS + 2, |one, _| {
        project.write(&sources::handlers(COUNT, one == 1));
        project.first_check()
    });
    let each = (held - plain) * 1e3 / COUNT as f64;
    println!("\n| {COUNT} handlers | without `#[handles]` | with it |\n|---|---|---|");
    println!("| `cargo check` | 1 | {:.2} |", held / plain);
    eprintln!("handlers: {plain:.3} s, held {held:.3} s, {each:.2} ms more for each");
}

/// Ten modules of 100 variants, of which one changes.
pub fn rebuild() {
    let contenders = contenders();
    let taken: [f64; 3] = take_turns(ROUNDS + 1, |one, round| {
        let (project, write) = &contenders[one];
        let modules = |changed: usize| {
            let module = |number| {
                let text = write(Kind::Formatted, 100);
                let text = if number == 5 {
                    text.replace("way 50", &format!("manner {changed}"))
                } else {
                    text
                };
                format!("pub mod m{number} {{\n{text}}}\n")
            };
            (0..10).map(module).collect::<String>()
        };
        project.write(&modules(round));
        project.cargo(&["check"]);
        project.write(&modules(round + 100));
        project.cargo(&["check"])
    });
    let [ours, hand, other] = taken;
    println!(
        "\n| 10 × 100 variants, one touched | thiserror + by hand | statusbook | thiserror + api-error |\n|---|---|---|---|"
    );
    println!(
        "| `cargo check` again | 1 | {:.2} | {:.2} |",
        ours / hand,
        other / hand
    );
    eprintln!("rebuild: statusbook {ours:.3} s, by hand {hand:.3} s, api-error {other:.3} s");
}
