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
    /// The command did its work, and found something: a document that is refused, a change that breaks. 1.
    Found,
    /// The command could not do its work: 2, as for wrong arguments.
    Failed,
}

/// What a command says.
#[derive(Default)]
pub(crate) struct Outcome {
    /// For the standard output.
    pub(crate) output: Screen,
    /// Errors of a document that is shown nevertheless. They are for the terminal, not for a program that reads the
    /// output.
    pub(crate) problems: Screen,
    pub(crate) exit: Exit,
}

impl Outcome {
    /// Writes everything, in colours where a terminal shows it.
    pub(crate) fn print(self) -> ExitCode {
        let output = anstream::stdout().lock();
        let written = write(output, &self.output)
            .and_then(|()| write(anstream::stderr().lock(), &self.problems));
        match written {
            // The reader of the pipe has closed it, as `head` does.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let message = format!("cannot write the output: {error}\n");
                // If this cannot be written either, the exit status says it.
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
