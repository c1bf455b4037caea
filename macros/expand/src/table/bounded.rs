//! Tests that the output of the macro grows linearly: a document of twice the size takes at most 2.2 times the work.

use std::path::Path;
use std::{env, fs};

use allocation_counter::measure;

use super::contents::{Contents, MOST_SIBLINGS, Operation};

#[allow(dead_code, reason = "read by the macro, not here")]
#[path = "../../../reader/tests/shared/mod.rs"]
mod shared;

/// The limit for twice the size, in hundredths.
const MOST: u64 = 220;

/// The path of a file in the folder for temporary files, relative to the manifest's folder.
fn written(name: &str, text: &str) -> String {
    let folder = env::temp_dir().join("statusbook-bounded");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join(format!("{}-{name}", std::process::id()));
    fs::write(&file, text).expect("a file");
    let up = Path::new(env!("CARGO_MANIFEST_DIR")).components().count() - 1;
    let file = file.strip_prefix("/").expect("an absolute path");
    format!("{}{}", "../".repeat(up), file.display())
}

#[cfg(unix)]
#[test]
fn twice_the_document_is_at_most_twice_the_work() {
    let mut wrong = Vec::new();
    for kind in shared::KINDS {
        let [one, two] = [300, 600].map(|size| {
            let path = written(kind.file, &kind.document(size));
            let input = quote::quote!([statusbook] pub mod table = #path;);
            let mut output = 0;
            let work = measure(|| output = super::expand(&input).to_string().len() as u64);
            [work.bytes_total, work.count_total, work.bytes_max, output]
        });
        let what = ["bytes", "allocations", "bytes at once", "letters of output"];
        for ((what, one), two) in what.iter().zip(one).zip(two) {
            let times = 100 * two / one.max(1);
            // A short output is an error, and has a number only once more.
            if times > MOST && two > 10_000 {
                wrong.push(format!(
                    "{}: {one} {what} become {two}, {times} %",
                    kind.name
                ));
            }
        }
    }
    fs::remove_dir_all(env::temp_dir().join("statusbook-bounded")).expect("the folder is ours");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// rustc follows the reference to them from each operation.
#[test]
fn operations_of_a_path_refer_to_few_others() {
    let operation = |number| Operation {
        name: quote::format_ident!("get_{number}"),
        id: String::new(),
        method: format!("M{number}"),
        path: "/pets".to_owned(),
        summary: String::new(),
        line: 1,
        document: None,
        contents: Contents::default(),
    };
    let mut contents = Contents::default();
    contents.operations.extend((0..100).map(operation));
    let (paths, of_operations) = contents.paths();
    assert_eq!(of_operations, [0; 100]);
    assert_eq!(paths[0].len(), MOST_SIBLINGS);
}
