//! Witnesses on the real binary: they cosign a log that grows, and refuse one that shows another face.

use std::io::BufReader;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use habeas::audit::checkpoint::Checkpoint;
use habeas::audit::merkle::{Frontier, leaf_hash};

use super::harness::{Gateway, Setup, reference};

/// `habeas audit witness`, running; ends with the value.
struct Running {
    child: Child,
    vkey: String,
    url: String,
}

impl Running {
    fn start(dir: &Path, log: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_habeas"))
            .args(["audit", "witness", "--listen", "127.0.0.1:0", "--name", "council.example"])
            .args(["--dir", dir.to_str().unwrap(), "--log", log])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let line = |from: &mut dyn std::io::BufRead| {
            let mut line = String::new();
            from.read_line(&mut line).unwrap();
            line.trim().to_owned()
        };
        let vkey = line(&mut BufReader::new(child.stdout.take().unwrap()));
        let said = line(&mut BufReader::new(child.stderr.take().unwrap()));
        let url = said.strip_prefix("listening on ").unwrap().to_owned();
        Self { child, vkey, url }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

// The log's key is made with the gateway, the witness needs it: the gateway starts again with the witness configured.
fn configure(gateway: &mut Gateway, witness: &Running) {
    gateway.stop();
    let path = gateway.dir.join("habeas.toml");
    let settings = std::fs::read_to_string(&path).unwrap();
    let section =
        format!("\n[[audit.witness]]\nurl = \"{}\"\nvkey = \"{}\"\n", witness.url, witness.vkey);
    std::fs::write(&path, settings + &section).unwrap();
    gateway.restart();
}

#[test]
fn a_witness_cosigns_what_grows_and_receipts_carry_it() {
    let settings = "[server]\nmetrics_bind = \"127.0.0.1:0\"\n".into();
    let mut gateway = Gateway::start_with(Setup { settings, ..Setup::default() });
    let seen = gateway.dir.join("witness");
    let witness = Running::start(&seen, &gateway.office.log_key.vkey());
    configure(&mut gateway, &witness);
    let ada = gateway.person("u-0001");
    let opened = reference(&ada.asks_for("other"));
    let path = format!("/v1/requests/{opened}/receipt");
    let receipt = || gateway.get(&path, &ada.token()).text().unwrap();
    gateway.until("the receipt is cosigned", || receipt().contains("— council.example "));
    let file = gateway.dir.join("receipt.tlog-proof");
    std::fs::write(&file, receipt()).unwrap();
    let check = |vkey: &str| {
        let key = gateway.office.log_key.vkey();
        let file = file.to_str().unwrap();
        gateway.command(&["audit", "check-receipt", file, "--key", &key, "--witness", vkey])
    };
    assert_eq!(check(&witness.vkey).0, 0);
    let metrics = gateway.http.get(&gateway.metrics).send().unwrap();
    let metrics = metrics.text().unwrap();
    let line = "habeas_log_cosigned_leaves{witness=\"council.example\"} ";
    assert!(metrics.contains(line) && !metrics.contains(&format!("{line}0\n")), "{metrics}");
    let stranger =
        habeas::audit::witness::Cosigner::from_seed("council.example", &[3; 32]).unwrap();
    let (code, _, said) = check(&stranger.public().to_string());
    assert_eq!(code, 1, "{said}");
    gateway.until("the newest head is cosigned", || gateway.command(&["audit", "verify"]).0 == 0);
    let (code, said, _) =
        gateway.command(&["audit", "verify", "--witness", &stranger.public().to_string()]);
    assert_eq!(code, 1, "a witness who has not cosigned is missed: {said}");
    drop(witness);
    // Nobody answers, and the log goes on.
    let later = reference(&ada.asks_for("other"));
    gateway.until("it is signed without the witness", || {
        gateway.get(&format!("/v1/requests/{later}/receipt"), &ada.token()).status() == 200
    });
    gateway.stop();
    let settings = std::fs::read_to_string(gateway.dir.join("habeas.toml")).unwrap();
    let without = settings.split("\n[[audit.witness]]").next().unwrap();
    std::fs::write(gateway.dir.join("habeas.toml"), without).unwrap();
}

#[test]
fn two_gateways_with_one_key_cannot_both_have_the_witness() {
    let mut first = Gateway::start();
    let seen = first.dir.join("witness");
    let witness = Running::start(&seen, &first.office.log_key.vkey());
    configure(&mut first, &witness);
    let ada = first.person("u-0001");
    ada.asks_for("other");
    first.until("the first is cosigned", || {
        first.database().count("SELECT count(*) FROM log_cosignatures") > 0
    });
    let mut second = Gateway::start_with(Setup::default());
    second.stop();
    std::fs::copy(first.dir.join("keys/log.key"), second.dir.join("keys/log.key")).unwrap();
    std::fs::remove_file(second.dir.join("log-head.note")).ok();
    second.database().execute("DELETE FROM log_checkpoints");
    configure(&mut second, &witness);
    for _ in 0..3 {
        second.person("u-0001").asks_for("other");
    }
    let size = second.database().count("SELECT size FROM log_head");
    second.until("the second is signed by the log", || {
        second.database().count("SELECT coalesce(max(size), 0) FROM log_checkpoints") >= size
    });
    std::thread::park_timeout(std::time::Duration::from_millis(1500));
    assert_eq!(second.database().count("SELECT count(*) FROM log_cosignatures"), 0);
    let (code, _, said) = second.command(&["audit", "verify"]);
    assert_eq!(code, 1);
    assert!(said.contains("not cosigned by `council.example`"), "{said}");
    second.expects_damage = true;
}

#[test]
fn a_log_that_is_signed_anew_with_its_own_key_is_found_by_the_witness() {
    let mut gateway = Gateway::start();
    gateway.expects_damage = true;
    let seen = gateway.dir.join("witness");
    let witness = Running::start(&seen, &gateway.office.log_key.vkey());
    configure(&mut gateway, &witness);
    let ada = gateway.person("u-0001");
    ada.asks_for("other");
    let newest = || {
        let newest = "SELECT count(*) FROM log_head h JOIN log_cosignatures c ON c.size = h.size";
        gateway.database().count(newest) > 0
    };
    gateway.until("the newest head is cosigned", newest);
    gateway.stop();
    assert_eq!(gateway.command(&["audit", "verify"]).0, 0);
    // Whoever holds database and log key leaves the last entry out and signs everything again, head file included.
    let store = &gateway.office.store;
    let rows = store.read_blocking("leaves", |tx| tx.leaves(0, i64::MAX)).unwrap();
    let mut frontier = Frontier::default();
    rows[..rows.len() - 1].iter().for_each(|row| frontier.push(leaf_hash(&row.entry)));
    let key = &gateway.office.log_key;
    let (size, root) = (frontier.size(), frontier.root());
    let note = Checkpoint { origin: key.name().to_owned(), size, root }.sign(key).unwrap();
    let width = (rows.len() - 1) * 32;
    let database = gateway.database();
    let hex: String = frontier.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let peaks = if database.is_postgres() { format!("'\\x{hex}'") } else { format!("X'{hex}'") };
    let time = habeas::audit::entry::Entry::parse(&rows[rows.len() - 2].entry).unwrap().time();
    database.execute(&format!(
        "DELETE FROM log_leaves WHERE idx >= {size}; DELETE FROM openings WHERE idx >= {size};
         UPDATE log_tiles SET hashes = substr(hashes, 1, {width});
         UPDATE log_head SET size = {size}, peaks = {peaks}, last_time = {time};
         DELETE FROM log_cosignatures; DELETE FROM log_checkpoints;
         INSERT INTO log_checkpoints (size, note, signed_at, seal) VALUES ({size}, '{note}', 0, {peaks})"
    ));
    std::fs::write(gateway.dir.join("log-head.note"), note).unwrap();
    let (code, _, said) = gateway.command(&["audit", "verify"]);
    assert_eq!(code, 1, "the witness did not sign this");
    assert!(said.contains("not cosigned by `council.example`"), "{said}");
}
