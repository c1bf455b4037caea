//! Finds the documented status that is nearest to an undocumented one.

use crate::set::StatusSet;

/// Returns the status of `documented` for which a client would take `code`, if there is one.
///
/// RFC 9110 §15 lets a client treat a code it does not know as the `x00` of its class, so meaning comes before
/// number: a close relative first, then the `x00`, then the nearest number of the class.
pub(crate) const fn nearest(code: u16, documented: StatusSet) -> Option<u16> {
    let kin = kin(code);
    let mut at = 0;
    while at < kin.len() {
        if documented.contains(kin[at]) {
            return Some(kin[at]);
        }
        at += 1;
    }
    let class = code / 100 * 100;
    if documented.contains(class) {
        return Some(class);
    }
    nearest_number(code, class, documented)
}

const fn nearest_number(code: u16, class: u16, documented: StatusSet) -> Option<u16> {
    let mut distance = 1;
    while distance < 100 {
        if code >= class + distance && documented.contains(code - distance) {
            return Some(code - distance);
        }
        if code + distance < class + 100 && documented.contains(code + distance) {
            return Some(code + distance);
        }
        distance += 1;
    }
    None
}

/// Codes that say nearly the same, nearest first.
#[expect(clippy::match_same_arms, reason = "a table, ordered by code")]
const fn kin(code: u16) -> &'static [u16] {
    match code {
        401 => &[403],
        402 => &[403],
        403 => &[401],
        404 => &[410],
        405 => &[501],
        406 => &[415],
        407 => &[401],
        408 => &[504],
        409 => &[412, 423],
        410 => &[404],
        411..=417 if code != 412 => &[400, 422],
        412 => &[409, 428],
        421 => &[404],
        422 => &[400],
        423 => &[409],
        424 => &[409],
        425 => &[409],
        426 => &[400, 505],
        428 => &[412, 409],
        429 => &[503],
        431 => &[400, 413],
        451 => &[403],
        501 => &[405, 500],
        502 => &[504, 503],
        503 => &[429, 502],
        504 => &[502, 503],
        507 => &[503],
        511 => &[407, 401],
        201 => &[200],
        202 => &[200],
        204 | 205 => &[204, 200],
        301 | 308 => &[308, 301],
        302 | 303 | 307 => &[307, 302, 303],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VPN: StatusSet = StatusSet::of(&[400, 403, 404, 409, 500, 503, 504]);

    #[test]
    fn meaning_comes_before_number() {
        assert_eq!(nearest(422, VPN), Some(400));
        assert_eq!(nearest(410, VPN), Some(404));
        assert_eq!(nearest(412, VPN), Some(409));
        assert_eq!(nearest(423, VPN), Some(409));
        assert_eq!(nearest(429, VPN), Some(503));
        assert_eq!(nearest(413, VPN), Some(400));
        assert_eq!(nearest(451, VPN), Some(403));
        assert_eq!(nearest(418, VPN), Some(400));
        assert_eq!(nearest(502, VPN), Some(504));
    }

    #[test]
    fn a_code_is_taken_for_its_kin() {
        for (code, kin, other) in [
            (408, 504, 400),
            (413, 422, 410),
            (421, 404, 400),
            (424, 409, 400),
            (504, 502, 500),
            (507, 503, 500),
            (301, 308, 300),
            (308, 301, 300),
            (302, 307, 300),
            (303, 302, 300),
        ] {
            assert_eq!(
                nearest(code, StatusSet::of(&[kin, other])),
                Some(kin),
                "{code}"
            );
        }
    }

    #[test]
    fn number_decides_where_the_class_has_no_x00() {
        assert_eq!(nearest(418, StatusSet::of(&[404, 429])), Some(429));
        assert_eq!(nearest(406, StatusSet::of(&[404, 429])), Some(404));
    }

    #[test]
    fn only_documented_codes_are_suggested() {
        for code in 100..=599 {
            if let Some(found) = nearest(code, VPN) {
                assert!(VPN.contains(found), "{code} -> {found}");
            }
        }
        assert_eq!(nearest(418, StatusSet::of(&[500])), None);
        assert_eq!(nearest(404, StatusSet::EMPTY), None);
    }
}
