"""The report on a site: from a file, from a dict, and by the console script."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hashinsight as hi
import pytest
from hashinsight import _native
from hashinsight.cli import main

SAMPLE = hi.report.sample_file(file="site").text
SECTIONS = ["answer", "hashprice", "machines", "curtailment"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sample site as a file, with hourly prices in a file beside it."""
    document = SAMPLE.partition("[tariff]")[0] + '[tariff]\nprices = "hours.csv"\n'
    (tmp_path / "hours.csv").write_text("time,usd_per_mwh\n2026-07-01T00:00Z,30\n2026-07-01T01:00Z,900\n")
    (tmp_path / "my_site.toml").write_text(document)
    return tmp_path / "my_site.toml"


def test_a_file_and_its_document_are_one_site(site: Path) -> None:
    report = hi.report.site(site, sections=SECTIONS)
    assert [section.name for section in report.sections] == SECTIONS
    document = tomllib.loads(site.read_text()) | {"sections": SECTIONS}
    with pytest.raises(hi.HashInsightError) as refused:
        hi.report.site(document)
    assert (refused.value.code, refused.value.path) == ("report.prices.missing", "tariff.prices")
    document["files"] = [{"name": "hours.csv", "text": (site.parent / "hours.csv").read_text()}]
    assert hi.report.site(document) == report


def test_what_is_drawn_is_what_the_operations_draw(site: Path, tmp_path: Path) -> None:
    report = hi.report.site(site, sections=SECTIONS)
    document = _native.call("report.site", hi.report.site_document(site) | {"sections": SECTIONS})
    for language in ("en", "zh"):
        request = {"report": document, "language": language}
        assert report.to_html(language) == _native.call("report.render_html", request)["text"]
        part = report.to_fragment(language)
        assert part.title.endswith(report.site) and part.style.startswith(".site-report {")
        assert part.html[part.html.index("<section") : part.html.rindex("</div>")] in report.to_html(language)
        assert report.to_text(language) == _native.call("report.render_text", request)["text"]
        written = report.to_csv(tmp_path / language, language)
        files = _native.call("report.render_csv", request)["files"]
        assert [(path.name, path.read_bytes().decode()) for path in written] == [(file["name"], file["text"]) for file in files]
    plot = report.plot("machines", 0, "zh")
    assert plot.startswith("<svg ") and "收入" in plot
    assert "data:image/svg+xml" in plot._repr_html_()
    with pytest.raises(hi.HashInsightError, match="machines 0"):
        report.plot("machines", 9)


def test_figures_tables_and_data_are_found_by_their_codes(site: Path) -> None:
    report = hi.report.site(site, sections=[*SECTIONS, "retarget", "cash_flow"])
    net = report.figure("machines", "site_net")
    assert isinstance(net, float)
    table = report.table("machines", "own_machines")
    assert len(table["machine"]) == len(table["net"]) == 2
    rows = report.plot_data("machines", 1)
    assert {"x", "y", "value"} == rows[0].keys() and len(rows) == 35
    asks: list[tuple[Callable[[], Any], str]] = [
        (lambda: report.figure("machines", "nett"), "site_net"),
        (lambda: report.table("machine", "own_machines"), "machines"),
        (lambda: report.plot_data("machines", 9), "machines 1"),
    ]
    for ask, said in asks:
        with pytest.raises(hi.HashInsightError, match=said):
            ask()


def _answer(path: str) -> Any:
    """What the worked example of an operation answers."""
    room, _, name = path.partition(".")
    return getattr(getattr(hi, room), name)(**hi.example(path))


PLOTTED = [
    "mining.forecast",
    "mining.profit_heat_map",
    "mining.plan_dispatch",
    "mining.forecast_simulation",
    "mining.power_curtailment_analysis",
    "mining.solo_income",
    "derivatives.option_chain",
    "derivatives.simulate_passage",
    "signals.evaluate",
    "signals.forecast",
    "signals.walk_forward",
    "signals.reliability",
    "treasury.backtest",
    "treasury.treasury_simulation",
    "treasury.cash_forecast",
    "treasury.floor",
    "treasury.stress_treasury",
    "insurance.quote",
    "insurance.book_loss",
    "insurance.book_simulation",
    "insurance.aggregate_loss",
    "insurance.claim",
    "insurance.risk_index",
    "crm.activity_report",
]


def test_every_answer_with_a_plot_is_tried() -> None:
    answers = {type(_answer(path)) for path in PLOTTED}
    for room in {path.partition(".")[0] for path in PLOTTED}:
        things = [getattr(getattr(hi, room), name) for name in dir(getattr(hi, room))]
        assert {thing for thing in things if hasattr(thing, "_plotted")} <= answers, room
    assert len(answers) == len(PLOTTED)


@pytest.mark.parametrize("path", PLOTTED)
def test_answers_have_plots(path: str) -> None:
    plot = _answer(path).plot()
    assert isinstance(plot, hi.report.Plot)
    svg = plot.to_svg("zh")
    assert svg.startswith("<svg ") and "data:image/svg+xml" in plot._repr_html_()
    values = plot.to_vega_lite()["data"]["values"]
    assert values and all(None not in row.values() for row in values)


def test_vega_lite_is_what_altair_takes(site: Path) -> None:
    altair = pytest.importorskip("altair")
    report = hi.report.site(tomllib.loads(SAMPLE))
    plots = [plot for section in report.sections for plot in section.plots or ()] + [_answer(path).plot() for path in PLOTTED]
    assert {plot.shape.tag for plot in plots} >= {"line", "step", "bar", "heat_map", "waterfall", "scatter"}
    label: Any = {"text": "x"}
    band = {"x": {"numbers": [0, 1]}, "lower": [0, 1], "middle": [1, 2], "upper": [2, 3]}
    table = {"title": label, "columns": [{"name": label, "unit": "usd", "cells": {"numbers": [1.0]}}]}
    shapes: list[Any] = [{"band": band}, {"table": table}]
    plots += [hi.report.Plot(title=label, unit="usd", source="site", shape=shape) for shape in shapes]
    for plot in plots:
        for language in ("en", "zh"):
            altair.Chart.from_dict(plot.to_vega_lite(language), validate=True)


def test_errors_are_told_in_both_languages() -> None:
    with pytest.raises(hi.HashInsightError) as refused:
        hi.mining.subsidy(height=-1, network="mainnet")
    assert refused.value.text("zh").startswith("height: ") and "收到 -1" in refused.value.text("zh")
    assert "got -1" in refused.value.text()


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(site: Path) -> None:
    shown = hi.report.site(site, sections=SECTIONS)._repr_html_()
    assert shown.startswith("<iframe sandbox srcdoc=") and shown.count('"') == 4
    assert "== The answer" in repr(hi.report.site(site, sections=SECTIONS))


def test_differences_cancel_to_the_bit(site: Path) -> None:
    dearer = site.with_name("dearer.toml")
    dearer.write_text(site.read_text().replace('power_price = "0.05 USD/kWh"', 'power_price = "0.0613 USD/kWh"'))
    there, back = hi.report.difference(site, dearer), hi.report.difference(dearer, site)
    tables: list[Any] = [report.sections[0].tables for report in (there, back)]
    terms = [table[0].columns[1].cells.content for table in tables]
    assert any(terms[0]) and all(one + other == 0.0 for one, other in zip(*terms, strict=True))


def test_the_script_does_what_its_help_says(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["report", "--help"])
    assert left.value.code == 0
    usage = capsys.readouterr().out
    promised = {word.rstrip(",") for word in usage.split() if word.startswith("--")}
    tried = {"--help", "--diff", "--sections", "--lang", "--html", "--csv", "--json", "--sample", "--quiet"}
    assert promised == tried

    def run(*words: str) -> str:
        assert main(["report", *words]) == 0
        return capsys.readouterr().out

    some = ",".join(SECTIONS)
    report = hi.report.site(site, sections=SECTIONS)
    assert run(str(site), "--sections", some) == report.to_text().rstrip() + "\n"
    page = tmp_path / "out.html"
    assert run(str(site), "--sections", some, "--html", str(page), "--lang", "zh", "--quiet") == ""
    assert page.read_bytes().decode() == report.to_html("zh")
    run(str(site), "--sections", some, "--csv", str(tmp_path / "csv"))
    assert (tmp_path / "csv" / "figures.csv").exists()
    assert run(str(site), "--sections", some, "--json") == report.to_json() + "\n"
    said = json.loads(run(str(site), "--sections", some, "--json"))
    assert said == _native.call("report.site", hi.report.site_document(site) | {"sections": SECTIONS})
    assert run("--sample") == SAMPLE
    assert "What became different" in run("--diff", str(site), str(site))
    assert run("--sections", "hashprice") == hi.report.site(tomllib.loads(SAMPLE), sections=["hashprice"]).to_text().rstrip() + "\n"


def test_the_script_says_what_is_wrong(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, said in [
        (["reprot"], "did you mean report?"),
        (["report", "--htlm", "x"], "did you mean --html?"),
        (["report", "--lang", "zn"], "zn"),
    ]:
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2
        assert said in capsys.readouterr().err, words
    site.write_text(site.read_text().replace("pool_fee", "poolfee"))
    assert main(["report", str(site)]) == 1
    assert "report.request.unknown_field at poolfee" in capsys.readouterr().err
    site.write_text("name = ")
    assert main(["report", str(site)]) == 1
    assert "report.file.unknown" in capsys.readouterr().err
    assert main(["report", str(site.with_name("nowhere.toml"))]) == 1
    assert "nowhere.toml" in capsys.readouterr().err
    site.write_text(SAMPLE)
    assert main(["report", str(site)[:-6] + "a.toml"]) == 1
    assert f"did you mean {site}?" in capsys.readouterr().err
    site.write_text(SAMPLE.replace('# days = "my_days.csv"', 'days = "my_dayz.csv"'))
    assert main(["report", str(site)]) == 1
    assert "report.days.missing at days: got my_dayz.csv" in capsys.readouterr().err
    site.with_name("my_dayz.csv").write_bytes(b"date\xff")
    assert main(["report", str(site)]) == 1
    assert "my_dayz.csv: got byte 4 is no UTF-8" in capsys.readouterr().err
    site.write_bytes(b"\xff")
    assert main(["report", str(site)]) == 1
    assert f"{site}: got byte 0 is no UTF-8" in capsys.readouterr().err


def test_what_is_no_site_is_refused() -> None:
    for source in (3, SAMPLE, None):
        with pytest.raises(hi.errors.InputTypeError, match="tomllib") as caught:
            hi.report.site(source)  # type: ignore[arg-type]
        assert caught.value.code == "report.source.wrong_type"


def test_the_json_of_a_report_is_that_of_rust(site: Path) -> None:
    report = hi.report.site(site)
    text = report.to_json()
    assert text == hi.report.render_json(report=report).text
    assert json.loads(text) == report.to_dict("json")
    # Python would write 1.9e-05.
    figure = {"name": {"text": "x"}, "value": {"number": 1.9e-05}, "unit": "none", "source": "site"}
    small = report.from_dict({"site": "Barn", "day": "2026-05-31", "sections": [{"name": "machines", "figures": [figure]}]})
    assert '{"number":0.000019}' in small.to_json()


def test_the_whole_sample_is_quick_and_whole() -> None:
    report = hi.report.site(tomllib.loads(SAMPLE))
    assert [section.name for section in report.sections][0] == "answer"
    assert {section.name for section in report.sections if section.missing} == {"retarget"}
