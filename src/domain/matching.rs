//! How a person's rows are found: an SQL condition of the data map, taken apart at its placeholders.
//!
//! A placeholder stands on one side of `=`; the other side is a column, a call or something in brackets. So each comparison
//! with an identifier is known, and whoever runs it can compare text with text: two different identifiers never reach the
//! same row (invariant 10), whatever type or collation a column has.

/// An identifier of a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Identifier {
    /// The account at one issuer, its `sub`: `:account`.
    Account,
    /// An e-mail address: `:email`.
    Email,
}

/// What a column is overwritten with, so that its row names nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NewValue {
    /// The same for every row; where the column must be unique, another one for each.
    Same(String),
    /// Nothing.
    Null,
    /// Another one for each row: `{}` in it stands for what makes it different.
    Each(String),
}

/// A piece of a condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// SQL as it was written.
    Sql(String),
    /// A comparison with an identifier.
    Equals {
        /// The other side, as it was written.
        operand: String,
        /// What it is compared with.
        with: Identifier,
    },
}

/// A condition that names at least one identifier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition {
    pieces: Vec<Piece>,
}

/// Why a condition is refused; the text says what would do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadCondition {
    /// An open quote.
    #[error("has a quote that does not end")]
    OpenQuote,
    /// More than a condition.
    #[error("must be one condition without `;`, `$`, `?` or a comment")]
    NotOne,
    /// Another placeholder.
    #[error("knows only `:account` and `:email`")]
    Unknown,
    /// No placeholder.
    #[error("names nobody; compare a column with `:account` or `:email`")]
    Nobody,
    /// A placeholder that is not compared with `=`.
    #[error(
        "must compare each placeholder with `=`, and with a column, a call or something in brackets on the other side, as in `user_id = :account`"
    )]
    NotCompared,
    /// Brackets that do not fit.
    #[error("has a bracket without its partner")]
    Brackets,
}

impl Condition {
    /// Takes a condition apart.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, BadCondition> {
        let tokens = tokens(text)?;
        balanced(&tokens)?;
        let mut pieces = Vec::new();
        let mut done = 0;
        for (at, token) in tokens.iter().enumerate() {
            let Kind::Placeholder(with) = token.kind else { continue };
            let compared = compared(&tokens, at, with).ok_or(BadCondition::NotCompared)?;
            let operand = text.get(compared.operand.0..compared.operand.1).unwrap_or_default();
            if compared.whole.0 < done {
                return Err(BadCondition::NotCompared);
            }
            pieces.push(Piece::Sql(text.get(done..compared.whole.0).unwrap_or_default().into()));
            pieces.push(Piece::Equals { operand: operand.to_owned(), with });
            done = compared.whole.1;
        }
        if pieces.is_empty() {
            return Err(BadCondition::Nobody);
        }
        pieces.push(Piece::Sql(text.get(done..).unwrap_or_default().into()));
        pieces.retain(|piece| !matches!(piece, Piece::Sql(sql) if sql.is_empty()));
        Ok(Self { pieces })
    }

    /// Its pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether it needs this identifier.
    pub fn needs(&self, identifier: Identifier) -> bool {
        self.pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Equals { with, .. } if *with == identifier))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// A name or a keyword.
    Word,
    /// A quoted name.
    Quoted,
    /// Text or a number.
    Literal,
    Placeholder(Identifier),
    Open,
    Close,
    Dot,
    Comma,
    Equals,
    /// `::`
    Cast,
    /// `||`
    Join,
    /// Any other sign.
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    kind: Kind,
    text: &'t str,
    from: usize,
    to: usize,
}

fn tokens(text: &str) -> Result<Vec<Token<'_>>, BadCondition> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let (kind, length) = next(rest)?;
        let to = from + length;
        if let Some(kind) = kind {
            tokens.push(Token { kind, text: text.get(from..to).unwrap_or_default(), from, to });
        }
        from = to;
    }
    Ok(tokens)
}

fn next(rest: &str) -> Result<(Option<Kind>, usize), BadCondition> {
    let first = rest.chars().next().unwrap_or(' ');
    let quoted = |close: char, kind| {
        let inside = rest.get(1..).unwrap_or_default();
        inside.find(close).map(|end| (Some(kind), end + 2)).ok_or(BadCondition::OpenQuote)
    };
    if rest.starts_with("--") || rest.starts_with("/*") {
        return Err(BadCondition::NotOne);
    }
    for (sign, kind) in [("::", Kind::Cast), ("||", Kind::Join), ("==", Kind::Equals)] {
        if rest.starts_with(sign) {
            return Ok((Some(kind), 2));
        }
    }
    // Two signs that only begin or end with `=` compare in another way.
    for sign in ["<=", ">=", "!=", "<>", "=>", "@>", "<@"] {
        if rest.starts_with(sign) {
            return Ok((Some(Kind::Other), 2));
        }
    }
    Ok(match first {
        c if c.is_whitespace() => (None, c.len_utf8()),
        '\'' => quoted('\'', Kind::Literal)?,
        '"' => quoted('"', Kind::Quoted)?,
        '`' => quoted('`', Kind::Quoted)?,
        '[' => quoted(']', Kind::Quoted)?,
        ':' => {
            let name = word(rest.get(1..).unwrap_or_default());
            let with = match name {
                "account" => Identifier::Account,
                "email" => Identifier::Email,
                _ => return Err(BadCondition::Unknown),
            };
            (Some(Kind::Placeholder(with)), 1 + name.len())
        }
        ';' | '$' | '?' | '\0' => return Err(BadCondition::NotOne),
        '(' => (Some(Kind::Open), 1),
        ')' => (Some(Kind::Close), 1),
        '.' => (Some(Kind::Dot), 1),
        ',' => (Some(Kind::Comma), 1),
        '=' => (Some(Kind::Equals), 1),
        c if c.is_ascii_digit() => (Some(Kind::Literal), word(rest).len().max(1)),
        c if c.is_alphabetic() || c == '_' => (Some(Kind::Word), word(rest).len()),
        c => (Some(Kind::Other), c.len_utf8()),
    })
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn balanced(tokens: &[Token<'_>]) -> Result<(), BadCondition> {
    let mut depth = 0_i32;
    for token in tokens {
        depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
        if depth < 0 {
            return Err(BadCondition::Brackets);
        }
    }
    if depth == 0 { Ok(()) } else { Err(BadCondition::Brackets) }
}

/// Words after which a new comparison begins, or before which one has ended.
const BOUNDS: [&str; 16] = [
    "AND", "OR", "NOT", "WHERE", "ON", "WHEN", "THEN", "ELSE", "END", "HAVING", "GROUP", "ORDER",
    "LIMIT", "UNION", "SELECT", "IN",
];

fn is_bound(token: Option<&Token<'_>>) -> bool {
    token.is_none_or(|token| {
        matches!(token.kind, Kind::Open | Kind::Close)
            || (token.kind == Kind::Word && is_keyword(token.text))
    })
}

fn is_keyword(word: &str) -> bool {
    BOUNDS.iter().any(|bound| bound.eq_ignore_ascii_case(word))
}

/// Where a comparison lies: both of its sides, and the other side alone, in bytes.
struct Compared {
    whole: (usize, usize),
    operand: (usize, usize),
}

fn compared(tokens: &[Token<'_>], at: usize, with: Identifier) -> Option<Compared> {
    let (first, last) = folded(tokens, at, with).unwrap_or((at, at));
    let kind = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.kind);
    let (from, to) = (tokens.get(first)?.from, tokens.get(last)?.to);
    if kind(first.checked_sub(1)) == Some(Kind::Equals) && is_bound(tokens.get(last + 1)) {
        let end = first.checked_sub(2)?;
        let begin = before(tokens, end, with)?;
        let operand = (tokens.get(begin)?.from, tokens.get(end)?.to);
        return Some(Compared { whole: (operand.0, to), operand });
    }
    let bounded = first.checked_sub(1).is_none_or(|at| is_bound(tokens.get(at)));
    if kind(Some(last + 1)) == Some(Kind::Equals) && bounded {
        let begin = last + 2;
        let end = after(tokens, begin, with)?;
        let operand = (tokens.get(begin)?.from, tokens.get(end)?.to);
        return Some(Compared { whole: (from, operand.1), operand });
    }
    None
}

/// `lower(:email)`: addresses are compared in one form anyway.
fn folded(tokens: &[Token<'_>], at: usize, with: Identifier) -> Option<(usize, usize)> {
    let call = tokens.get(at.checked_sub(2)?)?;
    let is_call = with == Identifier::Email
        && call.kind == Kind::Word
        && call.text.eq_ignore_ascii_case("lower")
        && tokens.get(at - 1)?.kind == Kind::Open
        && tokens.get(at + 1)?.kind == Kind::Close;
    is_call.then_some((at - 2, at + 1))
}

/// The first token of the operand that ends here.
fn before(tokens: &[Token<'_>], end: usize, with: Identifier) -> Option<usize> {
    let mut begin = primary_before(tokens, end)?;
    while let Some(join) = begin.checked_sub(1)
        && tokens.get(join)?.kind == Kind::Join
        && with == Identifier::Account
    {
        begin = primary_before(tokens, join.checked_sub(1)?)?;
    }
    begin.checked_sub(1).is_none_or(|at| is_bound(tokens.get(at))).then_some(begin)
}

fn primary_before(tokens: &[Token<'_>], mut end: usize) -> Option<usize> {
    while let Some(cast) = end.checked_sub(1)
        && tokens.get(cast)?.kind == Kind::Cast
    {
        end = cast.checked_sub(1)?;
    }
    let mut begin = end;
    let last = tokens.get(end)?;
    if last.kind == Kind::Literal {
        return is_joined(tokens, end).then_some(end);
    }
    if last.kind == Kind::Close {
        begin = opening(tokens, end)?;
        match begin.checked_sub(1).and_then(|at| tokens.get(at)) {
            Some(name) if is_name(name) => begin -= 1,
            _ => return Some(begin),
        }
    } else if !is_name(last) {
        return None;
    }
    while begin >= 2
        && tokens.get(begin - 1)?.kind == Kind::Dot
        && matches!(tokens.get(begin - 2)?.kind, Kind::Word | Kind::Quoted)
    {
        begin -= 2;
    }
    Some(begin)
}

fn is_name(token: &Token<'_>) -> bool {
    token.kind == Kind::Quoted || (token.kind == Kind::Word && !is_keyword(token.text))
}

/// A constant alone is nobody's identifier; as a part of a composite key it is.
fn is_joined(tokens: &[Token<'_>], at: usize) -> bool {
    let is_join = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == Kind::Join)
    };
    is_join(at.checked_sub(1)) || is_join(Some(at + 1))
}

fn opening(tokens: &[Token<'_>], close: usize) -> Option<usize> {
    let mut depth = 0_i32;
    (0..=close).rev().find(|at| {
        depth += match tokens.get(*at).map(|token| token.kind) {
            Some(Kind::Close) => 1,
            Some(Kind::Open) => -1,
            _ => 0,
        };
        depth == 0
    })
}

fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_i32;
    (open..tokens.len()).find(|at| {
        depth += match tokens.get(*at).map(|token| token.kind) {
            Some(Kind::Open) => 1,
            Some(Kind::Close) => -1,
            _ => 0,
        };
        depth == 0
    })
}

/// The last token of the operand that begins here.
fn after(tokens: &[Token<'_>], begin: usize, with: Identifier) -> Option<usize> {
    let mut end = primary_after(tokens, begin)?;
    while tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Join)
        && with == Identifier::Account
    {
        end = primary_after(tokens, end + 2)?;
    }
    is_bound(tokens.get(end + 1)).then_some(end)
}

fn primary_after(tokens: &[Token<'_>], begin: usize) -> Option<usize> {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let mut end = begin;
    let first = tokens.get(begin)?;
    if first.kind == Kind::Literal {
        return is_joined(tokens, begin).then_some(begin);
    }
    if first.kind == Kind::Open {
        end = closing(tokens, begin)?;
    } else if is_name(first) {
        while kind(end + 1) == Some(Kind::Dot)
            && matches!(kind(end + 2), Some(Kind::Word | Kind::Quoted))
        {
            end += 2;
        }
        if kind(end + 1) == Some(Kind::Open) {
            end = closing(tokens, end + 1)?;
        }
    } else {
        return None;
    }
    while kind(end + 1) == Some(Kind::Cast) && kind(end + 2) == Some(Kind::Word) {
        end += 2;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(text: &str) -> String {
        let condition = Condition::parse(text).unwrap();
        let piece = |piece: &Piece| match piece {
            Piece::Sql(sql) => sql.clone(),
            Piece::Equals { operand, with } => format!("<{operand}~{with:?}>"),
        };
        condition.pieces().iter().map(piece).collect()
    }

    #[test]
    fn a_comparison_is_found_on_either_side() {
        for (text, wanted) in [
            ("user_id = :account", "<user_id~Account>"),
            (":account=u.user_id", "<u.user_id~Account>"),
            ("lower(email) = :email", "<lower(email)~Email>"),
            ("lower(email) = lower(:email)", "<lower(email)~Email>"),
            ("\"User Id\"::text = :account AND x > 1", "<\"User Id\"::text~Account> AND x > 1"),
            (
                "c IN (SELECT id FROM t WHERE t.u = :account) OR (NOT email == :email)",
                "c IN (SELECT id FROM t WHERE <t.u~Account>) OR (NOT <email~Email>)",
            ),
            ("tenant || ':' || id = :account", "<tenant || ':' || id~Account>"),
            (":account = tenant || '-' || id::text", "<tenant || '-' || id::text~Account>"),
            ("s.f(a, (b)) = :account", "<s.f(a, (b))~Account>"),
            ("(a + 1) = :account", "<(a + 1)~Account>"),
            ("n = ':email' AND a = :account", "n = ':email' AND <a~Account>"),
        ] {
            assert_eq!(taken_apart(text), wanted, "{text}");
        }
    }

    #[test]
    fn whatever_cannot_be_compared_as_text_is_refused() {
        for (text, why) in [
            ("a = 'b", BadCondition::OpenQuote),
            ("a = :account; DROP TABLE x", BadCondition::NotOne),
            ("a = $1", BadCondition::NotOne),
            ("a = :account -- x", BadCondition::NotOne),
            ("a = :account /* x", BadCondition::NotOne),
            ("a = :other", BadCondition::Unknown),
            ("1 = 1", BadCondition::Nobody),
            ("n = ':account'", BadCondition::Nobody),
            ("a LIKE :account", BadCondition::NotCompared),
            ("a <> :account", BadCondition::NotCompared),
            ("a >= :account", BadCondition::NotCompared),
            ("a IN (:account, 'x')", BadCondition::NotCompared),
            ("42 = :account", BadCondition::NotCompared),
            ("a + 1 = :account", BadCondition::NotCompared),
            ("-a = :account", BadCondition::NotCompared),
            ("a = :account || 'x'", BadCondition::NotCompared),
            ("a = :account COLLATE nocase", BadCondition::NotCompared),
            ("a COLLATE nocase = :account", BadCondition::NotCompared),
            ("a = :account::int", BadCondition::NotCompared),
            ("a = abs(:account)", BadCondition::NotCompared),
            ("lower(a) = lower(:account)", BadCondition::NotCompared),
            ("'x' || e = :email", BadCondition::NotCompared),
            ("a = :account = :email", BadCondition::NotCompared),
            ("(a = :account", BadCondition::Brackets),
            ("a = :account) OR (1 = 1", BadCondition::Brackets),
        ] {
            assert_eq!(Condition::parse(text).err(), Some(why), "{text}");
        }
    }

    #[test]
    fn a_condition_says_which_identifiers_it_needs() {
        let both = Condition::parse("a = :account OR e = :email").unwrap();
        assert!(both.needs(Identifier::Account) && both.needs(Identifier::Email));
        let one = Condition::parse("a = :account").unwrap();
        assert!(!one.needs(Identifier::Email));
    }
}
