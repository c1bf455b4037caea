//! `cargo statusbook check`, and what every command has in common: exit statuses, help, colours, hostile documents.

mod support;

use std::process::{Command, Stdio};

use support::{Folder, Run};

const GOOD: &str =
    "| Status code | Description |\n|---|---|\n| 404 | No such pet |\n| 418 | Short and stout |\n";
const BAD: &str =
    "| Status code | Description |\n|---|---|\n| 404 | No such pet |\n| teapot | It is one |\n";
const API: &str = "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '404': { description: Gone }\n";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder
        .write("good.md", GOOD)
        .write("bad.md", BAD)
        .write("api.yaml", API);
    folder
}

#[test]
fn documents_that_can_be_read_are_counted() {
    let run = folder("check-good").run(&["check", "good.md", "api.yaml"]);
    assert_eq!(
        run.output,
        "good.md: ok, 2 status rows, 0 error codes\napi.yaml: ok, 1 operation, 1 response\n"
    );
    assert_eq!((run.status, run.problems.as_str()), (0, ""));
}

#[test]
fn each_document_that_is_refused_is_shown_with_its_reasons() {
    let run = folder("check-bad").run(&["check", "bad.md", "missing.md", "good.md"]);
    assert_eq!(run.status, 1);
    for part in [
        "bad.md: refused\n",
        "  --> bad.md:4:3\n",
        "missing.md: refused\n",
        "good.md: ok",
    ] {
        assert!(run.output.contains(part), "{part}: {}", run.output);
    }
}

#[test]
fn json_is_one_object_for_each_document() {
    let run = folder("check-json").run(&["check", "--json", "bad.md", "good.md"]);
    let lines: Vec<serde_json::Value> = run
        .output
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["ok"], false);
    assert_eq!(lines[0]["errors"][0]["line"], 4);
    assert_eq!((lines[1]["ok"].as_bool(), run.status), (Some(true), 1));
}

#[test]
fn annotations_stand_at_the_lines() {
    let folder = folder("check-github");
    folder.write(
        "odd.md",
        "| Status code | Description |\n|---|---|\n| 404 | No such pet |\n| 498 | Who knows |\n",
    );
    let run = folder.run(&["check", "--github", "bad.md", "odd.md", "good.md"]);
    let lines: Vec<&str> = run.output.lines().collect();
    assert!(
        lines[0].starts_with("::error file=bad.md,line=4,col=3,title=document refused::`teapot`"),
        "{}",
        run.output
    );
    assert!(
        lines[1].starts_with("::warning file=odd.md,line=4,col=3,title=worth a look::"),
        "{}",
        run.output
    );
    assert_eq!((lines.len(), run.status), (2, 1));
}

#[test]
fn cargo_and_a_shell_start_the_same_program() {
    let folder = folder("check-both");
    let by_shell = folder.run(&["check", "good.md"]);
    let by_cargo = folder.run(&["statusbook", "check", "good.md"]);
    assert_eq!((by_cargo.status, &by_cargo.output), (0, &by_shell.output));
}

#[test]
fn wrong_arguments_say_what_to_do() {
    let folder = folder("check-arguments");
    for (arguments, part) in [
        (&[][..], "Usage: cargo statusbook"),
        (&["inspct"], "inspect"),
        (&["inspect"], "<FILE>"),
        (
            &["inspect", "good.md", "bad.md"],
            "unexpected argument 'bad.md'",
        ),
        (&["inspect", "good.md", "--sektion"], "--section"),
        (
            &["inspect", "api.yaml", "--section=Codes"],
            "`--codes` are for pages",
        ),
        (
            &["inspect", "good.md", "--operations=get*"],
            "`--operations` is for OpenAPI documents",
        ),
        (
            &["inspect", "api.yaml", "--columns=status=Code"],
            "`--codes` are for pages",
        ),
        (
            &["check", "good.md", "--columns=Code"],
            "write `status=HEADING`",
        ),
        (
            &["inspect", "good.md", "--codes=api.yaml"],
            "`--codes` is for a page",
        ),
        (
            &["check", "api.yaml", "--section=Codes"],
            "`--codes` are for pages",
        ),
        (
            &["diff", "api.yaml", "api.yaml", "--columns=status=Code"],
            "`--codes` are for pages",
        ),
        (
            &["report", "good.md", "--operations=get*"],
            "`--operations` is for OpenAPI documents",
        ),
        (&["check"], "<FILE>"),
        (
            &["check", "good.md", "--json", "--github"],
            "cannot be used with",
        ),
        (&["diff", "good.md"], "<NEW>"),
    ] {
        let run = folder.run(arguments);
        assert!(
            run.status == 2 && run.output.is_empty() && run.problems.contains(part),
            "{arguments:?}: {run:?}"
        );
    }
}

/// Paths start in the current directory here, and at the manifest in `status_table!`.
#[test]
fn a_path_that_is_not_a_file_says_what_to_write() {
    let folder = folder("check-missing");
    folder.write("bytes.md", b"| Status code \xff |\n");
    for (file, sentence) in [
        (
            "missing.md",
            "there is no such file; a relative path starts in the current directory",
        ),
        ("-", "the standard input is not read: name a file"),
        ("git:HEAD", "write `git:REVISION:PATH`"),
        ("git::good.md", "write `git:REVISION:PATH`"),
        (
            "git:no-such-revision:good.md",
            "git cannot read `no-such-revision:good.md`: ",
        ),
        (".", "this is a directory; name a document in it"),
        ("bytes.md", "the document is not UTF-8"),
    ] {
        for command in ["inspect", "check", "report"] {
            let run = folder.run(&[command, file]);
            let said = run.output + &run.problems;
            assert!(said.contains(sentence), "{command} {file}: {said}");
            // There is no line to quote.
            assert!(!said.contains(" |\n"), "{command} {file}: {said}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error_with_a_reason() {
    let folder = folder("check-full");
    let full = std::fs::File::options().write(true).open("/dev/full");
    let run = folder
        .command()
        .args(["inspect", "good.md"])
        .stdout(full.expect("a device that is always full"))
        .output();
    let run = Run::of(&run.expect("the program starts"));
    assert_eq!(run.status, 2);
    assert!(
        run.problems.starts_with("cannot write the output: "),
        "{}",
        run.problems
    );
}

#[test]
fn help_and_version_are_not_errors() {
    let folder = folder("check-help");
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["help", "diff"],
        &["inspect", "--help"],
        &["statusbook", "--version"],
    ] {
        let run = folder.run(arguments);
        assert!(
            run.status == 0 && !run.output.is_empty() && run.problems.is_empty(),
            "{arguments:?}: {run:?}"
        );
    }
    let run = folder.run(&["help"]);
    for part in ["inspect", "check", "diff", "completions", "Exit status"] {
        assert!(run.output.contains(part), "{part}: {}", run.output);
    }
}

#[test]
fn every_shell_has_completions() {
    let folder = folder("check-completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = folder.run(&["completions", shell]);
        assert!(
            run.status == 0 && run.output.contains("github"),
            "{shell}: {run:?}"
        );
    }
    // A shell takes what it is given, and completes the options of a subcommand.
    folder.write(
        "completions.bash",
        folder.run(&["completions", "bash"]).output,
    );
    let typed = "source completions.bash; COMP_WORDS=(cargo-statusbook diff --al); COMP_CWORD=2; \
        _cargo__statusbook cargo-statusbook --al diff; echo \"${COMPREPLY[@]}\"";
    let bash = Command::new("bash")
        .args(["-c", typed])
        .current_dir(folder.path())
        .output();
    assert_eq!(Run::of(&bash.expect("bash")).output, "--allow\n");
    // If fish is installed, it completes both names of the command, and the shells.
    folder.write("all.fish", folder.run(&["completions", "fish"]).output);
    for (typed, completed) in [
        ("cargo-statusbook diff --js", "--json\tPrint JSON\n"),
        ("cargo statusbook diff --js", "--json\tPrint JSON\n"),
        ("cargo statusbook completions z", "zsh\n"),
    ] {
        let line = format!("source all.fish; complete -C '{typed}'");
        let mut fish = Command::new("fish");
        let fish = fish.args(["--no-config", "-c", &line]);
        if let Ok(fish) = fish.current_dir(folder.path()).output() {
            assert_eq!(Run::of(&fish).output, completed, "{typed}");
        }
    }
}

#[test]
fn colours_are_for_terminals() {
    let folder = folder("check-colours");
    for arguments in [
        ["check", "bad.md"],
        ["inspect", "good.md"],
        ["inspect", "bad.md"],
    ] {
        let plain = folder.run(&arguments);
        assert!(!plain.output.contains('\u{1b}'), "{}", plain.output);
        let coloured = folder.run(&[&arguments[..], &["--color=always"]].concat());
        assert!(coloured.output.contains("\u{1b}["), "{}", coloured.output);
        let by_variable = folder
            .command()
            .args(arguments)
            .env("CARGO_TERM_COLOR", "always")
            .output();
        assert_eq!(
            Run::of(&by_variable.expect("the program starts")).output,
            coloured.output
        );
        // The text is the same.
        assert_eq!(
            anstream::adapter::strip_str(&coloured.output).to_string(),
            plain.output
        );
    }
}

#[test]
fn nothing_in_a_document_commands_the_terminal() {
    let folder = Folder::new("check-hostile");
    let evil = "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{202e}desrever\u{2066}\u{200f}";
    folder.write("evil.md", format!("# {evil}\n\n| Status code | {evil} |\n|---|---|\n| 404 {evil} | {evil} |\n| 498 | x |\n"));
    folder.write(
        "bad.md",
        format!(
            "| Status code | Description |\n|---|---|\n| {evil} | {evil} |\n| 404 | {evil} |\n"
        ),
    );
    let quoted = serde_json::to_string(evil).expect("a text");
    let path = serde_json::to_string(&format!("/{evil}")).expect("a text");
    folder.write(
        "evil.json",
        format!("{{\"openapi\": \"3.0.0\", \"info\": {{\"title\": {quoted}}}, \"paths\": {{{path}: {{\"get\": {{\"operationId\": {quoted}, \"responses\": {{\"404\": {{\"description\": {quoted}}}, {quoted}: {{}}}}}}}}}}}}"),
    );
    folder.write(
        "evil.yaml",
        format!("openapi: 3.0.0\npaths:\n  /a:\n    get: [{evil}\n"),
    );
    let active = |text: &str| {
        text.chars().any(|c| (c.is_control() && c != '\n') || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    };
    for file in ["evil.md", "bad.md", "evil.json", "evil.yaml"] {
        for arguments in [
            &["inspect", file][..],
            &["inspect", file, "--json"],
            &["check", file],
            &["check", file, "--json"],
            &["check", file, "--github"],
            &["diff", "evil.md", file],
            &["diff", "evil.json", file, "--github"],
        ] {
            let run = folder.run(arguments);
            assert!(
                !active(&run.output) && !active(&run.problems),
                "{arguments:?}: {run:?}"
            );
        }
    }
}

/// A line of its own could be a command to the CI that shows it.
#[test]
fn the_name_of_a_document_stays_on_its_line() {
    let folder = folder("check-name");
    let name = "a\n::error::b.md";
    folder.write(name, BAD);
    for command in ["check", "inspect"] {
        let run = folder.run(&[command, name]);
        assert_eq!(run.status, 1);
        assert!(!run.output.contains("\n::error"), "{}", run.output);
    }
    let run = folder.run(&["diff", name, name]);
    assert!(!run.problems.contains("\n::error"), "{}", run.problems);
}

#[test]
fn no_file_is_too_odd() {
    let folder = Folder::new("check-odd");
    folder
        .write("empty.md", "")
        .write("nul.md", "\0\0")
        .write("bytes.md", [0xff, 0xfe, 0x00])
        .write("half.md", b"| 404 \xc3");
    folder
        .write("deep.json", "[".repeat(100_000))
        .write("deep.yaml", "- ".repeat(50_000))
        .write("text.yaml", "404");
    folder.write(
        "wide.md",
        format!(
            "| Status code |{}\n|---|{}\n| 404 |{}\n",
            " a |".repeat(5_000),
            "---|".repeat(5_000),
            " b |".repeat(5_000)
        ),
    );
    folder.write("folder.md/inside", "");
    let files = [
        "empty.md",
        "nul.md",
        "bytes.md",
        "half.md",
        "deep.json",
        "deep.yaml",
        "text.yaml",
        "wide.md",
        "folder.md",
        "/dev/null",
        "git::x.md",
        "git:-:x",
        "",
    ];
    for file in files {
        for arguments in [
            &["inspect", file][..],
            &["inspect", file, "--json"],
            &["check", file],
            &["diff", file, file],
        ] {
            let run = folder.run(arguments);
            // A page may be odd and in order.
            assert!(
                run.status <= 2 && (run.status > 0 || file == "wide.md"),
                "{arguments:?}: {run:?}"
            );
            assert!(
                !(run.problems.contains("panicked")
                    || run.output.is_empty() && run.problems.is_empty()),
                "{arguments:?}: {run:?}"
            );
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_not_an_error() {
    let folder = folder("check-pipe");
    let rows = "| 404 | One cause of many |\n".repeat(20_000);
    folder.write(
        "long.md",
        format!("| Status code | Description |\n|---|---|\n{rows}"),
    );
    let mut child = folder
        .command()
        .args(["inspect", "long.md"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}
