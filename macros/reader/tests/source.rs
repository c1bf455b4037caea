//! Opening documents: what is refused before a word is read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc,
    thread,
    time::Duration,
};

use statusbook_reader::source::{PAGE_LIMIT, load, resolve};

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the directory for tests is writable");
    path
}

fn refusal(path: &Path, limit: u64) -> String {
    load(path, limit)
        .expect_err("the document is refused")
        .to_string()
}

#[test]
fn a_mark_of_byte_order_is_not_text() {
    assert_eq!(
        load(&file("bom.md", b"\xef\xbb\xbf# Codes\n"), PAGE_LIMIT).as_deref(),
        Ok("# Codes\n")
    );
}

#[test]
fn bytes_that_are_not_text_are_refused_in_place() {
    let path = file(
        "latin1.md",
        "# Codes\n\n| 404 | caf\u{e9} |"
            .replace('\u{e9}', "\u{1}")
            .as_bytes(),
    );
    let bytes: Vec<u8> = fs::read(&path)
        .unwrap()
        .into_iter()
        .map(|byte| if byte == 1 { 0xe9 } else { byte })
        .collect();
    assert!(
        refusal(&file("latin1.md", &bytes), PAGE_LIMIT)
            .starts_with("3:12: the document is not UTF-8")
    );
    assert!(refusal(&file("utf16.md", b"\xff\xfe#\x00"), PAGE_LIMIT).contains("UTF-16"));
    let marked = file("latin1_with_a_mark.md", b"\xef\xbb\xbfcaf\xe9\n");
    assert!(refusal(&marked, PAGE_LIMIT).starts_with("1:4: the document is not UTF-8"));
}

/// The system makes it up while it is read, and says before that it has 0 bytes. Others like it wait until there is
/// something to say.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_the_system_makes_up_is_not_read() {
    let path = Path::new("/proc/self/status");
    assert_eq!(fs::metadata(path).map(|m| m.len()).ok(), Some(0));
    let said = refusal(path, PAGE_LIMIT);
    assert!(said.contains("empty"), "{said}");
    let link = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("messages.md");
    let _ = fs::remove_file(&link);
    std::os::unix::fs::symlink("/proc/kmsg", &link).expect("a link");
    let (sender, refusals) = mpsc::channel();
    thread::spawn(move || sender.send(refusal(&link, PAGE_LIMIT)));
    let said = refusals.recv_timeout(Duration::from_secs(20));
    assert!(said.is_ok(), "it is waited for");
}

/// Neither a file nor a folder.
#[cfg(unix)]
#[test]
fn a_device_is_refused() {
    let said = refusal(Path::new("/dev/zero"), PAGE_LIMIT);
    assert!(said.contains("not a regular file"), "{said}");
}

/// Nobody writes into it: to open it would be to wait for ever.
#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pipe.md");
    let _ = fs::remove_file(&path);
    let made = Command::new("mkfifo").arg(&path).status();
    assert!(made.is_ok_and(|made| made.success()), "no `mkfifo`");
    let (sender, refusals) = mpsc::channel();
    thread::spawn(move || sender.send(refusal(&path, PAGE_LIMIT)));
    let refusal = refusals.recv_timeout(Duration::from_secs(20));
    assert!(refusal.is_ok_and(|refusal| refusal.contains("not a regular file")));
}

#[test]
fn missing_empty_and_large_documents_and_directories_are_refused() {
    assert!(
        refusal(Path::new("no/such/page.md"), PAGE_LIMIT).contains("no such file")
            || refusal(Path::new("no/such/page.md"), PAGE_LIMIT).contains("no file")
    );
    assert!(refusal(Path::new(env!("CARGO_TARGET_TMPDIR")), PAGE_LIMIT).contains("directory"));
    assert!(refusal(&file("empty.md", b" \n"), PAGE_LIMIT).contains("empty"));
    assert!(refusal(&file("large.md", b"0123456789"), 9).contains("larger than 9 bytes"));
    assert!(load(&file("full.md", b"0123456789"), 10).is_ok());
}

#[test]
fn paths_are_relative_to_the_manifest() {
    let directory = Path::new("project");
    assert_eq!(
        resolve(directory, "../docs/page.md"),
        Ok(PathBuf::from("project/../docs/page.md"))
    );
    for absolute in [
        "/docs/page.md",
        "\\docs\\page.md",
        "C:\\docs\\page.md",
        "c:/docs/page.md",
    ] {
        assert!(
            resolve(directory, absolute)
                .is_err_and(|error| error.message.contains("absolute path")),
            "{absolute}"
        );
    }
    assert!(resolve(directory, " ").is_err());
}
