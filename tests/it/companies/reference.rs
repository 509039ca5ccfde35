//! What is right, worked out row by row and without a database.

use habeas::domain::address;

use super::generate::{
    Cell, Company, Dataset, Erase, Find, Key, New, OnDelete, System, Table, Visitor,
};

/// What is known of somebody, and verified.
#[derive(Clone, Default, Debug)]
pub(crate) struct Known {
    pub accounts: Vec<(usize, String)>,
    pub addresses: Vec<String>,
}

/// What is known of a visitor once the officer has done what they do; nothing when nobody knows who it is.
pub(crate) fn known(visitor: &Visitor) -> Option<Known> {
    let mut known = Known::default();
    match &visitor.token {
        Some(account) => {
            known.accounts.push(account.clone());
            known.addresses.extend(visitor.email.clone());
        }
        None if visitor.identified.is_none() => return None,
        None => {}
    }
    if let Some(found) = &visitor.identified {
        known.accounts.extend(found.account.clone());
        if found.email && visitor.token.is_none() {
            known.addresses.extend(visitor.email.clone());
        }
    }
    Some(known)
}

/// What is found in one dataset.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Looked {
    /// Rows by their place in the table.
    Rows(Vec<usize>),
    /// Nothing is known that could find them.
    Not,
}

/// What is found in every dataset of every system.
pub(crate) fn look(company: &Company, known: &Known) -> Vec<Vec<Looked>> {
    let accounts = [0, 1].map(|issuer| accounts(company, known, issuer));
    let look = |system: &System, dataset: &Dataset| {
        let person = Person {
            company,
            accounts: accounts[dataset.issuer].as_deref(),
            addresses: &known.addresses,
        };
        person.look(system, dataset)
    };
    let all = |system: &System| system.datasets.iter().map(|set| look(system, set)).collect();
    company.systems.iter().map(all).collect()
}

/// The accounts at an issuer, if anybody knows them: from the case, or one and no other from the directories.
pub(crate) fn accounts(company: &Company, known: &Known, issuer: usize) -> Option<Vec<String>> {
    let own: Vec<String> =
        known.accounts.iter().filter(|(at, _)| *at == issuer).map(|(_, sub)| sub.clone()).collect();
    if !own.is_empty() {
        return Some(own);
    }
    let mut directories = company.directories.iter().filter(|d| d.issuer == issuer).peekable();
    if known.addresses.is_empty() || directories.peek().is_none() {
        return None;
    }
    let person = Person { company, accounts: None, addresses: &known.addresses };
    let mut found = Vec::new();
    for directory in directories {
        let table = &company.systems[directory.system].tables[directory.table];
        let rows = table.rows.iter().filter(|row| person.is_address(&row[directory.email]));
        found.extend(rows.filter_map(|row| key(row, directory.account)));
    }
    found.sort();
    found.dedup();
    (found.len() < 2).then_some(found)
}

/// The account that a row holds, as text.
fn key(row: &[Cell], key: Key) -> Option<String> {
    match key {
        Key::One(at) => row[at].text(),
        Key::Pair(one, two) => Some(format!("{}:{}", row[one].text()?, row[two].text()?)),
    }
}

struct Person<'c> {
    company: &'c Company,
    accounts: Option<&'c [String]>,
    addresses: &'c [String],
}

impl Person<'_> {
    fn look(&self, system: &System, dataset: &Dataset) -> Looked {
        let usable: Vec<&Find> = dataset.find.iter().filter(|find| self.can_use(find)).collect();
        if usable.is_empty() {
            return Looked::Not;
        }
        let table = &system.tables[dataset.table];
        let is_theirs = |row: &&usize| {
            usable.iter().any(|find| self.is_found(system, find, &table.rows[**row]))
        };
        let all: Vec<usize> = (0..table.rows.len()).collect();
        Looked::Rows(all.iter().filter(is_theirs).copied().collect())
    }

    fn can_use(&self, find: &Find) -> bool {
        match find {
            Find::Account(_) => self.accounts.is_some(),
            Find::Email(_) => !self.addresses.is_empty(),
            Find::Is(..) => true,
            Find::All(all) => all.iter().all(|one| self.can_use(one)),
            Find::Through(_, _, find) => self.can_use(find),
        }
    }

    fn is_found(&self, system: &System, find: &Find, row: &[Cell]) -> bool {
        match find {
            // Nothing is nobody's account.
            Find::Account(at) => key(row, *at).is_some_and(|account| {
                !account.trim().is_empty() && self.accounts.unwrap_or_default().contains(&account)
            }),
            Find::Email(at) => self.is_address(&row[*at]),
            Find::Is(at, text) => row[*at] == Cell::Text((*text).to_owned()),
            Find::All(all) => all.iter().all(|one| self.is_found(system, one, row)),
            Find::Through(at, table, find) => {
                let parents = &system.tables[*table].rows;
                parents
                    .iter()
                    .any(|parent| parent[0] == row[*at] && self.is_found(system, find, parent))
            }
        }
    }

    fn is_address(&self, cell: &Cell) -> bool {
        let form = if self.company.is_exact { address::exact } else { address::normal };
        let Cell::Text(text) = cell else { return false };
        let held = form(text);
        held.is_some() && self.addresses.iter().any(|known| form(known) == held)
    }
}

/// A value after an erasure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Later {
    Is(Cell),
    /// This, or in a column that must be unique something between these.
    Erased(&'static str, &'static str, Option<&'static str>),
}

impl Later {
    pub(crate) fn fits(&self, cell: &Cell) -> bool {
        match (self, cell) {
            (Self::Is(wanted), cell) => wanted == cell,
            (Self::Erased(begin, end, same), Cell::Text(text)) => {
                same.is_some_and(|same| same == text)
                    || (text.starts_with(begin) && text.ends_with(end))
            }
            (Self::Erased(..), Cell::Null | Cell::Whole(_)) => false,
        }
    }
}

/// What an answer says of a dataset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Told {
    Erased(u64),
    Overwritten(u64),
    Kept(u64),
}

/// What an erasure does in one system.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Fate {
    /// Nothing can be looked up there.
    Untouched,
    /// Somebody else, or what is kept, would lose something: nothing happens.
    Refused,
    Done {
        /// The rows that there are then, by table.
        tables: Vec<Vec<Vec<Later>>>,
        /// By dataset; none for what is not looked up.
        told: Vec<Option<Told>>,
    },
}

/// What an erasure does everywhere.
pub(crate) fn erase(company: &Company, known: &Known) -> Vec<Fate> {
    let looked = look(company, known);
    let systems = company.systems.iter().zip(&looked);
    systems
        .enumerate()
        .map(|(at, (system, looked))| one(company, known, at, system, looked))
        .collect()
}

fn one(company: &Company, known: &Known, at: usize, system: &System, looked: &[Looked]) -> Fate {
    if looked.iter().all(|looked| *looked == Looked::Not) {
        return Fate::Untouched;
    }
    let mut rows: Vec<Vec<Option<Vec<Later>>>> = system.tables.iter().map(all_of).collect();
    let mut told = Vec::new();
    for (dataset, looked) in system.datasets.iter().zip(looked) {
        let Looked::Rows(found) = looked else {
            told.push(None);
            continue;
        };
        let table = &mut rows[dataset.table];
        let mut changed = 0;
        for place in found {
            match &dataset.erase {
                Erase::Keep => changed += 1,
                // A row that two datasets know goes once.
                Erase::Delete => changed += u64::from(table[*place].take().is_some()),
                Erase::Set(set) => {
                    let Some(row) = &mut table[*place] else { continue };
                    changed += u64::from(overwrite(row, set));
                }
            }
        }
        told.push(Some(match &dataset.erase {
            Erase::Delete => Told::Erased(changed),
            Erase::Set(_) => Told::Overwritten(changed),
            Erase::Keep => Told::Kept(changed),
        }));
    }
    if !parents_go(system, &mut rows) || is_kept_lost(company, known, at, &rows, looked) {
        return Fate::Refused;
    }
    let tables = rows.into_iter().map(|table| table.into_iter().flatten().collect()).collect();
    Fate::Done { tables, told }
}

fn all_of(table: &Table) -> Vec<Option<Vec<Later>>> {
    let row = |row: &Vec<Cell>| Some(row.iter().cloned().map(Later::Is).collect());
    table.rows.iter().map(row).collect()
}

/// Whether anything in the row was not so before.
fn overwrite(row: &mut [Later], set: &[(usize, New)]) -> bool {
    let mut changed = false;
    for (column, new) in set {
        let later = match new {
            New::Null => Later::Is(Cell::Null),
            New::Each(begin, end) => Later::Erased(begin, end, None),
            New::Same(text) => Later::Erased("erased-", "@example.invalid", Some(text)),
        };
        let was = &row[*column];
        changed |= !matches!((was, &later), (Later::Is(cell), _) if later.fits(cell));
        row[*column] = later;
    }
    changed
}

/// What refers to a row that goes. False when somebody loses a row, or a part of one, that is not the person's to erase.
fn parents_go(system: &System, rows: &mut [Vec<Option<Vec<Later>>>]) -> bool {
    for (at, table) in system.tables.iter().enumerate() {
        let Some(parent) = &table.parent else { continue };
        for (place, row) in table.rows.iter().enumerate() {
            let parents = &system.tables[parent.table].rows;
            let target = parents.iter().position(|parent| parent[0] == row[1]);
            let is_orphan = target.is_some_and(|target| rows[parent.table][target].is_none());
            if rows[at][place].is_none() || !is_orphan {
                continue;
            }
            let is_allowed = system.side_effects.contains(&at);
            match (parent.on_delete, is_allowed) {
                (OnDelete::Nothing, _) => {}
                (OnDelete::Cascade, true) => rows[at][place] = None,
                (OnDelete::SetNull, true) => {
                    if let Some(row) = &mut rows[at][place] {
                        row[parent.column] = Later::Is(Cell::Null);
                    }
                }
                (OnDelete::Cascade | OnDelete::SetNull | OnDelete::Refuse, _) => return false,
            }
        }
    }
    true
}

/// What is kept must be found as before: nobody could find it again by the data map otherwise.
fn is_kept_lost(
    company: &Company,
    known: &Known,
    at: usize,
    rows: &[Vec<Option<Vec<Later>>>],
    looked: &[Looked],
) -> bool {
    // The directories were asked before.
    let accounts = [0, 1].map(|issuer| accounts(company, known, issuer));
    let mut after = company.clone();
    for (table, rows) in after.systems[at].tables.iter_mut().zip(rows) {
        let cell = |later: &Later| match later {
            Later::Is(cell) => cell.clone(),
            Later::Erased(..) => Cell::Text("erased@example.invalid".into()),
        };
        let rows = rows.iter().flatten().map(|row| row.iter().map(cell).collect());
        table.rows = rows.collect();
    }
    let system = &after.systems[at];
    system.datasets.iter().zip(looked).any(|(dataset, looked)| {
        let (Erase::Keep, Looked::Rows(found)) = (&dataset.erase, looked) else { return false };
        let accounts = accounts[dataset.issuer].as_deref();
        let person = Person { company: &after, accounts, addresses: &known.addresses };
        let Looked::Rows(now) = person.look(system, dataset) else { return false };
        now.len() != found.len()
    })
}
