//! Serializes tables, rows and statuses for other programs (feature `serde`).

use serde_core::ser::SerializeStruct;
use serde_core::{Serialize, Serializer};

use crate::methods::Methods;
use crate::status::Status;
use crate::table::{Class, Entry, ErrorCode, Operation, Table};

/// As a number, like the member `status` of a problem.
impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.code())
    }
}

/// As an object with `name`, `document`, `operation`, `entries`, `error_codes` and `operations`. `operation` is
/// `null` for a table that is not an operation's.
///
/// ```
/// use statusbook::vpn;
///
/// let table = serde_json::to_value(vpn::TABLE)?;
/// assert_eq!(table["name"], "vpn");
/// assert_eq!(table["entries"][0]["code"], 200);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut table = serializer.serialize_struct("Table", 6)?;
        table.serialize_field("name", self.name())?;
        table.serialize_field("document", self.document())?;
        table.serialize_field("operation", &self.operation())?;
        table.serialize_field("entries", self.entries())?;
        table.serialize_field("error_codes", self.error_codes())?;
        table.serialize_field("operations", self.operations())?;
        table.end()
    }
}

/// As an object with `code`, `reason`, `descriptions`, `class` (`success`, `error` or `other`), `methods`, `document`
/// and `line`. `code` is a number, or a text such as `4XX` for a range. `reason` is `null` if the document has none.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entry = serializer.serialize_struct("Entry", 7)?;
        if self.is_single() {
            entry.serialize_field("code", &self.code())?;
        } else {
            entry.serialize_field("code", &self.shown())?;
        }
        entry.serialize_field("reason", &self.reason())?;
        entry.serialize_field("descriptions", self.descriptions())?;
        entry.serialize_field("class", class(self.class()))?;
        entry.serialize_field("methods", &self.methods())?;
        entry.serialize_field("document", self.document())?;
        entry.serialize_field("line", &self.line())?;
        entry.end()
    }
}

/// As an object with `code`, `statuses`, `message`, `description`, `document` and `line`.
impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut code = serializer.serialize_struct("ErrorCode", 6)?;
        code.serialize_field("code", self.code())?;
        code.serialize_field("statuses", self.statuses())?;
        code.serialize_field("message", &self.message())?;
        code.serialize_field("description", &self.description())?;
        code.serialize_field("document", self.document())?;
        code.serialize_field("line", &self.line())?;
        code.end()
    }
}

/// As an object with `id`, `method`, `path` and `line`. `id` is `null` if the document has none.
impl Serialize for Operation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut operation = serializer.serialize_struct("Operation", 4)?;
        operation.serialize_field("id", &self.id())?;
        operation.serialize_field("method", self.method())?;
        operation.serialize_field("path", self.path())?;
        operation.serialize_field("line", &self.line())?;
        operation.end()
    }
}

/// As a list of names.
impl Serialize for Methods {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

const fn class(class: Class) -> &'static str {
    match class {
        Class::Success => "success",
        Class::Error => "error",
        Class::Other => "other",
    }
}
