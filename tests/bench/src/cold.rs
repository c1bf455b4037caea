//! What a first build of a crate with its dependencies takes.

use crate::project::{Project, take_turns};

/// `statusbook` with its default features against `thiserror` and `http`.
pub fn measure() {
    let contenders = [
        Project::new("cold_statusbook", "statusbook = { path = \"{core}\" }"),
        Project::new("cold_thiserror", "thiserror = \"2\"\nhttp = \"1\""),
    ];
    for project in &contenders {
        project.cargo(&["fetch"]);
    }
    let [ours, theirs] = take_turns(3, |one, _| contenders[one].first_build());
    println!("\n| first build | thiserror + http | statusbook |\n|---|---|---|");
    println!("| time | 1 | {:.2} |", ours / theirs);
    println!(
        "| crates | {} | {} |",
        contenders[1].crates(),
        contenders[0].crates()
    );
    eprintln!("cold: statusbook {ours:.2} s, thiserror + http {theirs:.2} s");
}
