//! Checks the README: the compiler's message, and the table of features.

mod support;

use support::Project;

const PROGRAM: &str = "\
use statusbook::{ApiError, status_table};

status_table! { pub mod vpn = \"docs/vpn.rst\"; }

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
pub enum GatewayError {
    #[status(418)]
    Teapot,
}

fn main() {}
";

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn its_first_screen_is_a_real_compile_error() {
    let readme = include_str!("../README.md");
    let start = readme.find("```text\n").expect("a message") + "```text\n".len();
    let end = start + readme[start..].find("```").expect("its end");

    let project = Project::new("statusbook-readme", &[]);
    project.write("docs/vpn.rst", include_str!("../core/tables/vpn.rst"));
    project.write("src/main.rs", PROGRAM);
    assert_eq!(project.cargo(&["check"]).errors(), readme[start..end]);
}

#[test]
fn its_table_of_features_has_every_feature() {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once("## Features").expect("a section");
    let (section, _) = rest.split_once("\n## ").expect("its end");
    let (_, features) = include_str!("../core/Cargo.toml")
        .split_once("[features]\n")
        .expect("features");
    let features = features.lines().take_while(|line| !line.starts_with('['));
    for feature in features.filter_map(|line| Some(line.split_once(" = ")?.0)) {
        let rows = section.lines().filter(|line| line.starts_with('|'));
        let mut names = rows.filter_map(|row| row.split('|').nth(1));
        assert!(
            names.any(|name| name.contains(&format!("`{feature}`"))),
            "no row of `{feature}`"
        );
    }
}
