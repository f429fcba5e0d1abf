"""Holds the list of rows against what ran: a row is done only if its test ran and passed. `rows.py <rows.csv> <junit.xml>`

Those that need real services are held against the results of a run that had them."""

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
        module = case.get("classname", "").replace(".", "/")
        name = f"{module}.py::{case.get('name', '').partition('[')[0]}"
        (bad if any(child.tag in ("failure", "error", "skipped") for child in case) else good).add(name)
    return good - bad


def main() -> None:
    rows = list(csv.DictReader(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
    results = Path(sys.argv[2])
    good = passed(results)
    with_services = any(name.startswith("tests/services/") for name in good)
    held = [row for row in rows if row["kind"] == "test" and (with_services or not row["test id"].startswith("tests/services/"))]
    missing = [row["row"] for row in held if row["test id"] not in good]
    for kind, count in sorted(Counter(row["kind"] for row in rows).items()):
        print(f"{kind:<20} {count:>4}")
    if missing:
        raise SystemExit(f"rows whose test did not run and pass: {', '.join(missing)}")


if __name__ == "__main__":
    main()
