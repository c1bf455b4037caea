//! Reads files in commits from git.

use std::io::Read;
use std::process::{Command, Stdio};

use statusbook_reader::{DocError, source};

/// Reads a file in a commit. As in git, a path that begins with `./` is relative to the current directory, and any other path
/// is relative to the top of the repository.
pub(super) fn load(revision: &str, path: &str, limit: u64) -> Result<String, DocError> {
    let object = format!("{revision}:{path}");
    let failed = |reason: &str| DocError::whole(format!("git cannot read `{object}`: {reason}"));
    if revision.is_empty() {
        return Err(failed("write `git:REVISION:PATH`"));
    }
    let child = Command::new("git")
        // After `--end-of-options`, git does not read `object` as an option.
        .args(["cat-file", "blob", "--end-of-options", &object])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.map_err(|error| failed(&format!("cannot run it: {error}")))?;
    let mut bytes = Vec::new();
    if let Some(output) = child.stdout.take() {
        // One byte more than allowed, so that the reader refuses a file that is too large. Then the pipe closes.
        let read = output.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| failed(&error.to_string()))?;
    }
    let output = child
        .wait_with_output()
        .map_err(|error| failed(&error.to_string()))?;
    let is_too_large = u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit;
    if !output.status.success() && !is_too_large {
        let reason = String::from_utf8_lossy(&output.stderr);
        let reason = reason.lines().next().unwrap_or("it does not say why");
        return Err(failed(reason.trim_start_matches("fatal: ")));
    }
    source::decode(bytes, limit)
}
