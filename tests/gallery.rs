//! The gallery, `tests/ui/README.md`, shows every refusal with the message of the compiler.
//!
//! It is made from the cases in the folders below, and from the messages that are recorded and checked there.
//! `BLESS=1 cargo test --test gallery` writes it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = "tests/ui/README.md";

/// A folder of cases, and what they are about.
struct Chapter {
    folder: &'static str,
    title: &'static str,
    text: &'static str,
    /// The cases to begin with; the others follow by name.
    first: &'static [&'static str],
}

const CHAPTERS: &[Chapter] = &[
    Chapter {
        folder: "tests/ui/derive",
        title: "Error types",
        text: "`#[derive(ApiError)]` checks every `#[status(…)]` against the table, and reports all mistakes in one compile.",
        first: &[
            "undocumented",
            "several",
            "inner_error_that_is_not_covered",
            "exhaustive",
        ],
    },
    Chapter {
        folder: "tests/instances",
        title: "Generic error types",
        text: "An instance with an undocumented status. `cargo build` refuses every one, and `cargo check` those that an item names.",
        first: &["generic"],
    },
    Chapter {
        folder: "tests/ui/status",
        title: "`status!`",
        text: "A single status, checked against the table.",
        first: &["undocumented", "wrong_method"],
    },
    Chapter {
        folder: "tests/ui/table",
        title: "`status_table!`",
        text: "Input that cannot become a table.",
        first: &[],
    },
    Chapter {
        folder: "tests/documents/refused",
        title: "Documents",
        text: "Pages that cannot be read, or that can be read in two ways. The message begins with the place in the document.",
        first: &[],
    },
    Chapter {
        folder: "tests/documents/programs",
        title: "Service error codes",
        text: "Error types, checked against a page of service error codes.",
        first: &[],
    },
    Chapter {
        folder: "tests/openapi/programs",
        title: "OpenAPI",
        text: "Programs, checked against an OpenAPI document (feature `openapi`).",
        first: &["undocumented"],
    },
    Chapter {
        folder: "tests/openapi/documents/refused",
        title: "OpenAPI documents",
        text: "Documents that cannot be read.",
        first: &[],
    },
    Chapter {
        folder: "tests/ui/exhaustive",
        title: "Several types together",
        text: "Each documented error is used by one of the types, or is excepted.",
        first: &[],
    },
    Chapter {
        folder: "tests/ui/handles",
        title: "`#[handles]`",
        text: "A handler, checked against its operation. The message is at the type that causes it.",
        first: &["success", "error", "opaque", "exhaustive"],
    },
    Chapter {
        folder: "tests/handlers/axum/ui",
        title: "`#[handles]` and `router!` with axum",
        text: "The rejections of extractors, and a router whose paths come from the document.",
        first: &["rejection", "router_missing"],
    },
    Chapter {
        folder: "tests/ui/guard",
        title: "`guard!`",
        text: "A guard needs a document in which every operation documents an error.",
        first: &["page_without_errors"],
    },
    Chapter {
        folder: "tests/ui/body",
        title: "Bodies",
        text: "Bodies of your own.",
        first: &[],
    },
    Chapter {
        folder: "tests/ui/extension",
        title: "Extensions",
        text: "Extension members of the body.",
        first: &[],
    },
];

#[test]
fn the_gallery_shows_every_refusal() {
    let page = page();
    let path = root().join(PAGE);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &page).expect("the page");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let stale = written
        .lines()
        .zip(page.lines())
        .find(|(old, new)| old != new);
    assert!(
        written == page,
        "{PAGE} is out of date from {stale:?} on: write it with `BLESS=1 cargo test --test gallery`"
    );
}

/// A new folder of cases needs a chapter.
#[test]
fn no_recorded_message_is_left_out() {
    let mut folders = Vec::new();
    visit(&root().join("tests"), &mut folders);
    assert!(folders.len() > 3, "{folders:?}");
    for folder in folders {
        let has_chapter = CHAPTERS
            .iter()
            .any(|chapter| folder == root().join(chapter.folder));
        assert!(
            has_chapter,
            "{} has no chapter in the gallery",
            folder.display()
        );
    }
}

/// The folders that hold recorded messages.
fn visit(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in files(folder) {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            visit(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "stderr")
            && !found.iter().any(|known| known == folder)
        {
            found.push(folder.to_owned());
        }
    }
}

fn page() -> String {
    let mut page = String::from(
        "<!-- Made by `BLESS=1 cargo test --test gallery` from the cases beside it. Do not edit. -->\n\n\
         # What Statusbook refuses\n\n\
         Every mistake that Statusbook detects, with the message of rustc 1.95. `cargo test` checks the messages.\n\n",
    );
    let chapters: Vec<_> = CHAPTERS
        .iter()
        .map(|chapter| (chapter, cases(chapter)))
        .filter(|(_, cases)| !cases.is_empty())
        .collect();
    for (chapter, cases) in &chapters {
        writeln!(
            page,
            "- [{}](#{}): {}",
            chapter.title,
            anchor(chapter.title),
            cases.len()
        )
        .unwrap();
    }
    for (chapter, cases) in &chapters {
        write!(page, "\n## {}\n\n{}\n", chapter.title, chapter.text).unwrap();
        for case in cases {
            page.push_str(case);
        }
    }
    page
}

/// The sections of a chapter, one for each recorded message.
fn cases(chapter: &Chapter) -> Vec<String> {
    let folder = root().join(chapter.folder);
    let mut recorded: Vec<_> = files(&folder)
        .into_iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "stderr")
        })
        .collect();
    // A stable sort: the others keep their order.
    recorded.sort_by_key(|path| {
        let name = title(path);
        let place = chapter.first.iter().position(|first| *first == name);
        place.unwrap_or(usize::MAX)
    });
    recorded.iter().map(|path| case(path)).collect()
}

fn case(recorded: &Path) -> String {
    let message = readable(&fs::read_to_string(recorded).expect("a recorded message"));
    // `name.rs` has its message in `name.stderr`, and `name.md` in `name.md.stderr`.
    let source = recorded.with_extension("");
    let source = if source.exists() {
        source
    } else {
        recorded.with_extension("rs")
    };
    let language = source
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let bytes = fs::read(&source).expect("the case");
    let text = String::from_utf8_lossy(&bytes);
    let title = source
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .replace('_', " ");
    let fence = if text.contains("```") || message.contains("```") {
        "````"
    } else {
        "```"
    };
    format!(
        "\n### {title}\n\n{fence}{language}\n{}\n{fence}\n\n{fence}text\n{}\n{fence}\n",
        text.trim_end(),
        message.trim_end()
    )
}

/// The message with paths as a user sees them: the recorder puts a name in place of each folder.
fn readable(message: &str) -> String {
    let folders = ["$DIR/", "$WORKSPACE/", "$RUST/", "$CARGO/"];
    folders
        .iter()
        .fold(message.to_owned(), |text, folder| text.replace(folder, ""))
}

/// The name of a case, without any extension.
fn title(recorded: &Path) -> String {
    let name = recorded.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// How GitHub names a heading.
fn anchor(title: &str) -> String {
    let kept = title
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '_' | '-'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// What is in a folder, in the order of the names; nothing if it does not exist.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
