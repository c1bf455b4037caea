//! Compares a file with what the code can respond with.

use std::path::Path;
use std::{env, fs};

use super::Reference;

/// These markers begin and end the generated part of a file. Each is in a comment.
const BEGIN: &str = "statusbook:begin";
const END: &str = "statusbook:end";

impl Reference {
    /// Asserts that a file documents exactly what the code can respond with.
    ///
    /// The extension of the file decides the format: Markdown (`.md`), reStructuredText (`.rst`), or OpenAPI
    /// (`.yaml`, `.yml`, `.json`). A relative path begins at the folder of the package's `Cargo.toml`, where `cargo
    /// test` runs.
    ///
    /// The whole file is compared. If it has a comment with `statusbook:begin` and one with `statusbook:end`, only
    /// the lines between them are compared. In YAML, the part has the indentation of its first line.
    ///
    /// With the environment variable `BLESS`, the file is written instead.
    ///
    /// # Panics
    /// If the file differs, with the difference line by line. Also if the file cannot be read or written, or has
    /// another extension.
    #[track_caller]
    pub fn assert_written(&self, path: impl AsRef<Path>) {
        let path = path.as_ref();
        let shown = path.display();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let text = match extension.unwrap_or_default() {
            "md" | "markdown" => self.to_markdown(),
            "rst" => self.to_rst(),
            "yaml" | "yml" => self.to_openapi_yaml(),
            "json" => self.to_openapi_json(),
            _ => panic!(
                "{shown}: the file name must end in `.md`, `.rst`, `.yaml`, `.yml` or `.json`"
            ),
        };
        let is_blessed = env::var_os("BLESS").is_some();
        let found = match fs::read_to_string(path) {
            Ok(found) => found,
            Err(error) if is_blessed && error.kind() == std::io::ErrorKind::NotFound => {
                String::new()
            }
            Err(error) => panic!("{shown}: {error}; write it with `BLESS=1`"),
        };
        let wanted = match placed(&found, &text) {
            Ok(wanted) => wanted,
            Err(missing) => panic!("{shown}: `{missing}` is missing"),
        };
        // A checkout may have made other line ends.
        if found.replace("\r\n", "\n") == wanted {
            return;
        }
        if is_blessed {
            if let Err(error) = fs::write(path, wanted) {
                panic!("{shown}: {error}");
            }
            return;
        }
        panic!(
            "{shown} does not match what the code can respond with: `+` is missing, `-` is too much; write the file with `BLESS=1`\n{}",
            difference(&found, &wanted)
        );
    }
}

/// Returns the file with the text in its place.
fn placed(found: &str, text: &str) -> Result<String, &'static str> {
    let lines: Vec<&str> = found.lines().collect();
    let at = |mark: &str| lines.iter().position(|line| line.contains(mark));
    let (begin, end) = match (at(BEGIN), at(END)) {
        (Some(begin), Some(end)) if begin < end => (begin, end),
        (None, None) => return Ok(text.to_owned()),
        (None, _) | (Some(_), Some(_)) => return Err(BEGIN),
        (Some(_), None) => return Err(END),
    };
    let mut placed = String::new();
    let mut push = |line: &str| {
        placed.push_str(line);
        placed.push('\n');
    };
    let first = lines.get(begin).copied().unwrap_or_default();
    let indent = &first[..first.len() - first.trim_start().len()];
    lines.iter().take(begin + 1).for_each(|line| push(line));
    // Markup begins with an empty line: a comment right above would be part of it.
    let is_yaml = first.trim_start().starts_with('#');
    if !is_yaml {
        push("");
    }
    for line in text.lines() {
        push(&if line.is_empty() {
            String::new()
        } else {
            format!("{indent}{line}")
        });
    }
    if !is_yaml {
        push("");
    }
    lines.iter().skip(end).for_each(|line| push(line));
    Ok(placed)
}

/// Returns the lines that differ, with up to two lines around them.
fn difference(found: &str, wanted: &str) -> String {
    const AROUND: usize = 2;
    let (old, new): (Vec<&str>, Vec<&str>) = (found.lines().collect(), wanted.lines().collect());
    let start = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let rest = old.len().min(new.len()) - start;
    let end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(rest)
        .take_while(|(old, new)| old == new)
        .count();
    let mut out = String::new();
    let mut push = |sign: char, lines: &[&str]| {
        for line in lines {
            out.push(sign);
            out.push(' ');
            out.push_str(line);
            out.push('\n');
        }
    };
    push(' ', &old[start.saturating_sub(AROUND)..start]);
    for (sign, line) in changes(&old[start..old.len() - end], &new[start..new.len() - end]) {
        push(sign, &[line]);
    }
    push(
        ' ',
        &old[old.len() - end..(old.len() - end + AROUND).min(old.len())],
    );
    out
}

/// Returns the lines of both texts, common ones once: the longest common subsequence.
fn changes<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    /// For longer texts, every line is shown as changed, because the table of lengths would be large.
    const MOST: usize = 2_000;
    let mut changes = Vec::new();
    let (mut i, mut j) = (0, 0);
    if old.len().max(new.len()) <= MOST {
        let width = new.len() + 1;
        let mut lengths = vec![0_u16; (old.len() + 1) * width];
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                lengths[i * width + j] = if old[i] == new[j] {
                    lengths[(i + 1) * width + j + 1] + 1
                } else {
                    lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
                };
            }
        }
        while i < old.len() && j < new.len() {
            if old[i] == new[j] {
                changes.push((' ', old[i]));
                (i, j) = (i + 1, j + 1);
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                changes.push(('-', old[i]));
                i += 1;
            } else {
                changes.push(('+', new[j]));
                j += 1;
            }
        }
    }
    changes.extend(old[i..].iter().map(|line| ('-', *line)));
    changes.extend(new[j..].iter().map(|line| ('+', *line)));
    changes
}

#[cfg(test)]
mod tests {
    use super::{difference, placed};

    #[test]
    fn a_part_of_a_file_is_written() {
        let page = "# Status\n\n<!-- statusbook:begin -->\nold\n<!-- statusbook:end -->\n\nMore.\n";
        let wanted = "# Status\n\n<!-- statusbook:begin -->\n\n| 404 |\n\n<!-- statusbook:end -->\n\nMore.\n";
        assert_eq!(placed(page, "| 404 |\n").as_deref(), Ok(wanted));
        assert_eq!(placed(wanted, "| 404 |\n").as_deref(), Ok(wanted));
        let api = "a:\n  # statusbook:begin\n  # statusbook:end\nb: 1\n";
        assert_eq!(
            placed(api, "x:\n  y: 1\n").as_deref(),
            Ok("a:\n  # statusbook:begin\n  x:\n    y: 1\n  # statusbook:end\nb: 1\n")
        );
        assert_eq!(placed("anything", "all\n").as_deref(), Ok("all\n"));
        assert_eq!(
            placed("<!-- statusbook:begin -->\n", ""),
            Err("statusbook:end")
        );
        assert_eq!(
            placed("statusbook:end\nstatusbook:begin\n", ""),
            Err("statusbook:begin")
        );
    }

    #[test]
    fn a_difference_shows_what_changed() {
        let (old, new) = ("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nx\ne\ny\nf\ng\n");
        assert_eq!(
            difference(old, new),
            "  b\n  c\n- d\n+ x\n  e\n+ y\n  f\n  g\n"
        );
        let (old, new) = ("1\n2\n3\n4\nx\n5\n6\n7\n", "1\n2\n3\n4\ny\n5\n6\n7\n");
        assert_eq!(difference(old, new), "  3\n  4\n- x\n+ y\n  5\n  6\n");
        // As many lines stay as can.
        assert_eq!(
            difference("a\nb\nc\nb\nd\na\nb\n", "b\nd\nc\na\nb\na\n"),
            "- a\n  b\n- c\n- b\n  d\n+ c\n  a\n  b\n+ a\n"
        );
        assert_eq!(difference("", "a\n"), "+ a\n");
        assert_eq!(difference("a\na\n", "a\n"), "  a\n- a\n");
    }
}
