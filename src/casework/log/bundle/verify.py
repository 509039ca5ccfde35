#!/usr/bin/env python3
"""Checks an export of the audit log, or of one case: signatures, proofs and contents. Needs Python 3 alone.

Usage: python3 verify.py --key VKEY [FOLDER]
"""

import argparse
import base64
import hashlib
import json
import pathlib
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# Ed25519 (RFC 8032), only to verify. Points are (x, y, z, t) with x = X/Z, y = Y/Z, t = XY/Z.
def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, p)
        p, n = add(p, p), n >> 1
    return result


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        raise ValueError("not a point")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    if x * x % P != square or (x == 0 and sign):
        raise ValueError("not a point")
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    if len(signature) != 64:
        return False
    try:
        a, r = point(key), point(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def read_key(vkey):
    name, _, rest = vkey.strip().partition("+")
    identity, _, key = rest.partition("+")
    data = base64.b64decode(key, validate=True)
    if data[:1] != b"\x01" or sha256(name.encode(), b"\n", data)[:4].hex() != identity:
        raise ValueError("this is not the verifier key of a log")
    return name, bytes.fromhex(identity), data[1:]


def open_head(note, keys):
    """The size and the root of a signed head, if one of the keys signed it under its own name."""
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    origin, size, root = text.rstrip("\n").split("\n")
    for line in lines.rstrip("\n").split("\n"):
        _, name, encoded = line.split(" ")
        data = base64.b64decode(encoded, validate=True)
        for known, identity, key in keys:
            if name == known == origin and data[:4] == identity and signed(key, text.encode(), data[4:]):
                return int(size), base64.b64decode(root, validate=True)
    raise ValueError("the head is not signed by the log")


def included(index, size, leaf, hashes):
    """The root that follows from a leaf and its inclusion proof (RFC 9162, 2.1.3.2)."""
    if index >= size:
        raise ValueError("the entry lies outside the log")
    fn, sn, root = index, size - 1, leaf
    for other in hashes:
        if sn == 0:
            raise ValueError("the proof is too long")
        if fn & 1 or fn == sn:
            root = sha256(b"\1", other, root)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = sha256(b"\1", root, other)
        fn, sn = fn >> 1, sn >> 1
    if sn:
        raise ValueError("the proof is too short")
    return root


def consistent(old, old_root, new, new_root, hashes):
    """RFC 9162, 2.1.4.2."""
    if old == new:
        return not hashes and old_root == new_root
    hashes = list(hashes)
    if not hashes:
        return False
    if old & old - 1 == 0:
        hashes.insert(0, old_root)
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first = second = hashes[0]
    for other in hashes[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            first, second = sha256(b"\1", other, first), sha256(b"\1", other, second)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = sha256(b"\1", second, other)
        fn, sn = fn >> 1, sn >> 1
    return first == old_root and second == new_root and sn == 0


def proof(text):
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise ValueError("not a tlog-proof")
    extra = json.loads(base64.b64decode(lines.pop(0)[6:])) if lines[0].startswith("extra ") else None
    return extra, int(lines.pop(0)[6:]), [base64.b64decode(line) for line in lines], note


def check(folder, keys):
    newest = (folder / "checkpoint").read_text()
    size, root = open_head(newest, keys)
    heads = sorted((open_head(path.read_text(), keys) for path in (folder / "checkpoints").iterdir()), key=lambda head: head[0])
    hashes = [base64.b64decode(line) for line in (folder / "consistency.txt").read_text().split()]
    if heads[-1] != (size, root) or not consistent(*heads[0], size, root, hashes):
        yield "the newest head does not continue the oldest"
    log = json.loads((folder / "log.json").read_text())
    entries = log["entries"]
    for before, after in zip(entries, entries[1:]):
        # Of one case there are only its own.
        if after["index"] != before["index"] + 1 and ("of_case" not in log or after["index"] <= before["index"]):
            yield f"an entry is missing after {before['index']}"
    for line in entries:
        leaf = sha256(b"\0", line["entry"].encode())
        extra, index, hashes, note = proof((folder / f"proofs/{line['index']}.tlog-proof").read_text())
        try:
            if index != line["index"] or open_head(note, keys) != (size, root) or included(index, size, leaf, hashes) != root:
                yield f"entry {line['index']} is not the one in the log"
        except ValueError as error:
            yield f"entry {line['index']}: {error}"
        if extra is None:
            if line["payload"] is not None:
                yield f"entry {line['index']}: its content has no proof"
            continue
        commit = sha256(b"habeas/commit/v1\n", base64.b64decode(extra["salt"]), extra["payload"].encode())
        opened = json.loads(line["entry"])["commit"] == base64.b64encode(commit).decode()
        if not opened or extra["entry"] != line["entry"] or json.loads(extra["payload"]) != line["payload"]:
            yield f"entry {line['index']}: its content is not what was committed to"
    if "of_case" in log:
        yield from check_case(folder, {line["index"]: line["payload"] or {} for line in entries})


def check_case(folder, payloads):
    case = json.loads((folder / "case.json").read_text())
    for file in case["files"]:
        path = folder / file["name"]
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
        if digest != file["sha256"]:
            yield f"{file['name']} was changed, or is missing"
        elif file["entry"] is not None and payloads.get(file["entry"], {}).get("sha256") != digest:
            yield f"{file['name']}: entry {file['entry']} tells another digest"
    for one in case["objections"]:
        told = payloads.get(one["entry"], {})
        said = told.get("objection", {})
        if (said.get("purpose"), said.get("standing"), told.get("epoch")) != (one["purpose"], one["standing"], one["epoch"]):
            yield f"entry {one['entry']} tells another objection"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--key", action="append", required=True, metavar="VKEY", help="the log's verifier key; again for an earlier name")
    arguments.add_argument("folder", nargs="?", default=".", type=pathlib.Path)
    given = arguments.parse_args()
    keys = [read_key(key) for key in given.key]
    wrong = list(check(given.folder, keys))
    for what in wrong:
        print(what, file=sys.stderr)
    print("NOT verified" if wrong else "verified")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
