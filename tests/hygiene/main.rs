//! The derive trusts no name that is in scope: each module spoils others.

mod bindings;
mod foreign_names;
mod from_macros;
mod in_functions;
mod methods;
mod no_prelude;
mod parameters;
mod variants;
