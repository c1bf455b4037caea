//! The output of a command, and its exit status.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::screen::Screen;

/// The exit statuses, which the help lists too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing is wrong: 0.
    #[default]
    Fine,
    /// The command worked, and found something: a document that cannot be read, or a change that can break something: 1.
    Found,
    /// The command failed: 2, as for wrong arguments.
    Failed,
}

/// What a command prints, and its exit status.
#[derive(Default)]
pub(crate) struct Outcome {
    /// For the standard output.
    pub(crate) output: Screen,
    /// For the standard error: errors in a document that is shown anyway. A program that reads the output does not get them.
    pub(crate) problems: Screen,
    pub(crate) exit: Exit,
}

impl Outcome {
    /// Prints everything, in colours if the output is a terminal.
    pub(crate) fn print(self) -> ExitCode {
        let output = anstream::stdout().lock();
        let written = write(output, &self.output)
            .and_then(|()| write(anstream::stderr().lock(), &self.problems));
        match written {
            // The reader of the pipe has closed it, as `head` does.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let message = format!("cannot write the output: {error}\n");
                // If this cannot be written either, the exit status still tells.
                drop(anstream::stderr().write_all(message.as_bytes()));
                ExitCode::from(2)
            }
            _ => ExitCode::from(match self.exit {
                Exit::Fine => 0,
                Exit::Found => 1,
                Exit::Failed => 2,
            }),
        }
    }
}

fn write(mut to: impl Write, screen: &Screen) -> io::Result<()> {
    to.write_all(screen.as_str().as_bytes())?;
    to.flush()
}
