//! Where the data are: snapshots, changes, filters, lists.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::harness::{Gateway, Setup};

impl Gateway {
    /// The command line with something on its standard input: exit code, standard output, standard error.
    pub(crate) fn command_with(&self, arguments: &[&str], input: &[u8]) -> (i32, Vec<u8>, String) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_habeas"))
            .arg("--config")
            .arg(self.dir.join("habeas.toml"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let input = input.to_vec();
        // A command that refuses does not read.
        let writer = std::thread::spawn(move || pipe.write_all(&input).is_ok());
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        (output.status.code().unwrap(), output.stdout, String::from_utf8(output.stderr).unwrap())
    }

    fn snapshot_of(&self, purpose: &str, name: &str) -> (String, String) {
        let file = |name: &str| self.dir.join(name).to_str().unwrap().to_owned();
        let (snapshot, keys) = (file(name), file(&format!("{name}.key")));
        let (code, _, wrong) =
            self.command(&["objections", "snapshot", "--purpose", purpose, "--out", &snapshot]);
        assert_eq!(code, 0, "{wrong}");
        let (code, key, wrong) = self.command(&["objections", "key", "--purpose", purpose]);
        assert_eq!(code, 0, "{wrong}");
        std::fs::write(&keys, key).unwrap();
        (snapshot, keys)
    }
}

fn lines(people: std::ops::Range<u32>) -> String {
    people.map(|n| format!("{}\n", json!({ "text": "…", "user": format!("p-{n}") }))).collect()
}

#[test]
fn a_filter_leaves_out_who_objects_whether_it_asks_database_snapshot_or_gateway() {
    let gateway = Gateway::start();
    let api_key = gateway.pipeline();
    for n in [2, 5, 11] {
        gateway.person(&format!("p-{n}")).objects_to("ai_training");
    }
    gateway.person("p-3").objects_to("marketing_email");
    let (snapshot, keys) = gateway.snapshot_of("ai_training", "ai.snapshot");
    let input = lines(0..20);
    let kept: String = input
        .lines()
        .filter(|line| !["p-2\"", "p-5\"", "p-11\""].iter().any(|id| line.contains(id)))
        .map(|line| format!("{line}\n"))
        .collect();
    let filter = ["objections", "filter", "--purpose", "ai_training", "--key", "user"];
    let by_snapshot = [filter.as_slice(), &["--snapshot", &snapshot, "--key-file", &keys]].concat();
    let (code, out, said) = gateway.command_with(&by_snapshot, input.as_bytes());
    assert_eq!((code, String::from_utf8(out).unwrap()), (0, kept.clone()), "{said}");
    assert!(said.contains("kept 17, dropped 3, epoch 4"), "{said}");
    assert!(said.contains("habeas-filter-run/v1\n{") && said.contains("/runs "), "{said}");
    let (code, out, said) = gateway.command_with(&filter, input.as_bytes());
    assert_eq!((code, String::from_utf8(out).unwrap()), (0, kept.clone()), "{said}");
    let url = gateway.url.clone();
    let by_server = [filter.as_slice(), &["--server", &url]].concat();
    let (code, _, said) = gateway.command_with(&by_server, input.as_bytes());
    assert_eq!(code, 2);
    assert!(said.contains("HABEAS_API_KEY"), "{said}");
    let out = Command::new(env!("CARGO_BIN_EXE_habeas"))
        .args(&by_server)
        .env("HABEAS_API_KEY", &api_key)
        .stdin({
            std::fs::write(gateway.dir.join("in.jsonl"), &input).unwrap();
            std::fs::File::open(gateway.dir.join("in.jsonl")).unwrap()
        })
        .output()
        .unwrap();
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(String::from_utf8(out.stdout).unwrap(), kept, "{said}");
    let runs = "SELECT count(*) FROM log_leaves";
    let before = gateway.database().count(runs);
    gateway.command_with(&filter, input.as_bytes());
    assert_eq!(gateway.database().count(runs), before + 1, "a run is in the audit log");
}

#[test]
fn a_file_appears_when_it_is_complete_and_a_wrong_record_leaves_none() {
    let gateway = Gateway::start();
    gateway.person("p-1").objects_to("ai_training");
    let (snapshot, keys) = gateway.snapshot_of("ai_training", "ai.snapshot");
    let out = gateway.dir.join("allowed.csv");
    let run = |input: &str, more: &[&str]| {
        let all = [
            "objections",
            "filter",
            "--purpose",
            "ai_training",
            "--key",
            "id",
            "--format",
            "csv",
            "--snapshot",
            &snapshot,
            "--key-file",
            &keys,
            "--out",
            out.to_str().unwrap(),
        ];
        gateway.command_with(&[all.as_slice(), more].concat(), input.as_bytes())
    };
    let (code, _, said) = run("id,text\np-0,a\np-1,b\np-2\n", &[]);
    assert_eq!(code, 2);
    assert!(said.contains("line 4") && said.contains("--on-error skip"), "{said}");
    let left: Vec<_> = std::fs::read_dir(&gateway.dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("allowed"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "nothing that looks complete, and nothing left over");
    let (code, _, said) = run("id,text\np-0,a\np-1,b\np-2\n", &["--on-error", "skip"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("kept 1, dropped 1, skipped 1"), "{said}");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "id,text\np-0,a\n");
    let record = std::fs::read_to_string(gateway.dir.join("allowed.csv.run")).unwrap();
    let vkey = std::fs::read_to_string(&keys).unwrap();
    let vkey = vkey.lines().find_map(|line| line.split("verify with ").nth(1)).unwrap().to_owned();
    let known = habeas::audit::note::VerifierKey::parse(&vkey).unwrap();
    let opened = habeas::audit::note::open(&record, &[known]).unwrap();
    let run: Value = serde_json::from_str(opened.text.lines().nth(1).unwrap()).unwrap();
    assert_eq!((run["kept"].as_i64(), run["epoch"].as_i64()), (Some(1), Some(1)));
    assert_eq!(run["output_bytes"], 14);
}

#[test]
fn a_list_of_addresses_is_filtered_by_database_snapshot_and_gateway_alike() {
    let gateway = Gateway::start();
    let api_key = gateway.pipeline();
    let list = "{\"email\":\"Ada@B\u{fc}cher.example\",\"purpose\":\"marketing_email\"}\n";
    let (code, _, said) = gateway.command_with(&["objections", "import"], list.as_bytes());
    assert_eq!(code, 0, "{said}");
    let (snapshot, keys) = gateway.snapshot_of("marketing_email", "mail.snapshot");
    let asked = json!({ "subjects": [{ "email": "ada@b\u{fc}cher.example" }] });
    gateway.until("the server sees what was imported", || {
        let answer = gateway.post("/v1/check/marketing_email", &api_key, &asked).send().unwrap();
        answer.json::<Value>().unwrap()["objected"] == json!([0])
    });
    let url = gateway.url.clone();
    let kept = "mail,n\nbea@example.org,0\n\"Ada@Example.org\",1\n";
    let input = format!(
        "{kept}ada@xn--bcher-kva.example,2\nADA@B\u{dc}CHER.example,3\n\" ada@b\u{fc}cher.example\",4\n"
    );
    let file = gateway.dir.join("in.csv");
    let common = [
        "objections",
        "filter",
        "--purpose",
        "marketing_email",
        "--key",
        "mail",
        "--format",
        "csv",
    ];
    let ways: [&[&str]; 3] =
        [&[], &["--snapshot", &snapshot, "--key-file", &keys], &["--server", &url]];
    let run = |way: &[&str], how: &[&str], input: &str| {
        std::fs::write(&file, input).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_habeas"))
            .arg("--config")
            .arg(gateway.dir.join("habeas.toml"))
            .args([common.as_slice(), way, how].concat())
            .env("HABEAS_API_KEY", &api_key)
            .stdin(std::fs::File::open(&file).unwrap())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap(), said)
    };
    for way in ways {
        for how in [["--key-kind", "email"], ["--issuer", "mailto"]] {
            let (code, out, said) = run(way, &how, &input);
            assert_eq!((code, out.as_str()), (0, kept), "{way:?} {how:?}: {said}");
            let (code, out, said) = run(way, &how, "mail,n\nAda <ada@example.org>,0\n");
            assert_eq!((code, out.as_str()), (2, ""), "{way:?} {how:?}");
            assert!(said.contains("line 2: the address is not one"), "{said}");
        }
        let (code, _, said) =
            run(way, &["--key-kind", "email", "--issuer", "https://x.example"], &input);
        assert!(code == 2 && said.contains("an address has no issuer"), "{said}");
    }
}

#[test]
fn an_id_that_names_nobody_is_an_error_of_the_check_too() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    gateway.person("p-1").objects_to("ai_training");
    let single = |query: &str| {
        let answer = gateway.get(&format!("/v1/check/ai_training?{query}"), &key);
        (answer.status().as_u16(), answer.json::<Value>().unwrap())
    };
    assert_eq!(single("subject=p%2D1").1["objected"], true);
    for query in
        ["subject=", "", "subject=p-1%20", "subject=%EF%BB%BFp-1", "subject=p-1%00", "subject=42.0"]
    {
        let (status, problem) = single(query);
        assert_eq!(
            (status, &problem["errors"][0]["pointer"]),
            (422, &json!("#/subject")),
            "{query}: {problem}"
        );
    }
    for query in [
        "subject=%zz",
        "subject=%ff",
        "subject=p-1%",
        "subject=a&subject=b",
        "subject=a&x=1",
        "subject=a&min_epoch=x",
    ] {
        assert_eq!(single(query).0, 400, "{query}");
    }
    let bulk = |people: Value| {
        let body = json!({ "subjects": people });
        let answer = gateway.post("/v1/check/ai_training", &key, &body).send().unwrap();
        (answer.status().as_u16(), answer.json::<Value>().unwrap())
    };
    assert_eq!(bulk(json!(["p-1", { "email": "ada@example.org" }])).1["objected"], json!([0]));
    for wrong in [
        json!(""),
        json!(" p-1"),
        json!("p-1\u{200b}"),
        json!("4.2e1"),
        json!({ "subject": "p-1 " }),
        json!({ "email": "Ada <ada@example.org>" }),
    ] {
        let (status, problem) = bulk(json!(["p-1", wrong]));
        assert_eq!(
            (status, &problem["errors"][0]["pointer"]),
            (422, &json!("#/subjects")),
            "{wrong}"
        );
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.starts_with("the person at place 1: "), "{detail}");
    }
    let (code, _, said) =
        gateway.command(&["objections", "check", "p-1 ", "--purpose", "ai_training"]);
    assert!(code == 2 && said.contains("begins or ends"), "{said}");
}

#[test]
fn a_parquet_file_is_filtered_from_a_file_and_from_a_pipe() {
    use parquet::data_type::{ByteArray, ByteArrayType};
    use parquet::file::writer::SerializedFileWriter;
    let gateway = Gateway::start();
    gateway.person("p-1").objects_to("ai_training");
    let schema = "message m { REQUIRED GROUP meta { REQUIRED BYTE_ARRAY id (STRING); } }";
    let schema = std::sync::Arc::new(parquet::schema::parser::parse_message_type(schema).unwrap());
    let mut writer =
        SerializedFileWriter::new(Vec::new(), schema, std::sync::Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let ids = ["p-0", "p-1", "p-2"].map(ByteArray::from);
    column.typed::<ByteArrayType>().write_batch(&ids, None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    let input = writer.into_inner().unwrap();
    let file = |name: &str| gateway.dir.join(name).to_str().unwrap().to_owned();
    std::fs::write(file("in.parquet"), &input).unwrap();
    let filter = [
        "objections",
        "filter",
        "--purpose",
        "ai_training",
        "--format",
        "parquet",
        "--key",
        "/meta/id",
    ];
    let (code, piped, said) = gateway.command_with(&filter, &input);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("kept 2, dropped 1"), "{said}");
    let (name, out) = (file("in.parquet"), file("out.parquet"));
    let (code, _, said) =
        gateway.command(&[&filter, ["--in", &name, "--out", &out].as_slice()].concat());
    assert_eq!(code, 0, "{said}");
    assert_eq!(std::fs::read(&out).unwrap(), piped, "the same either way");
    let (code, _, said) =
        gateway.command(&["objections", "export", "--format", "parquet", "--out", &out]);
    assert_eq!(code, 0, "{said}");
    assert!(std::fs::read(&out).unwrap().starts_with(b"PAR1"));
}

#[test]
fn a_list_says_since_when_and_whom_it_means_or_is_refused_with_its_line() {
    let gateway = Gateway::start();
    let import = |list: &str, format: &str| {
        let (code, _, said) =
            gateway.command_with(&["objections", "import", "--format", format], list.as_bytes());
        (code, said)
    };
    let list = concat!(
        "\u{feff}{\"subject\":\"p-1\",\"purpose\":\"ai_training\",\"since\":\"2026-01-31\"}\n",
        "{\"subject\":42,\"purpose\":\"ai_training\"}\n",
        "{\"subject\":18446744073709551615,\"purpose\":\"ai_training\"}\n",
        "{\"subject\":\"p-3\",\"purpose\":\"ai_training\",\"since\":\"2099-01-01T00:00:00Z\"}\n",
    );
    assert_eq!(import(list, "jsonl").0, 0);
    assert_eq!(import("\u{feff}subject,purpose\np-4,ai_training\n007,ai_training\n", "csv").0, 0);
    let check = |sub: &str| -> Value {
        let (code, out, said) =
            gateway.command(&["objections", "check", sub, "--purpose", "ai_training"]);
        assert_eq!(code, 0, "{said}");
        serde_json::from_str(&out).unwrap()
    };
    assert_eq!(check("p-1")["since"], "2026-01-31T00:00:00Z");
    for sub in ["42", "18446744073709551615", "p-3", "p-4", "007"] {
        assert_eq!(check(sub)["objected"], true, "{sub}");
    }
    assert_eq!(check("7")["objected"], false, "zeros in front are part of an id");
    assert!(check("p-3")["since"].as_str().unwrap() < "2099", "it counts from now on");
    for (wrong, what) in [
        (r#"{"subject":"p-1 ","purpose":"ai_training"}"#, "begins or ends"),
        (r#"{"subject":"42.0","purpose":"ai_training"}"#, "fraction"),
        (r#"{"subject":42.0,"purpose":"ai_training"}"#, "it is not an object with"),
        (r#"{"subject":"p","purpose":"ai_training","since":"2026-01-32"}"#, "`since`"),
        (r#"{"subject":"p","purpose":"ai_training","since":"31.01.2026"}"#, "`since`"),
        (r#"{"email":"<ada@example.org>","purpose":"marketing_email"}"#, "the address is not one"),
    ] {
        let (code, said) = import(&format!("\n{wrong}\n"), "jsonl");
        assert_eq!(code, 1, "{wrong}");
        assert!(said.contains("line 2: ") && said.contains(what), "{wrong}: {said}");
    }
    let (code, said) = import("subject,purpose\n\"p-1 \",ai_training\n", "csv");
    assert!(code == 1 && said.contains("line 2: the id begins or ends"), "{said}");
    let raw = b"subject,purpose\n\xff,ai_training\n";
    let (code, _, said) = gateway.command_with(&["objections", "import", "--format", "csv"], raw);
    assert!(code == 2 && said.contains("line 2: "), "{said}");
}

#[test]
fn a_snapshot_that_is_old_altered_or_for_something_else_is_refused() {
    let gateway = Gateway::start();
    gateway.person("p-1").objects_to("ai_training");
    let (snapshot, keys) = gateway.snapshot_of("ai_training", "ai.snapshot");
    let filter = |snapshot: &str, keys: &str, purpose: &str, more: &[&str]| {
        let all = ["objections", "filter", "--purpose", purpose, "--key", "user"];
        let how = ["--snapshot", snapshot, "--key-file", keys];
        let (code, out, said) =
            gateway.command_with(&[&all, how.as_slice(), more].concat(), lines(0..3).as_bytes());
        assert!(out.is_empty(), "nothing is written");
        assert_eq!(code, 2, "{said}");
        said
    };
    assert!(filter(&snapshot, &keys, "ai_training", &["--min-epoch", "2"]).contains("epoch 1"));
    let other = gateway.dir.join("other.key");
    let key = std::fs::read_to_string(&keys).unwrap();
    let wrong = key.replace("marks = \"", "marks = \"0");
    std::fs::write(&other, wrong).unwrap();
    assert!(filter(&snapshot, other.to_str().unwrap(), "ai_training", &[]).contains("`marks`"));
    assert!(filter(&snapshot, &keys, "marketing_email", &[]).contains("`ai_training`"));
    let mut bytes = std::fs::read(&snapshot).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&snapshot, &bytes).unwrap();
    assert!(filter(&snapshot, &keys, "ai_training", &[]).contains("not those that were signed"));
    std::fs::write(&snapshot, "hello").unwrap();
    assert!(filter(&snapshot, &keys, "ai_training", &[]).contains("no snapshot"));
}

#[test]
fn the_gateway_serves_the_snapshot_with_an_etag_and_the_changes_since() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    for n in 0..5 {
        gateway.person(&format!("p-{n}")).objects_to("ai_training");
    }
    let path = "/v1/objections/snapshot?purpose=ai_training";
    let first = gateway.get(path, &key);
    assert_eq!(first.status(), 200);
    let tag = first.headers()["etag"].to_str().unwrap().to_owned();
    let body = first.bytes().unwrap();
    assert!(body.starts_with(b"habeas-objections-snapshot/v1 "));
    let again = gateway
        .http
        .get(format!("{}{path}", gateway.url))
        .bearer_auth(&key)
        .header("If-None-Match", &tag)
        .send()
        .unwrap();
    assert_eq!(again.status(), 304);
    assert_eq!(gateway.get(path, &gateway.person("p-1").token()).status(), 403);
    assert_eq!(gateway.get("/v1/objections/snapshot?purpose=none", &key).status(), 404);
    let changes = |after: i64| -> Value {
        let path = format!("/v1/objections/changes?purpose=ai_training&after={after}");
        gateway.get(&path, &key).json().unwrap()
    };
    assert_eq!(changes(0)["items"].as_array().unwrap().len(), 5);
    let next = changes(0)["next"].as_i64().unwrap();
    assert_eq!(changes(next)["items"], json!([]));
    let url = format!("{}/v1/objections/ai_training", gateway.url);
    gateway.http.delete(url).bearer_auth(gateway.person("p-2").token()).send().unwrap();
    let later = changes(next);
    assert_eq!(later["items"][0]["objected"], false);
    assert_eq!(later["items"].as_array().unwrap().len(), 1);
}

#[test]
fn a_stream_of_changes_tells_of_an_objection_within_a_second_and_resumes() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    let listen = |last: i64| {
        let url = format!("{}/v1/objections/changes?purpose=ai_training", gateway.url);
        let answer = gateway
            .http
            .get(url)
            .bearer_auth(&key)
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", last.to_string())
            .send()
            .unwrap();
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        BufReader::new(answer).lines().map(Result::unwrap)
    };
    let mut stream = listen(0);
    assert_eq!(stream.next().unwrap(), "retry: 1000");
    gateway.person("p-1").objects_to("ai_training");
    assert_eq!(stream.by_ref().find(|line| line.starts_with("id: ")).unwrap(), "id: 1");
    let data: Value =
        serde_json::from_str(stream.next().unwrap().strip_prefix("data: ").unwrap()).unwrap();
    assert_eq!(data["objected"], true);
    gateway.person("p-2").objects_to("ai_training");
    let mut resumed = listen(1);
    assert_eq!(resumed.by_ref().find(|line| line.starts_with("id: ")).unwrap(), "id: 2");
}

#[test]
fn a_list_is_imported_whole_or_not_at_all_and_comes_out_again() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    gateway.person("p-9").objects_to("marketing_email");
    let url = format!("{}/v1/objections/marketing_email", gateway.url);
    gateway.http.delete(url).bearer_auth(gateway.person("p-9").token()).send().unwrap();
    let list = concat!(
        "{\"subject\":\"p-1\",\"purpose\":\"marketing_email\",\"since\":\"2025-01-31T10:00:00Z\"}\n",
        "{\"email\":\"ada@example.org\",\"purpose\":\"marketing_email\"}\n\n",
        "{\"subject\":\"p-9\",\"purpose\":\"marketing_email\",\"since\":\"2025-01-31T10:00:00Z\"}\n",
    );
    let wrong = format!(
        "{list}{{\"subject\":\"p-2\",\"purpose\":\"none\"}}\nhello\n{{\"subject\":\"p\",\"purpose\":\"ai_training\",\"since\":\"soon\"}}\n"
    );
    let import = |list: &str, more: &[&str]| {
        let all = [["objections", "import"].as_slice(), more].concat();
        let (code, out, said) = gateway.command_with(&all, list.as_bytes());
        (code, String::from_utf8(out).unwrap(), said)
    };
    let (code, _, said) = import(&wrong, &[]);
    assert_eq!(code, 1);
    for what in ["line 5: there is no such purpose", "line 6: it is not", "line 7: `since`"] {
        assert!(said.contains(what), "{said}");
    }
    assert!(said.contains("nothing was imported") && !said.contains("p-2"), "{said}");
    let objected = |body: &Value| -> Value {
        let path = "/v1/check/marketing_email";
        let answer: Value = gateway.post(path, &key, body).send().unwrap().json().unwrap();
        answer["objected"].clone()
    };
    let people = json!({ "subjects": ["p-1", { "email": "Ada@example.org" }, "p-9", "p-2"] });
    assert_eq!(objected(&people), json!([]));
    assert_eq!(import(list, &["--dry-run"]).0, 0);
    assert_eq!(objected(&people), json!([]));
    let (code, out, said) = import(list, &["-"]);
    assert_eq!(code, 0, "{said}");
    assert!(out.starts_with("2 objections are newly in force, 0 were already, 1 were taken back"));
    gateway.until("the server sees what was imported", || objected(&people) == json!([0, 1]));
    assert!(import(list, &[]).1.starts_with("0 objections are newly in force, 2 were already"));
    let csv =
        "subject,purpose,since\np-3,marketing_email,\np-4,marketing_email,2025-02-01T00:00:00Z\n";
    assert!(import(csv, &["--format", "csv"]).1.starts_with("2 objections"));
    let people =
        gateway.database().count("SELECT count(*) FROM subjects WHERE kind <> 'controller'");
    assert_eq!(people, 1, "nobody is stored by name for a list");
    let export = ["objections", "export", "--purpose", "marketing_email", "--format"];
    let (code, out, _) = gateway.command(&[export.as_slice(), &["jsonl"]].concat());
    assert_eq!((code, out.lines().count()), (0, 4));
    assert!(import(&out, &[]).1.starts_with("0 objections are newly in force, 4 were already"));
    let (code, out, _) = gateway.command(&[export.as_slice(), &["csv"]].concat());
    assert_eq!((code, out.lines().next()), (0, Some("mark,purpose,since,epoch,assurance")));
    // A list without a time holds from now on, also for somebody who took it back; the replay at the end knows why.
    let again = "{\"subject\":\"p-9\",\"purpose\":\"marketing_email\"}\n";
    assert!(import(again, &[]).1.starts_with("1 objections are newly in force"));
}

#[test]
fn a_later_purpose_of_the_same_kind_inherits_unless_the_person_says_otherwise() {
    let mut gateway = Gateway::start_with(Setup::default());
    let key = gateway.pipeline();
    gateway.person("p-1").objects_to("ai_training");
    gateway.person("p-2").objects_to("marketing_email");
    let file = gateway.dir.join("policies/purposes.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let start = text.find("[[purpose]]").unwrap();
    let end = start + 2 + text[start + 2..].find("[[purpose]]").unwrap();
    let later = text[start..end].replace("id = \"ai_training\"", "id = \"ai_training_voice\"");
    std::fs::write(&file, format!("{text}\n{later}")).unwrap();
    gateway.restart();
    let objected = |purpose: &str, gateway: &Gateway| -> Value {
        let body = json!({ "subjects": ["p-1", "p-2"] });
        let path = format!("/v1/check/{purpose}");
        gateway.post(&path, &key, &body).send().unwrap().json::<Value>().unwrap()["objected"]
            .clone()
    };
    assert_eq!(objected("ai_training_voice", &gateway), json!([0]));
    let url = format!("{}/v1/objections/ai_training_voice", gateway.url);
    let back = gateway.http.delete(url).bearer_auth(gateway.person("p-1").token()).send().unwrap();
    assert_eq!(back.status(), 200);
    gateway.restart();
    assert_eq!(objected("ai_training_voice", &gateway), json!([]), "it is not inherited twice");
    assert_eq!(objected("ai_training", &gateway), json!([0]));
}

#[test]
fn an_objection_reaches_the_other_node_by_itself() {
    let gateway = Gateway::start();
    if !gateway.database().is_postgres() {
        return;
    }
    let key = gateway.pipeline();
    let (other, _) = super::harness::open(&gateway.dir, gateway.clock.clone()).unwrap();
    let url = format!("http://{}", other.address);
    let (sender, receiver) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || other.serve(|handle| sender.send(handle).unwrap()));
    let handle = receiver.recv().unwrap();
    let ask = |base: &str| -> Value {
        let url = format!("{base}/v1/check/ai_training?subject=p-1");
        gateway.http.get(url).bearer_auth(&key).send().unwrap().json().unwrap()
    };
    gateway.until("the other node knows the key", || ask(&url)["objected"] == false);
    let epoch = gateway.person("p-1").objects_to("ai_training")["epoch"].clone();
    let ahead = format!("{url}/v1/check/ai_training?subject=p-2&min_epoch={epoch}");
    let told: Value = gateway.http.get(&ahead).bearer_auth(&key).send().unwrap().json().unwrap();
    let behind = ask(&url)["epoch"].as_i64() < epoch.as_i64();
    assert!(told["objected"] == true || !behind, "a node that is behind says objected");
    gateway.until("the other node has heard of it", || ask(&url)["objected"] == true);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(handle.stop(true));
    thread.join().unwrap().unwrap();
}
