"""Runs the examples of docs/pipelines.md, in their order, against a gateway, and looks at what they leave behind.

Usage: python3 run.py PATH-OF-HABEAS   (DuckDB is looked for in ./packages beside this file)
"""

import base64
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
HABEAS = pathlib.Path(sys.argv[1]).resolve()
OBJECTING = [0, 3, 7, 11]


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        blocks = re.findall(r"```(sh|python)\n(.*?)```", (HERE / "../../docs/pipelines.md").read_text(), re.S)
        systems = [code for _, code in blocks if "serve_forever" in code]
        server, environment, told = gateway(folder, systems)
        try:
            prepare(folder, environment)
            for language, code in blocks:
                if code in systems:
                    continue
                command = ["bash", "-euo", "pipefail", "-c", code] if language == "sh" else [sys.executable, "-c", code]
                subprocess.run(command, cwd=folder, env=environment, check=True)
            check(folder)
            check_told(folder, environment)
        finally:
            told.terminate()
            server.terminate()
            server.wait()
    print(f"guides: {len(blocks)} examples ran and left what they promise")


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def gateway(folder, systems):
    port, told_port = free_port(), free_port()
    (folder / "bin").mkdir()
    (folder / "bin/habeas").symlink_to(HABEAS)
    packages = os.pathsep.join([str(HERE / "packages"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "GATEWAY": f"http://127.0.0.1:{port}",
                   "PYTHONPATH": packages}
    run = lambda *command: subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout.strip()
    run("habeas", "init", ".")
    (folder / "policies/datamap.toml").write_text('version = "2026-11-24"\n')
    (folder / "habeas.toml").write_text(
        f'[server]\nbind = "127.0.0.1:{port}"\npublic_url = "http://127.0.0.1:{port}"\n[auth]\ndevelopment_issuer = true\n[log]\nlevel = "warn"\n')
    secret = "whsec_" + base64.b64encode(os.urandom(32)).decode()
    (folder / "keys/training.whsec").write_text(secret)
    with open(folder / "habeas.toml", "a") as file:
        file.write('[webhooks]\n[[webhooks.endpoint]]\nsystem = "training-pipeline"\nprivate = true\nsecret_file = "keys/training.whsec"\n'
                   f'url = "http://127.0.0.1:{told_port}/objections"\n')
    assert len(systems) == 1
    told = subprocess.Popen([sys.executable, "-c", systems[0]], cwd=folder, stderr=subprocess.DEVNULL,
                            env={**environment, "WEBHOOK_SECRET": secret, "WEBHOOK_PORT": str(told_port)})
    server = subprocess.Popen(["habeas", "serve"], cwd=folder, env=environment)
    for _ in range(200):
        if subprocess.run(["habeas", "healthcheck"], cwd=folder, env=environment, capture_output=True).returncode == 0:
            break
        time.sleep(0.05)
    environment["HABEAS_API_KEY"] = run("habeas", "key", "create", "--name", "training", "--scope", "objections:check")
    environment["LINK_KEY"] = run("habeas", "key", "create", "--name", "site", "--scope", "objections:link")
    for number in OBJECTING:
        token = run("habeas", "token", "mint", "--sub", f"p-{number}")
        ask(f"{environment['GATEWAY']}/v1/objections/ai_training", token, "PUT")
    # The server knows a new key within a second.
    for _ in range(100):
        try:
            ask(f"{environment['GATEWAY']}/v1/check/ai_training?subject=x", environment["HABEAS_API_KEY"])
            break
        except urllib.error.HTTPError:
            time.sleep(0.05)
    return server, environment, told


def check_told(folder, environment):
    """The system of the guide holds every objection, as the export knows them, and the self-test goes through it."""
    export = subprocess.run(["habeas", "objections", "export", "--purpose", "ai_training"], cwd=folder, env=environment, check=True,
                            capture_output=True, text=True).stdout
    marks = sorted(json.loads(line)["mark"] for line in export.splitlines())
    for _ in range(100):
        if (folder / "held.json").exists() and json.load(open(folder / "held.json")) == marks:
            break
        time.sleep(0.1)
    assert json.load(open(folder / "held.json")) == marks
    key = subprocess.run(["habeas", "key", "create", "--name", "selftest", "--scope", "objections:check,objections:link"], cwd=folder,
                         env=environment, check=True, capture_output=True, text=True).stdout.strip()
    time.sleep(1)
    command = ["habeas", "objections", "selftest", "--server", environment["GATEWAY"], "--wait", "15"]
    subprocess.run(command, cwd=folder, env={**environment, "HABEAS_API_KEY": key}, check=True)


def ask(url, token, method="GET"):
    request = urllib.request.Request(url, method=method, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def prepare(folder, environment):
    with open(folder / "people.jsonl", "w") as file:
        for n in range(20):
            file.write(json.dumps({"n": n, "user_id": f"p-{n}"}) + "\n")
    (folder / "suppressed.csv").write_text("email,purpose,since\nada@b\u00fccher.example,marketing_email,2026-01-31\n")
    (folder / "newsletter.csv").write_text("email,n\nAda@XN--BCHER-KVA.example,1\nbea@example.org,2\n")
    code = "import duckdb; duckdb.execute(\"COPY (SELECT n, user_id FROM 'people.jsonl' ORDER BY n) TO 'people.parquet'\")"
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True)


def check(folder):
    expected = [f"p-{n}" for n in range(20) if n not in OBJECTING]
    for name in ["allowed.jsonl", "allowed-by-snapshot.jsonl"]:
        found = [json.loads(line)["user_id"] for line in open(folder / name)]
        assert found == expected, (name, found)
    assert json.load(open(folder / "allowed-by-python.json")) == expected
    assert (folder / "allowed-by-snapshot.jsonl.run").read_text().startswith("habeas-filter-run/v1\n")
    assert (folder / "to-send.csv").read_text() == "email,n\nbea@example.org,2\n"
    sys.path.insert(0, str(HERE / "packages"))
    import duckdb
    found = [row[0] for row in duckdb.sql(f"SELECT user_id FROM '{folder}/allowed.parquet' ORDER BY n").fetchall()]
    assert found == expected, found
    # What DuckDB wrote, our own filter reads too, and the same rows remain under the same schema.
    environment = {**os.environ}
    subprocess.run([HABEAS, "objections", "filter", "--purpose", "ai_training", "--key", "user_id", "--format", "parquet",
                    "--snapshot", "ai.snapshot", "--key-file", "ai.key", "--in", "people.parquet", "--out", "ours.parquet"],
                   cwd=folder, env=environment, check=True, capture_output=True)
    describe = lambda name: duckdb.sql(f"DESCRIBE SELECT * FROM '{folder}/{name}'").fetchall()
    rows = lambda name: duckdb.sql(f"SELECT * FROM '{folder}/{name}'").fetchall()
    assert describe("ours.parquet") == describe("people.parquet")
    assert rows("ours.parquet") == rows("allowed.parquet")
    choices = json.load(open(folder / "choices.json"))
    assert choices["items"][0]["objected"] is True and "<habeas-choices lang=\"fr\">" in choices["html"]


main()
