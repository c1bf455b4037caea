//! Decides what happens to a response, from what is documented and what was sent.

use crate::nearest::nearest;
use crate::set::StatusSet;

/// What a guard does with a response that its document does not know, from mild to strict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mode {
    Report,
    Reshape,
    Enforce,
    Panic,
}

/// What a guard found about a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Finding {
    /// The status is documented.
    Documented,
    /// The status is not documented.
    Undocumented,
    /// The status is documented, but the handler did not declare it in `declares(…)`.
    Undeclared,
    /// The status is not documented, and the service has an excuse: `undocumented = "…"`. The response passes.
    Excused,
    /// An error was sent as a success, for example by a middleware that turns every status into a 200.
    ErrorAsSuccess,
}

/// What was seen of a response.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) code: u16,
    /// The scope documents the code, for this method.
    pub(super) documented: bool,
    /// The statuses that the handler declares, if it declares any.
    pub(super) declared: Option<StatusSet>,
    /// An error of this crate: its code, and whether `undocumented = "…"` let it through.
    pub(super) ours: Option<(u16, bool)>,
}

impl Seen {
    #[inline]
    pub(super) fn finding(&self) -> Finding {
        let success = (200..400).contains(&self.code);
        match self.ours {
            Some((code, _)) if success && code >= 400 => return Finding::ErrorAsSuccess,
            Some((code, true)) if code == self.code && !self.documented => return Finding::Excused,
            _ => {}
        }
        if !self.documented {
            return Finding::Undocumented;
        }
        match self.declared {
            Some(declared) if !declared.contains(self.code) => Finding::Undeclared,
            _ => Finding::Documented,
        }
    }
}

/// The status that is sent instead of `code`. A success is never rewritten.
pub(super) fn enforced(
    code: u16,
    finding: Finding,
    errors: StatusSet,
    declared: Option<StatusSet>,
) -> u16 {
    if !matches!(finding, Finding::Undocumented | Finding::Undeclared) || code < 400 {
        return code;
    }
    let declared = declared.map(|declared| declared.intersection(errors));
    let allowed = match declared {
        Some(declared) if !declared.is_empty() => declared,
        _ => errors,
    };
    nearest_error(code, allowed).unwrap_or(code)
}

/// The nearest documented error by meaning. Where its class has none, the first of the other class: every operation
/// documents some error, and one that is documented is what was asked for.
pub(super) fn nearest_error(code: u16, errors: StatusSet) -> Option<u16> {
    if errors.contains(code) {
        return Some(code);
    }
    // A code beyond 599 is a 5xx to clients (RFC 9110 §15).
    let code = if code > 599 { 500 } else { code };
    let other = if code < 500 { 500 } else { 400 };
    nearest(code, errors)
        .or_else(|| nearest(other, errors))
        .filter(|found| errors.contains(*found))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ERRORS: StatusSet = StatusSet::of(&[400, 404, 503]);

    fn seen(code: u16) -> Seen {
        Seen {
            code,
            documented: ERRORS.contains(code) || code == 200,
            declared: None,
            ours: None,
        }
    }

    #[test]
    fn an_undocumented_error_becomes_the_nearest_documented_one() {
        for (code, sent) in [
            (404, 404),
            (503, 503),
            (422, 400),
            (410, 404),
            (429, 503),
            (500, 503),
            (999, 503),
        ] {
            let finding = seen(code).finding();
            assert_eq!(finding == Finding::Documented, code == sent, "{code}");
            assert_eq!(enforced(code, finding, ERRORS, None), sent, "{code}");
        }
    }

    #[test]
    fn every_error_has_a_documented_one() {
        for only in [400, 418, 451, 499, 500, 502, 599] {
            let errors = StatusSet::of(&[only]);
            for code in 400..=999 {
                assert_eq!(nearest_error(code, errors), Some(only), "{code}");
            }
        }
    }

    #[test]
    fn a_success_is_never_rewritten() {
        for code in 100..400 {
            let seen = Seen {
                documented: false,
                ..seen(code)
            };
            assert_eq!(enforced(code, seen.finding(), ERRORS, None), code);
        }
    }

    #[test]
    fn a_handler_is_checked_against_what_it_declares() {
        let declared = Some(StatusSet::of(&[200, 404]));
        let seen = |code| Seen {
            declared,
            ..seen(code)
        };
        assert_eq!(seen(404).finding(), Finding::Documented);
        assert_eq!(seen(400).finding(), Finding::Undeclared);
        assert_eq!(enforced(400, Finding::Undeclared, ERRORS, declared), 404);
        // It declares no error: what the operation documents is what is left.
        let none = Some(StatusSet::of(&[200]));
        assert_eq!(enforced(422, Finding::Undeclared, ERRORS, none), 400);
        assert_eq!(seen(200).finding(), Finding::Documented);
    }

    #[test]
    fn an_error_of_this_crate_can_be_excused_and_cannot_become_a_success() {
        let excused = Seen {
            ours: Some((418, true)),
            ..seen(418)
        };
        assert_eq!(excused.finding(), Finding::Excused);
        assert_eq!(enforced(418, Finding::Excused, ERRORS, None), 418);
        let success = Seen {
            ours: Some((404, false)),
            ..seen(200)
        };
        assert_eq!(success.finding(), Finding::ErrorAsSuccess);
        // A middleware made another error of it: then that is what is looked at.
        let other = Seen {
            ours: Some((418, true)),
            ..seen(422)
        };
        assert_eq!(other.finding(), Finding::Undocumented);
    }
}
