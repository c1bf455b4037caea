//! The built-in tables, each read from its document like any user's.
