"""The console script: ``hashinsight report site.toml --html out.html --lang zh``."""

from __future__ import annotations

import argparse
import difflib
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from . import _native
from .errors import HashInsightError
from .report import SiteReport, difference, site

__all__ = ["main"]


class _Parser(argparse.ArgumentParser):
    """Says which option, command or choice was probably meant."""

    def _known(self) -> set[str]:
        known: set[str] = set()
        for action in self._actions:
            known.update(action.option_strings)
            for choice in action.choices or []:
                known.add(str(choice))
                if isinstance(action.choices, dict):
                    known |= action.choices[choice]._known()
        return known

    def error(self, message: str) -> NoReturn:
        known = self._known()
        written = [word.strip("',:") for word in message.split() if word.strip("',:") not in known]
        near = [found for word in written for found in difflib.get_close_matches(word, known, 1, 0.7)]
        super().error(f"{message}; did you mean {near[0]}?" if near else message)


def _parser() -> _Parser:
    parser = _Parser(prog="hashinsight", description="Mathematics of bitcoin mining, its treasury and insurance.", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    report = commands.add_parser("report", help="report on a site", allow_abbrev=False)
    report.add_argument("site", nargs="?", help="site file (TOML); absent: the sample site")
    report.add_argument("--diff", nargs=2, metavar=("A", "B"), help="explain how the site of file A became that of file B")
    report.add_argument("--sections", metavar="LIST", help="only these sections, with commas between: answer,machines,signals")
    report.add_argument("--lang", choices=["en", "zh"], default="en", help="language of the words")
    report.add_argument("--html", metavar="FILE", help="write the report as one page instead of text")
    report.add_argument("--csv", metavar="FOLDER", help="write figures and tables as CSV files")
    report.add_argument("--json", action="store_true", help="print the report as JSON instead of text")
    report.add_argument("--sample", action="store_true", help="print the sample site file, to begin with")
    report.add_argument("--quiet", action="store_true", help="tell no progress")
    return parser


def _missing(error: FileNotFoundError) -> str:
    """That a file is not there, and the one beside it that was probably meant."""
    path = Path(error.filename)
    beside = [entry.name for entry in path.parent.glob("*.toml")]
    near = difflib.get_close_matches(path.name, beside, 1)
    return f"no file {path}; did you mean {path.with_name(near[0])}?" if near else f"no file or folder {path}"


def _sample() -> str:
    return str(_native.call("report.sample_file", {"file": "site"})["text"])


def _report(options: argparse.Namespace) -> SiteReport:
    if options.diff:
        return difference(*options.diff)
    sections = options.sections.split(",") if options.sections else None
    if options.site:
        return site(options.site, sections=sections)
    return site(tomllib.loads(_sample()), sections=sections)


def _run(options: argparse.Namespace, tell: Callable[[str], None]) -> None:
    if options.sample:
        sys.stdout.write(_sample())
        return
    tell("calculating")
    report = _report(options)
    if options.html:
        tell(f"writing {options.html}")
        Path(options.html).write_text(report.to_html(options.lang), encoding="utf-8", newline="")
    if options.csv:
        tell(f"writing {len(report.to_csv(options.csv, options.lang))} files into {options.csv}")
    if options.json:
        print(report.to_json())
    elif not options.html:
        print(report.to_text(options.lang).rstrip())
    tell("done")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the console script.

    Parameters
    ----------
    arguments : Sequence[str], optional
        Words of the command line. Absent: those of the process.

    Returns
    -------
    int
        0, or 1 for a site that cannot be used and a file that cannot be read or written.
    """
    options = _parser().parse_args(arguments)

    def tell(step: str) -> None:
        if not options.quiet and sys.stderr.isatty():
            print(f"hashinsight: {step}", file=sys.stderr)

    try:
        _run(options, tell)
    except FileNotFoundError as error:
        print(f"hashinsight: {_missing(error)}", file=sys.stderr)
        return 1
    except (HashInsightError, OSError) as error:
        print(f"hashinsight: {error}", file=sys.stderr)
        return 1
    return 0
