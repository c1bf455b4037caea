//! The derive trusts no name that is in scope: each module spoils others.

mod bindings;
mod foreign_names;
mod from_macros;
mod in_functions;
mod no_prelude;
mod variants;
