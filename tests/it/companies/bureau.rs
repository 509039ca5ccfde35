//! A gateway for one company, without its doors and its workers: each step is taken by hand.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use habeas::casework::Office;
use habeas::casework::answer::acts::{self, Act, Identified};
use habeas::casework::answer::fulfil::{self, Tried, Try};
use habeas::casework::case::actor::Actor;
use habeas::casework::case::browse::{self, Shown};
use habeas::casework::case::reading::Reader;
use habeas::casework::intake::ask::{Ask, Came, Labels};
use habeas::casework::intake::desk::Desk;
use habeas::casework::policies::activation;
use habeas::casework::replay::verify;
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::id::Reference;
use habeas::domain::identity::{Asker, Personal};
use habeas::domain::right::{Right, Scope};
use habeas::domain::role::{Officer, Role};
use habeas::domain::time::Instant;
use habeas::policy::datamap::Datamap;
use habeas::store::vault::random;

use super::generate::{Company, Visitor};
use super::place::{ISSUERS, Place};

const START: Instant = Instant(1_795_503_600_000);

pub(crate) struct Bureau {
    pub place: Place,
    pub office: Arc<Office>,
    folder: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
    clock: Clock,
    opened: RefCell<Vec<(Asker, Reference)>>,
}

/// A case, as its person and its officer know it.
pub(crate) struct Case {
    pub asker: Asker,
    pub reference: Reference,
    pub id: Vec<u8>,
}

impl Bureau {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_files(folder.path());
        let clock = Clock::at(START);
        let office = open(folder.path(), &clock);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let (place, opened) = (Place::none(folder.path()), RefCell::default());
        Self { place, office, folder, runtime, clock, opened }
    }

    /// Works for this company from now on; nobody of the last one waits any more.
    pub(crate) fn moves_to(&mut self, company: &Company) {
        for (asker, reference) in self.opened.take() {
            // Those that were answered cannot be taken back.
            let done = acts::perform(&self.office, Actor::Person(asker), reference, Act::Withdraw);
            let _ = self.runtime.block_on(done);
        }
        self.place = Place::new(self.folder.path(), company);
        let map = toml::from_str(&self.place.map(company)).unwrap();
        self.learns(map);
    }

    fn learns(&mut self, map: Datamap) {
        // The desk's thread lets go of the office when it has seen that nobody comes any more.
        let office = loop {
            if let Some(office) = Arc::get_mut(&mut self.office) {
                break office;
            }
            std::thread::yield_now();
        };
        office.policies.datamap = map;
    }

    /// The gateway died, and another one begins where it ended.
    pub(crate) fn dies(&mut self) {
        let map = self.office.policies.datamap.clone();
        self.office = open(self.folder.path(), &self.clock);
        self.learns(map);
    }

    /// Somebody asks, and an officer identifies them where that is how it goes.
    pub(crate) fn opens(&self, visitor: &Visitor, right: Right) -> Case {
        self.clock.pass_ms(1000);
        let personal = |text: &String| Personal::new(text.clone());
        let asker = match (&visitor.token, &visitor.email) {
            (Some((issuer, sub)), email) => Asker::Account {
                issuer: ISSUERS[*issuer].into(),
                sub: personal(sub),
                email: email.as_ref().map(personal),
            },
            (None, email) => Asker::Address(personal(email.as_ref().unwrap())),
        };
        let ask = Ask {
            asker: asker.clone(),
            right,
            scope: Scope::default(),
            message: None,
            language: None,
            country: None,
            labels: Labels::default(),
            came: Came::Program,
            ticket: None,
            idempotency: None,
            entered: None,
        };
        let desk = Desk::start(Arc::clone(&self.office)).unwrap();
        let reference = self.runtime.block_on(desk.open(ask)).unwrap().reference;
        self.opened.borrow_mut().push((asker.clone(), reference));
        let id = self.row(reference);
        let case = Case { asker, reference, id };
        if let Some(found) = &visitor.identified {
            let account = found.account.as_ref();
            let account =
                account.map(|(issuer, sub)| (Some(ISSUERS[*issuer].to_owned()), personal(sub)));
            let found = Identified { how: "a call".into(), account, email: found.email };
            self.officer_does(&case, Act::Identify(found));
        }
        case
    }

    fn row(&self, reference: Reference) -> Vec<u8> {
        let find = move |tx: &mut habeas::store::Tx<'_>| {
            let row = tx.case_by_reference(&reference.to_string())?;
            Ok::<_, habeas::casework::CaseworkError>(row.unwrap().id)
        };
        self.office.store.read_blocking("case", find).unwrap()
    }

    pub(crate) fn officer_does(&self, case: &Case, deed: Act) {
        let roles = BTreeSet::from([Role::Caseworker]);
        let officer = Officer::attested("officer".into(), roles);
        let actor = Actor::Officer(officer, self.sees(case).version);
        let done = acts::perform(&self.office, actor, case.reference, deed);
        self.runtime.block_on(done).unwrap();
    }

    pub(crate) fn person_withdraws(&self, case: &Case) {
        assert!(self.withdraws(case), "there was nothing to take back");
    }

    /// Takes it back, unless it has been answered meanwhile.
    pub(crate) fn withdraws(&self, case: &Case) -> bool {
        let actor = Actor::Person(case.asker.clone());
        let done = acts::perform(&self.office, actor, case.reference, Act::Withdraw);
        self.runtime.block_on(done).is_ok()
    }

    /// What a worker does when it takes the case up.
    pub(crate) fn works(&self, case: &Case) -> Tried {
        self.clock.pass_ms(1000);
        fulfil::try_to(&self.office, &case.id, Try::Patient).unwrap()
    }

    pub(crate) fn sees(&self, case: &Case) -> Shown {
        let reader = Reader::Person(case.asker.clone());
        self.runtime.block_on(browse::one(&self.office, reader, case.reference)).unwrap()
    }

    /// What was handed out.
    pub(crate) fn package(&self, case: &Case) -> serde_json::Value {
        let reader = Reader::Person(case.asker.clone());
        let package = browse::package(&self.office, reader, case.reference);
        let (bytes, _) = self.runtime.block_on(package).unwrap();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        zip.by_name("data.json").unwrap().read_to_string(&mut text).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// What the log tells otherwise than the tables.
    pub(crate) fn differences(&self) -> Vec<String> {
        verify::replay(&self.office.store, &self.office.vault).unwrap().differences
    }
}

fn open(dir: &Path, clock: &Clock) -> Arc<Office> {
    let config = Config::load(Some(&dir.join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let office = habeas::gateway::office(&config, clock.clone(), 1).unwrap();
    activation::activate(&office).unwrap();
    office
}

fn write_files(dir: &Path) {
    use base64::Engine as _;
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    std::fs::create_dir_all(dir.join("policies/regimes")).unwrap();
    std::fs::create_dir_all(dir.join("keys")).unwrap();
    for name in ["costs.toml", "thresholds.toml", "purposes.toml", "regimes/eu.toml"] {
        std::fs::copy(policies.join(name), dir.join("policies").join(name)).unwrap();
    }
    std::fs::write(dir.join("policies/datamap.toml"), "version = \"2026-11-24\"\nnowhere = true\n")
        .unwrap();
    for name in ["master.key", "log.key"] {
        let key = base64::engine::general_purpose::STANDARD.encode(random::<32>());
        std::fs::write(dir.join("keys").join(name), key).unwrap();
    }
    let settings = format!(
        "[database]\nurl = \"sqlite://gateway.db\"\n[audit]\norigin = \"test.invalid/habeas\"\n[auth]\ndevelopment_issuer = true\n\
         [[auth.issuer]]\nissuer = \"{}\"\naudience = \"habeas\"\njwks_file = \"none\"\nalgorithms = [\"ES256\"]\nfor = \"subject\"\n",
        ISSUERS[1]
    );
    std::fs::write(dir.join("habeas.toml"), settings).unwrap();
}
