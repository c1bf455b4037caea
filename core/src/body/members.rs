//! Extension members of a problem (RFC 9457 §3.2).

/// Members that an error type adds to its body: its fields marked `#[extension]` (feature `serde`).
///
/// A [`Body`](super::Body) of your own reads them with [`iter`](Self::iter). If a body writes a member of this name
/// itself, such as `status` in a problem, it leaves out yours, and logs that with the feature `tracing` (RFC 9457
/// §3.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(Vec<(&'static str, String)>);

impl Members {
    /// Returns an empty list.
    pub const fn new() -> Self {
        Members(Vec::new())
    }

    /// Adds a member, or replaces the member of the same name in its place. If a value cannot be written as JSON, it
    /// is left out, and logged with the feature `tracing`.
    ///
    /// ```
    /// use statusbook::body::Members;
    ///
    /// let mut members = Members::new();
    /// members.insert("balance", &30);
    /// members.insert("accounts", &["/account/12345", "/account/67890"]);
    /// members.insert("balance", &20);
    /// assert_eq!(
    ///     members.iter().collect::<Vec<_>>(),
    ///     [("balance", "20"), ("accounts", r#"["/account/12345","/account/67890"]"#)],
    /// );
    /// ```
    #[cfg(feature = "serde")]
    pub fn insert<V: serde_core::Serialize + ?Sized>(&mut self, name: &'static str, value: &V) {
        match serde_json::to_string(value) {
            Ok(json) => match self.0.iter_mut().find(|(known, _)| *known == name) {
                Some((_, value)) => *value = json,
                None => self.0.push((name, json)),
            },
            Err(_) => crate::response::log::member_left_out(name),
        }
    }

    /// Returns whether there are no members.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the members in order, each with its name and its value as JSON.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, json)| (*name, json.as_str()))
    }

    pub(super) const fn as_slice(&self) -> &[(&'static str, String)] {
        self.0.as_slice()
    }
}

/// Adds a field marked `#[extension]`. Called by the derive.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __extension {
    ($members:ident $name:literal $value:ident) => {
        $crate::__private::Members::insert(&mut $members, $name, $value);
    };
}

/// The feature is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __extension {
    ($members:ident $name:literal $value:ident) => {
        $crate::__private::std::compile_error! {
            "`#[extension]` needs the feature `serde` of `statusbook`"
        }
    };
}
