//! What the guard keeps of a request, for the log and for the hooks.

use std::fmt;

use http::Method;

/// The text of a path or of a route, in a buffer of its own: a request costs no memory because it might be logged.
#[derive(Clone)]
pub(super) struct Route {
    bytes: [u8; Route::LENGTH],
    length: u8,
    cut: bool,
}

impl Route {
    /// Longer paths are cut.
    const LENGTH: usize = 100;

    pub(super) fn new(path: &str) -> Self {
        let mut end = path.len().min(Self::LENGTH);
        while !path.is_char_boundary(end) {
            end -= 1;
        }
        let mut bytes = [0; Self::LENGTH];
        bytes[..end].copy_from_slice(&path.as_bytes()[..end]);
        Route {
            bytes,
            // At most 100.
            length: u8::try_from(end).unwrap_or(0),
            cut: end < path.len(),
        }
    }

    /// Without what was cut off.
    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // On the wire, a path is visible ASCII. Other characters, which a framework may have decoded, are kept out of the log.
        for character in self.as_str().chars() {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        f.write_str(if self.cut { "…" } else { "" })
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// A request whose error body a hook writes: see [`Guard::body`](super::Guard::body).
pub struct Request<'a> {
    method: &'a Method,
    source: Source<'a>,
}

/// Where the fields and extensions of a request are, in each framework.
pub(super) enum Source<'a> {
    Http(&'a http::HeaderMap, &'a http::Extensions),
    #[cfg(feature = "actix-web")]
    ActixWeb(
        &'a actix_web::http::header::HeaderMap,
        /// The framework takes them along with a panic.
        Option<&'a actix_web::dev::Extensions>,
    ),
    #[cfg(feature = "salvo")]
    Salvo(&'a salvo_core::Request, &'a salvo_core::Depot),
}

impl<'a> Request<'a> {
    pub(super) fn new(method: &'a Method, source: Source<'a>) -> Self {
        Request { method, source }
    }

    /// Returns the method.
    pub fn method(&self) -> &Method {
        self.method
    }

    /// Returns the value of a header field. `None` if there is none, or if it is not visible ASCII.
    pub fn header(&self, name: &str) -> Option<&str> {
        match &self.source {
            Source::Http(headers, _) => headers.get(name)?.to_str().ok(),
            #[cfg(feature = "actix-web")]
            Source::ActixWeb(headers, _) => headers.get(name)?.to_str().ok(),
            #[cfg(feature = "salvo")]
            Source::Salvo(request, _) => request.headers().get(name)?.to_str().ok(),
        }
    }

    /// Returns what a middleware put into the request as an extension. For Salvo, it also looks into the depot. For
    /// Rocket, it looks into the `http::Extensions` of the request-local cache.
    ///
    /// It sees what a layer outside of the guard put there. For actix-web and Salvo, it also sees what an inner layer
    /// put there.
    ///
    /// After a panic, and for the error of an inner middleware, actix-web no longer has the extensions: there is nothing here. The
    /// header fields are there.
    pub fn get<T: Send + Sync + 'static>(&self) -> Option<&T> {
        match &self.source {
            Source::Http(_, extensions) => extensions.get(),
            #[cfg(feature = "actix-web")]
            Source::ActixWeb(_, extensions) => (*extensions)?.get(),
            #[cfg(feature = "salvo")]
            Source::Salvo(request, depot) => depot
                .get_typed()
                .ok()
                .or_else(|| request.extensions().get()),
        }
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_cut_between_characters_and_logged_on_one_line() {
        assert_eq!(Route::new("/pets/7").to_string(), "/pets/7");
        assert_eq!(Route::new("/a\r\nb").to_string(), "/a\\r\\nb");
        let long = format!("/{}ü", "a".repeat(98));
        assert_eq!(
            Route::new(&long).to_string(),
            format!("/{}…", "a".repeat(98))
        );
        assert_eq!(Route::new(&"/".repeat(100)).to_string(), "/".repeat(100));
        assert_eq!(format!("{:?}", Route::new("/pets/7")), "\"/pets/7\"");
    }
}
