//! Sections of a page that are endpoints: `## POST /orders`.

use crate::{
    error::{DocError, Position},
    message, names, order,
    row::StatusRow,
};

/// A section of a page whose heading names an endpoint, by method and path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// The method, as one of [`METHODS`](crate::METHODS).
    pub method: &'static str,
    /// The path as documented: `/orders/{id}`.
    pub path: String,
    /// The name of its Rust module: `post_orders`.
    pub name: String,
    /// The place of the heading.
    pub position: Position,
    /// The rows of this section. The page has these rows too.
    pub statuses: Vec<StatusRow>,
}

impl Endpoint {
    /// The endpoint of a heading.
    pub(crate) fn new(method: &'static str, path: String, position: Position) -> Self {
        let name = names::of_endpoint(method, &path);
        Endpoint {
            method,
            path,
            name,
            position,
            statuses: Vec::new(),
        }
    }

    /// Returns the endpoint as its document names it: `POST /orders`.
    pub fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// Endpoints that would become one module, each at the later one.
pub(crate) fn collisions(endpoints: &[Endpoint]) -> Vec<DocError> {
    let mut by_name: Vec<&Endpoint> = endpoints.iter().collect();
    order::sort(&mut by_name, |one, other| {
        (&one.name, one.position).cmp(&(&other.name, other.position))
    });
    let pairs = by_name.iter().zip(by_name.iter().skip(1));
    pairs
        .filter(|(first, later)| first.name == later.name)
        .map(|(first, later)| {
            let (route, other) = (later.route(), first.route());
            message::same_endpoint(
                &later.name,
                (&route, later.position),
                (&other, first.position),
            )
        })
        .collect()
}
