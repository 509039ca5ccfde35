"""Checks roots and proofs of another implementation against a tree of its own, and against pymerkle where that is installed.

Usage: python3 merkle.py FILE   (one size a line: {"size", "root", "inclusion": [[index, hashes]], "consistency": [[size, hashes]]})
"""

import hashlib
import importlib.util
import json
import pathlib
import sys
import warnings

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "packages"))
warnings.simplefilter("ignore")

# The verifier that goes with every export.
spec = importlib.util.spec_from_file_location("verify", HERE / "../../src/casework/log/bundle/verify.py")
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)


def sha256(data):
    return hashlib.sha256(data).digest()


def rows_of(count):
    """The hashes of all perfect subtrees: the leaves, then the pairs of each row."""
    rows = [[sha256(b"\0leaf-%d" % n) for n in range(count)]]
    while len(rows[-1]) > 1:
        row = rows[-1]
        rows.append([sha256(b"\1" + row[n] + row[n + 1]) for n in range(0, len(row) - 1, 2)])
    return rows


def root(rows, size):
    """RFC 6962, 2.1: the perfect subtrees of the size, joined from the right."""
    if size == 0:
        return sha256(b"")
    start, peaks = 0, []
    for height in reversed(range(size.bit_length())):
        if size >> height & 1:
            peaks.append(rows[height][start >> height])
            start += 1 << height
    joined = peaks.pop()
    while peaks:
        joined = sha256(b"\1" + peaks.pop() + joined)
    return joined


def main():
    lines = [json.loads(line) for line in open(sys.argv[1])]
    largest = max(line["size"] for line in lines)
    rows = rows_of(largest)
    try:
        import pymerkle
        tree = pymerkle.InmemoryTree(algorithm="sha256")
        for n in range(largest):
            tree.append_entry(b"leaf-%d" % n)
    except ImportError:
        tree = None
    roots = {line["size"]: bytes.fromhex(line["root"]) for line in lines}
    for line in lines:
        size, own = line["size"], roots[line["size"]]
        assert own == root(rows, size), f"root at {size}"
        for index, hashes in line["inclusion"]:
            hashes = [bytes.fromhex(value) for value in hashes]
            assert verify.included(index, size, rows[0][index], hashes) == own, f"{index} in {size}"
        for old, hashes in line["consistency"]:
            hashes = [bytes.fromhex(value) for value in hashes]
            assert verify.consistent(old, root(rows, old), size, own, hashes), f"{old} and {size}"
        if tree and size:
            assert tree.get_root(size) == own, f"pymerkle's root at {size}"
            index = line["inclusion"][-1][0]
            pymerkle.verify_inclusion(rows[0][index], own, tree.prove_inclusion(index + 1, size))
            old = line["consistency"][-1][0]
            pymerkle.verify_consistency(root(rows, old), own, tree.prove_consistency(old, size))
            theirs = {value for value in tree.prove_inclusion(index + 1, size).serialize()["path"]}
            assert set(line["inclusion"][-1][1]) <= theirs, f"pymerkle's path of {index} in {size}"
    print(f"{len(lines)} sizes agree; with pymerkle: {'yes' if tree else 'not installed'}")


main()
