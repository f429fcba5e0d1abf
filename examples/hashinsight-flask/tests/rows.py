"""Holds the list of rows against what ran: a row is done only if its test ran and passed. `rows.py <rows.csv> <junit.xml>`"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree


def passed(results: Path) -> set[str]:
    """Tests of which every case ran and passed, as `tests/test_x.py::test_y`."""
    good, bad = set(), set()
    for case in ElementTree.parse(results).iter("testcase"):  # noqa: S314
        module = case.get("classname", "").split(".")[-1]
        name = f"tests/{module}.py::{case.get('name', '').partition('[')[0]}"
        (bad if any(child.tag in ("failure", "error", "skipped") for child in case) else good).add(name)
    return good - bad


def main() -> None:
    rows = list(csv.DictReader(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
    good = passed(Path(sys.argv[2]))
    missing = [row["row"] for row in rows if row["kind"] == "test" and row["test id"] not in good]
    for kind, count in sorted(Counter(row["kind"] for row in rows).items()):
        print(f"{kind:<20} {count:>4}")
    if missing:
        raise SystemExit(f"rows whose test did not run and pass: {', '.join(missing)}")


if __name__ == "__main__":
    main()
