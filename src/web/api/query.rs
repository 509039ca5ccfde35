//! A query string, read strictly: what is no UTF-8, stands twice or is not known is an error, and never another question.

use crate::web::problem::Problem;

/// The values of these members, in their order.
pub(super) fn members<const N: usize>(
    query: &str,
    names: [&'static str; N],
) -> Result<[Option<String>; N], Problem> {
    let mut values = [const { None }; N];
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = decoded(name);
        let found =
            names.iter().zip(&mut values).find(|(known, _)| name.as_deref() == Some(**known));
        // What is not known may be personal: it is not repeated.
        let Some((name, slot)) = found else {
            let known = names.map(|name| format!("`{name}`")).join(", ");
            return Err(wrong(format!(
                "the query has a member that is not known here; it takes {known}"
            )));
        };
        if slot.is_some() {
            return Err(wrong(format!("the query names `{name}` twice")));
        }
        let value = decoded(value).ok_or_else(|| {
            wrong(format!("`{name}` in the query is not UTF-8 in percent-encoding; write a percent sign as %25"))
        })?;
        *slot = Some(value);
    }
    Ok(values)
}

fn wrong(detail: String) -> Problem {
    Problem::BadRequest(detail)
}

/// Without `%` escapes, and a blank for `+`, as forms are encoded.
pub(in crate::web) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            b'+' => b' ',
            plain => plain,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| digit.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_strictly() {
        let read =
            |query: &str| members(query, ["subject", "issuer"]).map_err(|error| error.to_string());
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(read("subject=a%20b%2Bc+d&issuer="), Ok([some("a b+c d"), some("")]));
        assert_eq!(
            read("issuer=https://login.example&subject=zo%C3%AB"),
            Ok([some("zoë"), some("https://login.example")])
        );
        assert_eq!(read(""), Ok([None, None]));
        for (query, what) in [
            ("subject=%zz", "`subject` in the query is not UTF-8"),
            ("subject=%", "`subject` in the query is not UTF-8"),
            ("subject=%e", "`subject` in the query is not UTF-8"),
            ("subject=%ff", "`subject` in the query is not UTF-8"),
            ("subject=%C3", "`subject` in the query is not UTF-8"),
            ("subject=%+1", "`subject` in the query is not UTF-8"),
            ("subject=a&subject=b", "names `subject` twice"),
            ("subject=a&%73ubject=b", "names `subject` twice"),
            ("ada=1", "it takes `subject`, `issuer`"),
        ] {
            let error = read(query).unwrap_err();
            assert!(error.contains(what) && !error.contains("ada"), "{query}: {error}");
        }
    }
}
