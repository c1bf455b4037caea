//! Files that a document refers to: where they may lie, also once links are followed.

use std::fs;
use std::path::{Path, PathBuf};

use statusbook_reader::source::{API_LIMIT, load_beside};

/// A folder of its own: a crate, a folder `common` beside it, and a file above both.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (file, text) in [
        ("secret.yaml", "secret"),
        ("common/api/pets.yaml", "pets"),
        ("crate/docs/pets.yaml", "own pets"),
        ("crate/src/lib.yaml", "secret"),
    ] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

#[test]
fn a_document_outside_of_the_crate_has_its_files_there() {
    let folder = folder("beside-common");
    let load = |document: &str, file: &str| {
        load_beside(&folder.join("crate"), document, file, API_LIMIT).map_err(|e| e.message)
    };
    assert_eq!(
        load("../common/api.yaml", "../common/api/pets.yaml").as_deref(),
        Ok("pets")
    );
    assert_eq!(
        load("docs/api.yaml", "docs/pets.yaml").as_deref(),
        Ok("own pets")
    );
    assert_eq!(
        load("docs/api.yaml", "docs/nowhere.yaml").unwrap_err(),
        "there is no such file"
    );
    for (document, file) in [
        ("docs/api.yaml", "../secret.yaml"),
        ("docs/api.yaml", "src/lib.yaml"),
        ("../common/api.yaml", "docs/pets.yaml"),
        ("../common/api.yaml", "../secret.yaml"),
    ] {
        let elsewhere = load(document, file).unwrap_err();
        assert!(
            elsewhere.contains("not below the folder"),
            "{file}: {elsewhere}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_no_further_than_a_path() {
    let folder = folder("beside-links");
    let link = folder.join("crate/docs/link.yaml");
    let _ = fs::remove_file(&link);
    std::os::unix::fs::symlink(folder.join("secret.yaml"), &link).expect("a link");
    let load =
        |document: &str| load_beside(&folder.join("crate"), document, "docs/link.yaml", API_LIMIT);
    let error = load("docs/api.yaml").unwrap_err();
    assert!(
        error
            .message
            .contains("a symbolic link leads out of that folder"),
        "{error}"
    );
    // The folder of this document holds both.
    assert_eq!(load("../api.yaml").as_deref(), Ok("secret"));
}
