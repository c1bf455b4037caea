//! Lists of a framework's types, with the statuses and faults of each.

/// Types, and what they respond with.
macro_rules! statuses {
    ($($type:ty: [$($status:literal),*] [$($fault:literal),*];)+) => {$(
        impl Responses for $type {
            const STATUSES: StatusSet = StatusSet::of(&[$($status),*]);
            const FAULTS: StatusSet = StatusSet::of(&[$($fault),*]);
        }
    )+};
}

/// Extractors of a framework, and what they reject requests with.
#[cfg(any(feature = "actix-web", feature = "poem"))]
macro_rules! extractors {
    ($framework:ty; $([$($generics:tt)*] $type:ty: [$($status:literal),*] [$($fault:literal),*];)+) => {$(
        impl<S, $($generics)*> Extracts<$framework, S, Listed> for $type {
            const REJECTIONS: Part = Part {
                statuses: StatusSet::of(&[$($status),*]),
                faults: StatusSet::of(&[$($fault),*]),
            };
        }
    )+};
}

#[cfg(any(feature = "actix-web", feature = "poem"))]
pub(super) use extractors;
pub(super) use statuses;
