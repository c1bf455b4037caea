//! What a response takes at run time: instructions and allocations, counted by valgrind, which must be installed.

use std::path::Path;
use std::process::Command;

/// How often a case runs: the difference is free of what comes before and after.
const FEW: u64 = 100;
const MANY: u64 = 1_100;

/// A case of `examples/gateway/benches/responses.rs`, and what it is compared with.
const CASES: [(&str, &str); 8] = [
    ("fixed-statusbook", "fixed-by-hand"),
    ("fixed-api-error", "fixed-by-hand"),
    ("fixed-problem-details", "fixed-by-hand"),
    ("formatted-statusbook", "formatted-by-hand"),
    ("formatted-api-error", "formatted-by-hand"),
    ("formatted-problem-details", "formatted-by-hand"),
    ("nested-statusbook", "nested-by-hand"),
    ("nested-api-error", "nested-by-hand"),
];

/// Counts, and prints the table.
pub fn measure() {
    let program = build();
    println!(
        "\n| response | by hand | instructions | allocations, by hand | allocations |\n|---|---|---|---|---|"
    );
    for (case, by_hand) in CASES {
        let (instructions, allocations) = count(&program, case);
        let (hand, hand_allocations) = count(&program, by_hand);
        let ratio = instructions / hand;
        println!("| {case} | 1 | {ratio:.2} | {hand_allocations:.0} | {allocations:.0} |");
        eprintln!("{case}: {instructions:.0} instructions, by hand {hand:.0}");
    }
}

/// The program with the cases.
fn build() -> String {
    let output = Command::new(env!("CARGO"))
        .args([
            "bench",
            "-p",
            "statusbook-gateway",
            "--bench",
            "responses",
            "--no-run",
        ])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .expect("cargo runs");
    let messages = String::from_utf8_lossy(&output.stderr);
    let executable = messages
        .lines()
        .find_map(|line| line.trim().strip_prefix("Executable "));
    let path = executable
        .and_then(|line| line.rsplit_once('('))
        .map(|(_, path)| path.trim_end_matches(')'));
    let path = path.unwrap_or_else(|| panic!("no program:\n{messages}"));
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
        .to_string_lossy()
        .into_owned()
}

/// Instructions and allocations of one response.
fn count(program: &str, case: &str) -> (f64, f64) {
    let of = |tool: &str, mark: &str| {
        let run = |times: u64| number_after(&valgrind(tool, program, case, times), mark);
        (run(MANY) - run(FEW)) / (MANY - FEW) as f64
    };
    (
        of("--tool=callgrind", "Collected :"),
        of("--tool=memcheck", "total heap usage:"),
    )
}

fn valgrind(tool: &str, program: &str, case: &str, times: u64) -> String {
    let mut command = Command::new("valgrind");
    command.arg(tool);
    if tool.ends_with("callgrind") {
        command.arg("--callgrind-out-file=/dev/null");
    }
    let output = command.args([program, case, &times.to_string()]).output();
    let output = output.expect("valgrind is installed");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn number_after(text: &str, mark: &str) -> f64 {
    let line = text
        .lines()
        .find_map(|line| line.split_once(mark))
        .map(|(_, rest)| rest.trim_start());
    let digits = line.map(|rest| rest.split(' ').next().unwrap_or_default().replace(',', ""));
    digits
        .and_then(|digits| digits.parse().ok())
        .unwrap_or_else(|| panic!("no `{mark}` in:\n{text}"))
}
