//! A part of a file, and whether it is the file that the caller began with (RFC 9110, sections 13 and 14). Two versions of
//! an archive must never be glued together: in doubt the whole is sent.

use std::ops::RangeInclusive;

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE};

/// What to send.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    /// Everything.
    Whole,
    /// These bytes.
    Part(RangeInclusive<usize>),
    /// Nothing: no range lies inside.
    Beyond,
    /// Nothing: the caller has it.
    Known,
}

/// What this request asks for, of a file with this strong tag and length.
pub(super) fn wanted(request: &HttpRequest, tag: &str, length: usize) -> Wanted {
    if is_known(request, tag) {
        return Wanted::Known;
    }
    // 14.2: only GET has ranges. 13.1.5: a tag that differs, a weak one or a date stands for another version; there is no
    // date here.
    let is_same = values(request, &IF_RANGE).next().is_none_or(|seen| seen == tag);
    let mut ranges = values(request, &RANGE);
    match (ranges.next(), ranges.next()) {
        (Some(range), None) if request.method() == Method::GET && is_same => part(range, length),
        _ => Wanted::Whole,
    }
}

/// Whether `If-None-Match` names this tag, by weak comparison (13.1.2).
pub(super) fn is_known(request: &HttpRequest, tag: &str) -> bool {
    let mut seen = values(request, &IF_NONE_MATCH).flat_map(|value| value.split(','));
    seen.any(|seen| {
        let seen = seen.trim();
        seen == "*" || seen.strip_prefix("W/").unwrap_or(seen) == tag
    })
}

// What is no text is no value that we know: it differs from every tag.
fn values<'r>(request: &'r HttpRequest, name: &'r HeaderName) -> impl Iterator<Item = &'r str> {
    request.headers().get_all(name).map(|value| value.to_str().unwrap_or_default().trim())
}

/// A unit that is not known and a range that cannot be read are no wish (14.2); of several ranges that lie inside, the
/// whole is sent, which is allowed and spares everybody a multipart.
fn part(header: &str, length: usize) -> Wanted {
    let Some(ranges) = read(header) else { return Wanted::Whole };
    let mut inside = ranges.iter().filter_map(|range| range.within(length));
    match (inside.next(), inside.next()) {
        (None, _) => Wanted::Beyond,
        (Some(one), None) => Wanted::Part(one),
        (Some(_), Some(_)) => Wanted::Whole,
    }
}

/// One range as it was written (14.1.1).
enum Range {
    From(usize, Option<usize>),
    Last(usize),
}

impl Range {
    fn read(text: &str) -> Option<Self> {
        let (first, last) = text.trim().split_once('-')?;
        match (first, last) {
            ("", last) => Some(Self::Last(number(last)?)),
            (first, "") => Some(Self::From(number(first)?, None)),
            (first, last) => {
                let (first, last) = (number(first)?, number(last)?);
                (first <= last).then_some(Self::From(first, Some(last)))
            }
        }
    }

    fn within(&self, length: usize) -> Option<RangeInclusive<usize>> {
        let end = length.checked_sub(1)?;
        match *self {
            Self::From(first, last) => {
                (first <= end).then(|| first..=last.map_or(end, |last| last.min(end)))
            }
            Self::Last(count) => (count > 0).then(|| length.saturating_sub(count)..=end),
        }
    }
}

fn read(header: &str) -> Option<Vec<Range>> {
    let (unit, ranges) = header.split_once('=')?;
    if !unit.eq_ignore_ascii_case("bytes") {
        return None;
    }
    ranges.split(',').map(Range::read).collect()
}

/// Digits and nothing else; a number that is larger than any file is the largest.
fn number(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use proptest::prelude::*;

    use super::*;

    const TAG: &str = "\"abc\"";

    fn asked(headers: &[(&'static str, &str)]) -> Wanted {
        let request = headers.iter().fold(TestRequest::get(), |r, h| r.append_header(*h));
        wanted(&request.to_http_request(), TAG, 10)
    }

    #[test]
    fn a_range_is_cut_as_the_standard_says() {
        for (range, bytes) in [
            ("bytes=0-3", 0..=3),
            ("Bytes=0-3", 0..=3),
            ("bytes=7-", 7..=9),
            ("bytes=-4", 6..=9),
            ("bytes=-99", 0..=9),
            ("bytes=5-99", 5..=9),
            ("bytes=5-99999999999999999999999", 5..=9),
            ("bytes= 0-3", 0..=3),
            ("bytes=4-5, 99-", 4..=5),
        ] {
            assert_eq!(asked(&[("Range", range)]), Wanted::Part(bytes), "{range}");
        }
        for range in ["bytes=10-", "bytes=99999999999999999999999-", "bytes=-0", "bytes=10-,-0"] {
            assert_eq!(asked(&[("Range", range)]), Wanted::Beyond, "{range}");
        }
        for range in [
            "rows=0-1",
            "bytes=9-3",
            "bytes=-",
            "bytes=",
            "bytes",
            "",
            "bytes=0-1,4-5",
            "bytes=0-1,x",
            "bytes=+1-2",
            "bytes=1",
            "bytes=0-1,",
        ] {
            assert_eq!(asked(&[("Range", range)]), Wanted::Whole, "{range}");
        }
        assert_eq!(asked(&[("Range", "bytes=0-1"), ("Range", "bytes=2-3")]), Wanted::Whole);
        assert_eq!(asked(&[]), Wanted::Whole);
        assert_eq!(part("bytes=0-", 0), Wanted::Beyond, "nothing lies in an empty file");
        let head =
            TestRequest::with_uri("/").method(Method::HEAD).append_header((RANGE, "bytes=0-3"));
        assert_eq!(wanted(&head.to_http_request(), TAG, 10), Wanted::Whole);
    }

    #[test]
    fn a_range_is_of_the_version_that_the_caller_began_with_or_of_none() {
        let resumed = |seen: &str| asked(&[("Range", "bytes=4-"), ("If-Range", seen)]);
        assert_eq!(resumed(TAG), Wanted::Part(4..=9));
        for other in ["\"other\"", "W/\"abc\"", "abc", "Thu, 01 Jan 1970 00:00:00 GMT", "*", ""] {
            assert_eq!(resumed(other), Wanted::Whole, "{other}");
        }
        assert_eq!(
            asked(&[("If-Range", "\"other\"")]),
            Wanted::Whole,
            "without a range it asks nothing"
        );
        let beyond = [("Range", "bytes=99-"), ("If-Range", "\"other\"")];
        assert_eq!(asked(&beyond), Wanted::Whole, "the length of another version says nothing");
    }

    #[test]
    fn whoever_has_it_is_told_so() {
        for seen in [TAG, "W/\"abc\"", "\"x\", \"abc\"", "*"] {
            assert_eq!(asked(&[("If-None-Match", seen)]), Wanted::Known, "{seen}");
        }
        for other in ["\"x\"", "abc", "", "W/\"x\""] {
            assert_eq!(asked(&[("If-None-Match", other)]), Wanted::Whole, "{other}");
        }
    }

    proptest! {
        #[test]
        fn what_is_cut_lies_inside(header in "bytes=[0-9,-]{0,20}", length in 0usize..100) {
            if let Wanted::Part(bytes) = part(&header, length) {
                prop_assert!(bytes.start() <= bytes.end() && *bytes.end() < length);
            }
        }
    }
}
