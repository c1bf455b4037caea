//! Reads what the code can send and what its tests exercised, from the JSON that the test helpers of `statusbook` write.

use std::fs;

use serde_json::Value;

/// Everything that the files say, by operation.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// `None` if no file says what the code can send.
    pub(super) sent: Option<Vec<Operation<Sent>>>,
    /// `None` if no file says what was exercised.
    pub(super) seen: Option<Vec<Operation<u64>>>,
}

/// An operation with its statuses, each with a fact. The name is empty for statuses that belong to no operation.
#[derive(Debug)]
pub(super) struct Operation<T> {
    pub(super) name: String,
    pub(super) statuses: Vec<(u16, T)>,
}

/// What the code says about a status that it can send.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    /// Service error codes.
    pub(super) codes: Vec<String>,
    /// The types that respond with it: name, file and line.
    pub(super) sources: Vec<(String, String, u64)>,
}

impl Facts {
    /// Reads the files. An error is a message for the user.
    pub(super) fn read(contracts: &[String], exercised: &[String]) -> Result<Self, String> {
        let sent = contracts
            .iter()
            .map(|file| operations(file, "responses", sent));
        let seen = exercised
            .iter()
            .map(|file| operations(file, "seen", |row| row["count"].as_u64()));
        let (sent, seen): (Result<Vec<_>, _>, Result<Vec<_>, _>) = (sent.collect(), seen.collect());
        Ok(Facts {
            sent: (!contracts.is_empty()).then_some(sent?.into_iter().flatten().collect()),
            seen: (!exercised.is_empty()).then_some(seen?.into_iter().flatten().collect()),
        })
    }
}

fn sent(row: &Value) -> Option<Sent> {
    let texts = row["codes"]
        .as_array()?
        .iter()
        .map(|code| code.as_str().map(str::to_owned));
    let sources = row["sources"].as_array()?.iter().map(|source| {
        let text = |key: &str| source[key].as_str().map(str::to_owned);
        Some((text("type")?, text("file")?, source["line"].as_u64()?))
    });
    Some(Sent {
        codes: texts.collect::<Option<_>>()?,
        sources: sources.collect::<Option<_>>()?,
    })
}

/// Reads the operations in a file. `key` is the member of an operation that lists its statuses.
fn operations<T>(
    file: &str,
    key: &str,
    fact: impl Fn(&Value) -> Option<T>,
) -> Result<Vec<Operation<T>>, String> {
    let text =
        fs::read_to_string(file).map_err(|error| format!("cannot read `{file}`: {error}"))?;
    let value: Value =
        serde_json::from_str(&text).map_err(|error| format!("`{file}` is not JSON: {error}"))?;
    let helper = if key == "seen" {
        "`statusbook::document::exercised`"
    } else {
        "`Reference::to_json` of `statusbook::document`"
    };
    let operation = |operation: &Value| {
        let rows = operation[key].as_array()?.iter().map(|row| {
            let code = u16::try_from(row["status"].as_u64()?)
                .ok()
                .filter(|code| (100..600).contains(code))?;
            Some((code, fact(row)?))
        });
        Some(Operation {
            name: operation["operation"].as_str()?.to_owned(),
            statuses: rows.collect::<Option<_>>()?,
        })
    };
    let list = value["operations"]
        .as_array()
        .map(|list| list.iter().map(operation).collect::<Option<Vec<_>>>());
    list.flatten().ok_or_else(|| format!("`{file}` is not a file that {helper} wrote: write it again, with the service's version of Statusbook"))
}
