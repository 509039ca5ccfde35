//! Makes up companies: two issuers, three systems, and people who are hard to tell apart.

use habeas::fairness::dice::Dice;

/// Which database the company's systems are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// A stored value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Cell {
    Null,
    Whole(i64),
    Text(String),
}

impl Cell {
    /// The text that identifiers are compared with; a whole number is its digits.
    pub(crate) fn text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Whole(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.clone()),
        }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Whole(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
        }
    }
}

/// What a column holds, and how its database compares it by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Whole,
    Text,
    /// Compared without regard to case.
    NoCase,
    /// Compared without regard to what stands blank at its end; PostgreSQL: a text with a longest length.
    RTrim,
    /// SQLite alone: numbers and texts beside each other.
    Any,
    /// PostgreSQL alone.
    Uuid,
}

#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub name: &'static str,
    pub kind: Kind,
    pub is_unique: bool,
}

/// The columns that hold an account; two of them are a composite key, written `tenant:number`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    One(usize),
    Pair(usize, usize),
}

/// A condition of the data map.
#[derive(Clone, Debug)]
pub(crate) enum Find {
    Account(Key),
    Email(usize),
    Is(usize, &'static str),
    All(Vec<Find>),
    /// A row that refers to a row of another table which this finds.
    Through(usize, usize, Box<Find>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OnDelete {
    /// No constraint at all.
    Nothing,
    Refuse,
    Cascade,
    SetNull,
}

/// A reference to the `n` of another table.
#[derive(Clone, Debug)]
pub(crate) struct Parent {
    pub column: usize,
    pub table: usize,
    pub on_delete: OnDelete,
}

/// A table; its first column, `n`, is a number of its own for each row.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub parent: Option<Parent>,
    pub without_rowid: bool,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug)]
pub(crate) enum New {
    Same(&'static str),
    Null,
    Each(&'static str, &'static str),
}

#[derive(Clone, Debug)]
pub(crate) enum Erase {
    Delete,
    Keep,
    Set(Vec<(usize, New)>),
}

#[derive(Clone, Debug)]
pub(crate) struct Dataset {
    pub id: &'static str,
    pub table: usize,
    pub issuer: usize,
    pub find: Vec<Find>,
    /// None: all of them.
    pub columns: Vec<usize>,
    pub erase: Erase,
}

#[derive(Clone, Debug)]
pub(crate) struct System {
    pub id: &'static str,
    pub issuer: usize,
    pub side_effects: Vec<usize>,
    pub tables: Vec<Table>,
    pub datasets: Vec<Dataset>,
}

/// How an address leads to accounts.
#[derive(Clone, Debug)]
pub(crate) struct Directory {
    pub system: usize,
    pub issuer: usize,
    pub table: usize,
    pub account: Key,
    pub email: usize,
}

/// Somebody who comes.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// The issuer and account of the token; without one only the address was given.
    pub token: Option<(usize, String)>,
    /// The token's verified address, or the one that was given.
    pub email: Option<String>,
    /// What an officer finds out.
    pub identified: Option<Identified>,
}

#[derive(Clone, Debug)]
pub(crate) struct Identified {
    pub account: Option<(usize, String)>,
    pub email: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Company {
    pub seed: u64,
    pub engine: Engine,
    /// Whether local parts are compared as they are written.
    pub is_exact: bool,
    pub systems: Vec<System>,
    pub directories: Vec<Directory>,
    pub visitors: Vec<Visitor>,
}

/// The shape of an issuer's accounts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Accounts {
    Numbers,
    Texts,
    Uuids,
    Pairs,
}

impl Accounts {
    /// Accounts that somebody's notion of equal takes for one.
    fn pool(self) -> &'static [&'static str] {
        match self {
            Self::Numbers => &["7", "70", "07", "+7", "7.0", "7 ", "8", "9007199254740993"],
            Self::Texts => &[
                "ada",
                "Ada",
                "ada ",
                " ada",
                "zo\u{eb}",
                "zoe\u{308}",
                "a_a",
                "o'neil",
                "%",
                "zoe",
            ],
            Self::Uuids => &[
                "0b5ee7a1-9c4d-4f6e-8a3b-5d2c1e0f9a8b",
                "0B5EE7A1-9C4D-4F6E-8A3B-5D2C1E0F9A8B",
                "0b5ee7a1-9c4d-4f6e-8a3b-5d2c1e0f9a8c",
                "7e57ed00-0000-4000-8000-00000000beef",
                "{7e57ed00-0000-4000-8000-00000000beef}",
            ],
            Self::Pairs => &["t:42", "t:4", "T:42", "t:42:4", "t2:42", "t::4", "t:042"],
        }
    }
}

const ADDRESSES: [&str; 8] = [
    "ada@example.org",
    "ada+news@example.org",
    "a.da@example.org",
    "ada@mail.example.org",
    "zo\u{eb}@b\u{fc}cher.example",
    "zoe@b\u{fc}cher.example",
    "o'neil@stra\u{df}e.example",
    "noor@example.org",
];
const NO_ADDRESSES: [&str; 5] =
    ["", "ada", "Ada <ada@example.org>", "ada@example.org,noor@example.org", "a..da@example.org"];

struct Maker {
    dice: Dice,
    engine: Engine,
    accounts: [Accounts; 2],
}

/// The company of this seed.
pub(crate) fn company(engine: Engine, seed: u64) -> Company {
    let mut dice = Dice::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let kinds = [Accounts::Numbers, Accounts::Texts, Accounts::Uuids, Accounts::Pairs];
    let mut kind = || *dice.one_of(&kinds).unwrap();
    let accounts = [kind(), kind()];
    let mut maker = Maker { dice, engine, accounts };
    let systems: Vec<System> = ["shop", "chat", "post"].map(|id| maker.system(id)).into();
    let directories = maker.directories(&systems);
    let visitors = maker.visitors();
    let is_exact = maker.dice.happens(0.2);
    Company { seed, engine, is_exact, systems, directories, visitors }
}

impl Maker {
    fn one(&mut self, of: &[&'static str]) -> &'static str {
        self.dice.one_of(of).unwrap()
    }

    fn up_to(&mut self, least: u32, most: u32) -> u32 {
        least + self.dice.below(most - least + 1)
    }

    fn system(&mut self, id: &'static str) -> System {
        let issuer = usize::try_from(self.dice.below(2)).unwrap();
        let mut system = System {
            id,
            issuer,
            side_effects: Vec::new(),
            tables: Vec::new(),
            datasets: Vec::new(),
        };
        let users = self.users(issuer);
        let things_issuer = if self.dice.happens(0.2) { 1 - issuer } else { issuer };
        let things = self.things(things_issuer);
        system.tables = vec![users.0, things.0];
        if self.dice.happens(0.7) {
            self.items(&mut system, things_issuer, &things.1);
        }
        if self.dice.happens(0.4) {
            self.talk(&mut system);
        }
        let erase = self.erase(&[(2, true), (3, true)], 0.5, 0.2);
        let find = things.1;
        system.datasets.push(Dataset {
            id: "things",
            table: 1,
            issuer: things_issuer,
            find,
            columns: self.columns(&system.tables[1]),
            erase,
        });
        let erase = self.erase(&[(1, false), (2, true)], 0.6, 0.1);
        system.datasets.push(Dataset {
            id: "users",
            table: 0,
            issuer,
            find: users.1,
            columns: self.columns(&system.tables[0]),
            erase,
        });
        system
    }

    /// `n`, `email`, `name`, and the key.
    fn users(&mut self, issuer: usize) -> (Table, Vec<Find>) {
        let mail = self.mail_kind();
        let mut columns = columns_of(&[("n", Kind::Whole), ("email", mail), ("name", Kind::Text)]);
        columns[1].is_unique = mail == Kind::Text && self.dice.happens(0.5);
        let key = self.key(issuer, &mut columns, ["id", "tenant"]);
        let find = match self.dice.below(4) {
            0 => vec![Find::Account(key), Find::Email(1)],
            1 => vec![Find::Email(1)],
            _ => vec![Find::Account(key)],
        };
        let mut rows = Vec::new();
        for n in 0..self.up_to(3, 8) {
            let mut row = vec![Cell::Null; columns.len()];
            row[0] = Cell::Whole(i64::from(n) + 1);
            row[1] = self.mail();
            row[2] = Cell::Text(self.one(&["Ada", "Noor", "erased"]).into());
            self.fill(issuer, key, &columns, &mut row);
            let is_new = |row: &Vec<Cell>| rows.iter().all(|other: &Vec<Cell>| other[1] != row[1]);
            if !columns[1].is_unique || row[1] == Cell::Null || is_new(&row) {
                rows.push(row);
            }
        }
        (self.table("users", columns, rows), find)
    }

    /// `n`, `kind`, `mail`, `body`, and the key.
    fn things(&mut self, issuer: usize) -> (Table, Vec<Find>) {
        let mail = self.mail_kind();
        let mut columns = columns_of(&[
            ("n", Kind::Whole),
            ("kind", Kind::Text),
            ("mail", mail),
            ("body", Kind::Text),
        ]);
        let key = self.key(issuer, &mut columns, ["owner", "space"]);
        let all = [
            vec![Find::Account(key)],
            vec![Find::Email(2)],
            vec![Find::Account(key), Find::Email(2)],
            vec![Find::All(vec![Find::Account(key), Find::Email(2)])],
            vec![Find::All(vec![Find::Is(1, "own"), Find::Account(key)]), Find::Email(2)],
            vec![Find::All(vec![Find::Account(key), Find::Is(1, "own")])],
        ];
        let find = self.dice.one_of(&all).unwrap().clone();
        let mut rows = Vec::new();
        for n in 0..self.up_to(5, 12) {
            let mut row = vec![Cell::Null; columns.len()];
            row[0] = Cell::Whole(i64::from(n) + 1);
            row[1] = Cell::Text(self.one(&["own", "shared"]).into());
            row[2] = self.mail();
            row[3] = Cell::Text(format!("words {}", self.dice.below(1000)));
            self.fill(issuer, key, &columns, &mut row);
            rows.push(row);
        }
        (self.table("things", columns, rows), find)
    }

    /// Rows that refer to things: mapped through them, mapped by an owner of their own, a side effect, or forgotten.
    fn items(&mut self, system: &mut System, issuer: usize, find: &[Find]) {
        let mut columns =
            columns_of(&[("n", Kind::Whole), ("thing", Kind::Whole), ("body", Kind::Text)]);
        let key = self.key(issuer, &mut columns, ["author", "realm"]);
        let things = i64::try_from(system.tables[1].rows.len()).unwrap();
        let ways = [OnDelete::Nothing, OnDelete::Refuse, OnDelete::Cascade, OnDelete::SetNull];
        let on_delete = *self.dice.one_of(&ways).unwrap();
        let mut rows = Vec::new();
        for n in 0..self.up_to(1, 10) {
            let mut row = vec![Cell::Null; columns.len()];
            row[0] = Cell::Whole(i64::from(n) + 1);
            let thing = i64::from(self.dice.below(12)) + 1;
            row[1] = if thing <= things { Cell::Whole(thing) } else { Cell::Null };
            row[2] = Cell::Text(format!("item {n}"));
            self.fill(issuer, key, &columns, &mut row);
            rows.push(row);
        }
        let at = system.tables.len();
        let mut table = self.table("items", columns, rows);
        table.parent = Some(Parent { column: 1, table: 1, on_delete });
        let through: Vec<Find> =
            find.iter().map(|find| Find::Through(1, 1, Box::new(find.clone()))).collect();
        let find = match self.dice.below(5) {
            0 => None,
            1 => {
                system.side_effects.push(at);
                table.without_rowid = false;
                None
            }
            2 => Some(vec![Find::Account(key)]),
            _ => Some(through),
        };
        if let Some(find) = find {
            let erase = self.erase(&[(2, true)], 0.7, 0.15);
            let columns = self.columns(&table);
            system.datasets.push(Dataset { id: "items", table: at, issuer, find, columns, erase });
        }
        system.tables.push(table);
    }

    /// Messages between two accounts: one table, two datasets.
    fn talk(&mut self, system: &mut System) {
        let issuer = system.issuer;
        let mut columns = columns_of(&[("n", Kind::Whole), ("body", Kind::Text)]);
        let from = self.key(issuer, &mut columns, ["sender", "sender_space"]);
        let to = self.key(issuer, &mut columns, ["recipient", "recipient_space"]);
        let mut rows = Vec::new();
        for n in 0..self.up_to(4, 12) {
            let mut row = vec![Cell::Null; columns.len()];
            row[0] = Cell::Whole(i64::from(n) + 1);
            row[1] = Cell::Text(format!("talk {n}"));
            self.fill(issuer, from, &columns, &mut row);
            self.fill(issuer, to, &columns, &mut row);
            rows.push(row);
        }
        let table = system.tables.len();
        system.tables.push(self.table("talk", columns, rows));
        for (id, key) in [("sent", from), ("got", to)] {
            let (find, erase, columns) = (vec![Find::Account(key)], Erase::Delete, Vec::new());
            system.datasets.push(Dataset { id, table, issuer, find, columns, erase });
        }
    }

    fn table(&mut self, name: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
        let without_rowid = self.engine == Engine::Sqlite && self.dice.happens(0.15);
        Table { name, columns, parent: None, without_rowid, rows }
    }

    fn mail_kind(&mut self) -> Kind {
        *self.dice.one_of(&[Kind::Text, Kind::Text, Kind::NoCase, Kind::RTrim]).unwrap()
    }

    /// Adds the columns of an account.
    fn key(&mut self, issuer: usize, columns: &mut Vec<Column>, names: [&'static str; 2]) -> Key {
        let is_sqlite = self.engine == Engine::Sqlite;
        let texts = [Kind::Text, Kind::NoCase, Kind::RTrim];
        let text = *self.dice.one_of(&texts).unwrap();
        let other = self.dice.happens(0.5);
        let kind = match self.accounts[issuer] {
            Accounts::Numbers if other => Kind::Whole,
            Accounts::Numbers if is_sqlite && self.dice.happens(0.3) => Kind::Any,
            Accounts::Uuids if other && !is_sqlite => Kind::Uuid,
            Accounts::Numbers | Accounts::Texts | Accounts::Uuids => text,
            Accounts::Pairs => Kind::Whole,
        };
        let at = columns.len();
        columns.push(Column { name: names[0], kind, is_unique: false });
        if self.accounts[issuer] == Accounts::Pairs {
            columns.push(Column { name: names[1], kind: text, is_unique: false });
            return Key::Pair(at + 1, at);
        }
        Key::One(at)
    }

    /// Somebody's account, or nobody's.
    fn fill(&mut self, issuer: usize, key: Key, columns: &[Column], row: &mut [Cell]) {
        let account = self.one(self.accounts[issuer].pool());
        let chance = self.dice.below(12);
        match key {
            Key::Pair(space, number) => {
                let (tenant, digits) = account.rsplit_once(':').unwrap();
                row[space] = Cell::Text(tenant.into());
                row[number] = Cell::Whole(digits.parse().unwrap());
                if chance == 0 {
                    row[space] = Cell::Null;
                }
            }
            Key::One(at) => {
                let number = account.parse::<i64>().ok();
                let is_number = number.is_some_and(|number| number.to_string() == account);
                row[at] = match columns[at].kind {
                    _ if chance == 0 => Cell::Null,
                    Kind::Whole => number.map_or(Cell::Null, Cell::Whole),
                    Kind::Any if is_number && chance < 6 => Cell::Whole(number.unwrap()),
                    Kind::Uuid => Cell::Text(account.trim_matches(['{', '}']).to_ascii_lowercase()),
                    _ if chance == 1 => Cell::Text(String::new()),
                    _ => Cell::Text(account.into()),
                };
            }
        }
    }

    /// An address as somebody wrote it, or what is none.
    fn mail(&mut self) -> Cell {
        if self.dice.happens(0.15) {
            let none = self.one(&NO_ADDRESSES);
            return if self.dice.happens(0.3) { Cell::Null } else { Cell::Text(none.into()) };
        }
        let address = self.one(&ADDRESSES);
        Cell::Text(self.spelt(address))
    }

    fn spelt(&mut self, address: &str) -> String {
        let (local, domain) = address.rsplit_once('@').unwrap();
        match self.dice.below(9) {
            0 => format!("{}@{domain}", local.to_uppercase()),
            1 => format!("{local}@{}", domain.replace(['\u{fc}'], "u\u{308}")),
            2 => format!("{}@{domain}", local.replace('\u{eb}', "e\u{308}")),
            3 => format!(" {address}  "),
            4 => format!("{local}@{}", domain.replace("b\u{fc}cher", "xn--bcher-kva")),
            5 => format!("{local}@{}", domain.replace("example", "EXAMPLE")),
            6 if self.engine == Engine::Sqlite => {
                format!("{local}@{}\r\n", domain.replace('.', "\u{3002}"))
            }
            _ => address.to_owned(),
        }
    }

    /// `may` holds columns, and whether one may be emptied.
    fn erase(&mut self, may: &[(usize, bool)], delete: f64, keep: f64) -> Erase {
        let share = self.dice.share();
        if share < delete {
            return Erase::Delete;
        }
        if share < delete + keep {
            return Erase::Keep;
        }
        let mut set = Vec::new();
        for (column, _) in may {
            let new = match self.dice.below(4) {
                0 => New::Null,
                1 => New::Each("erased-", "@example.invalid"),
                _ => New::Same("erased@example.invalid"),
            };
            if set.is_empty() || self.dice.happens(0.5) {
                set.push((*column, new));
            }
        }
        Erase::Set(set)
    }

    fn columns(&mut self, table: &Table) -> Vec<usize> {
        if self.dice.happens(0.5) { Vec::new() } else { (0..table.columns.len() - 1).collect() }
    }

    fn directories(&mut self, systems: &[System]) -> Vec<Directory> {
        let mut all = Vec::new();
        for (at, system) in systems.iter().enumerate() {
            if self.dice.happens(0.5) {
                let account = match system.tables[0].columns.len() {
                    5 => Key::Pair(4, 3),
                    _ => Key::One(3),
                };
                let issuer = system.issuer;
                all.push(Directory { system: at, issuer, table: 0, account, email: 1 });
            }
        }
        all
    }

    fn account(&mut self) -> (usize, String) {
        let issuer = usize::try_from(self.dice.below(2)).unwrap();
        (issuer, self.one(self.accounts[issuer].pool()).to_owned())
    }

    fn visitors(&mut self) -> Vec<Visitor> {
        let mut all: Vec<Visitor> = Vec::new();
        while all.len() < 3 {
            let address = self.one(&ADDRESSES);
            let address = self.spelt(address).trim().to_owned();
            let visitor = if self.dice.happens(0.6) {
                let email = self.dice.happens(0.6).then_some(address);
                let identified = self.dice.happens(0.2).then(|| self.account());
                let identified =
                    identified.map(|account| Identified { account: Some(account), email: false });
                Visitor { token: Some(self.account()), email, identified }
            } else {
                let account = self.dice.happens(0.4).then(|| self.account());
                let email = account.is_none() || self.dice.happens(0.5);
                let identified = Some(Identified { account, email });
                let identified = identified.filter(|_| !self.dice.happens(0.1));
                Visitor { token: None, email: Some(address), identified }
            };
            let form = |visitor: &Visitor| {
                let email = visitor.email.as_deref();
                let email = email.and_then(habeas::domain::address::normal);
                (visitor.token.clone(), if visitor.token.is_none() { email } else { None })
            };
            if all.iter().all(|other| form(other) != form(&visitor)) {
                all.push(visitor);
            }
        }
        all
    }
}

fn columns_of(all: &[(&'static str, Kind)]) -> Vec<Column> {
    all.iter().map(|(name, kind)| Column { name, kind: *kind, is_unique: false }).collect()
}
