//! The derive does not depend on names in scope. Each module redefines other names.

mod bindings;
mod foreign_names;
mod from_macros;
mod in_functions;
mod methods;
mod no_prelude;
mod parameters;
mod variants;
