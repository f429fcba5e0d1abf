"""Answers as a user works with them: tables, what may not exist, ways to JSON and back, pictures; and requests that are refused when built."""

from __future__ import annotations

import datetime
import html.parser
import json
import math
import pickle
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hashinsight.units import Never, Undefined, Value

UTC = datetime.timezone.utc
NETWORK: dict[str, Any] = {"network_basis": {"difficulty": 1.4e14}, "subsidy_sat": 312_500_000, "fees_per_block_sat": 0, "pool_fee": 0.02}
PROFIT: dict[str, Any] = {
    "hashrate_ths": 200, "power_w": 3500, "btc_price_usd": 7e4, "power_price_usd_per_kwh": 0.05, "days": 30, **NETWORK,
}
PROJECT: dict[str, Any] = {
    "hashrate_ths": 1e5, "power_w": 2e6, "machine_price_usd": 1e6, "start_ms": datetime.datetime(2026, 6, 1, tzinfo=UTC), "height": 951_984,
    "difficulty": 1.4e14, "btc_price_usd": 7e4, "fees_per_block_sat": 2_000_000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05,
}


def _forecast(days: int = 400) -> hi.mining.ForecastReport:
    return hi.mining.forecast(project=hi.mining.MiningProject(**PROJECT), algorithm="static", steps={"retargets": {"days": days}}, discount_rate_per_year=0.1)


def _refused(call: Any) -> hi.HashInsightError:
    with pytest.raises(hi.HashInsightError) as caught:
        call()
    return caught.value


def test_a_table_of_a_report_is_a_frame() -> None:
    table = _forecast().table
    assert len(table) == len(table.start_ms) > 20
    pandas, polars, arrow = table.to_pandas(), table.to_polars(), table.to_arrow()
    assert len(pandas) == polars.height == arrow.num_rows == len(table)
    assert pandas.columns.tolist() == polars.columns == arrow.column_names
    assert tuple(pandas["net_usd"]) == tuple(polars["net_usd"]) == table.net_usd
    assert pandas["start_ms"].iloc[0] == PROJECT["start_ms"] and str(pandas["start_ms"].dtype).endswith("UTC]")
    assert table.to_rows()[3]["btc"] == table.btc[3]
    assert _forecast().to_pandas().equals(pandas)


def test_the_first_and_the_last_rows_of_a_table_are_a_table() -> None:
    table = _forecast().table
    assert type(table.head()) is type(table) and table.head(3).to_rows() == table.to_rows()[:3] and table.tail().net_usd == table.net_usd[-5:]
    assert len(table.head(0)) == len(table.tail(0)) == 0 and table.head(10_000) == table.tail(10_000) == table
    rows = hi.signals.evaluate(**hi.example("signals.evaluate")).rows
    assert type(rows.tail(2)) is type(rows) and rows.tail(2) == rows[-2:] and len(rows.tail(2).to_pandas()) == 2
    close = pd.Series(np.arange(20.0), index=np.arange(20.0) / 2)
    columns = hi.signals.indicator_batch(indicator={"sma": {"length": 3}}, close=close)
    assert np.asarray(columns.tail(2).value).tolist() == [17.0, 18.0] and len(columns.head()) == 5


def test_of_several_tables_one_is_named() -> None:
    plan = hi.mining.plan_dispatch(**hi.example("mining.plan_dispatch"))
    assert plan.to_pandas("price_usd_per_kwh")["load_w"].tolist() == list(plan.load_w)
    assert plan.to_polars("classes").height == plan.to_arrow("classes").num_rows == len(plan.to_rows("classes")) == len(plan.classes)
    asks: list[tuple[Any, str, str]] = [
        (plan.to_pandas, "border.table.several", "classes, price_usd_per_kwh"),
        (lambda: plan.to_pandas("clases"), "border.table.unknown", "did you mean classes?"),
    ]
    for ask, code, said in asks:
        error = _refused(ask)
        assert error.code == code and error.allowed.endswith(said)


def test_frames_take_a_table_as_it_is() -> None:
    table = _forecast().table
    assert pd.DataFrame(table).equals(table.to_pandas()) and pl.DataFrame(table).columns == table.to_polars().columns
    assert [row["btc"] for row in table] == list(table.btc)


def test_names_that_are_nearest_are_told() -> None:
    asks: list[tuple[Any, str]] = [
        (lambda: hi.minning, "did you mean mining?"),  # type: ignore[attr-defined]
        (lambda: hi.mining.proft, "did you mean profit?"),  # type: ignore[attr-defined]
    ]
    for ask, said in asks:
        with pytest.raises(AttributeError, match=said):
            ask()
    assert not hasattr(hi.mining, "__wrapped__")


def test_a_catalog_is_a_frame() -> None:
    catalog = hi.mining.machines(contains="S21")
    frame = catalog.machines.to_pandas()
    assert frame["model"].tolist() == [machine.model for machine in catalog.machines]
    assert catalog.to_polars().height == len(catalog.machines)
    assert hi.mining.find_machine(name="s21 xp") in catalog.machines


def test_a_grid_has_its_axes() -> None:
    base = {name: value for name, value in PROFIT.items() if name != "days"} | {"days": 1}
    prices, factors, tariffs = [5e4, 7e4, 9e4], [0.8, 1.2], [0.05, 0.07]
    heat = hi.mining.profit_heat_map(
        base=base, btc_prices_usd=prices, difficulty_factors=factors, power_prices_usd_per_kwh=tariffs  # type: ignore[arg-type]
    )
    assert len(heat.to_pandas()) == len(heat.to_rows()) == 12
    for row in heat.to_rows():
        basis = {"difficulty": 1.4e14 * row["difficulty_factors"]}
        alone = base | {"btc_price_usd": row["btc_prices_usd"], "network_basis": basis, "power_price_usd_per_kwh": row["power_prices_usd_per_kwh"]}
        assert hi.mining.profit(**alone).net_usd == pytest.approx(row["net_usd"], rel=1e-12)


def test_levels_stand_with_their_quantiles() -> None:
    odds = hi.mining.solo_odds(
        hashrate_ths=1000, network_basis={"difficulty": 1.4e14}, horizon={"days": 365}, quantiles=[0.5, 0.9, 1.0]
    )
    frame = odds.to_pandas()
    assert frame["quantiles"].tolist() == [0.5, 0.9, 1.0]
    assert frame["wait_days_status"].tolist() == ["ok", "ok", "unbounded"]
    assert math.isnan(frame["wait_days"].iloc[2]) and frame["wait_days"].dtype == float
    assert frame.sort_values("wait_days")["quantiles"].tolist() == [0.5, 0.9, 1.0]


def test_an_outcome_is_matched_compared_and_formatted() -> None:
    price = hi.mining.profit(**PROFIT).break_even.btc_price_usd
    match price:
        case Value(usd):
            assert usd == price.value
        case _:
            raise AssertionError(price)
    assert price > 1 and price < 1e6 and price == price.value and f"{price:.2f}" == f"{price.value:.2f}" and max(price, Value(2.0)) is price
    assert eval(repr(price), vars(hi.units)) == price and float(price) == price.value and hash(price) == hash(price.value)
    never: Any = Never()
    for wrong in (lambda: bool(never), lambda: bool(price), lambda: float(never), lambda: never > 1, lambda: f"{never:.2f}"):
        with pytest.raises(TypeError):
            wrong()
    assert (never.value, f"{never}", eval(repr(Undefined("no data")), vars(hi.units)).reason) == (None, "never", "no data")
    assert pickle.loads(pickle.dumps(price)) == price


def test_reports_go_to_json_and_back() -> None:
    report = _forecast(60)
    text = report.to_json()
    assert json.loads(text) == report.to_dict(mode="json")
    assert hi.mining.ForecastReport.from_dict(json.loads(text)) == report
    assert hi.mining.ForecastReport.from_dict(report.to_dict()) == report
    assert hi.mining.ForecastReport(**report.to_dict()) == report
    assert text == json.dumps(json.loads(json.dumps(hi.call("mining.forecast", {
        "project": PROJECT, "algorithm": "static", "steps": {"retargets": {"days": 60}}, "discount_rate_per_year": 0.1,
    }))))
    basis = hi.mining.NetworkBasis.difficulty(1.3e14)
    assert hi.mining.NetworkBasis.from_dict(basis.to_dict("json")) == basis and eval(repr(basis), vars(hi.mining)) == basis
    for wrong, code in [({"tables": 1}, "mining.request.unknown_field"), ({}, "mining.table.missing")]:
        assert _refused(lambda wrong=wrong: hi.mining.ForecastReport.from_dict(report.to_dict() | wrong if wrong else {})).code == code


def test_frozen_is_frozen_and_hashes() -> None:
    report = _forecast(60)
    assert hash(report) == hash(pickle.loads(pickle.dumps(report)))
    assert isinstance(report.table.net_usd, tuple) and isinstance(hi.mining.machines().machines, tuple)
    assert len({report, _forecast(60), _forecast(90)}) == 2


def test_requests_are_refused_when_built_with_every_fault() -> None:
    error = _refused(lambda: hi.mining.MiningProject(**PROJECT | {"hashrate_ths": -1, "power_w": "x", "height": 1.5}))
    told = [(fault.code, fault.path) for fault in (error, *error.others)]
    assert told == [
        ("units.hashrate.out_of_range", "hashrate_ths"), ("mining.power_w.wrong_type", "power_w"), ("mining.height.wrong_type", "height"),
    ]
    assert _refused(lambda: hi.mining.NetworkBasis("dificulty", 1.0)).allowed.endswith("did you mean difficulty?")  # type: ignore[arg-type]
    assert _refused(lambda: hi.mining.NetworkBasis.difficulty(-1.0)).path == "difficulty"
    assert _refused(lambda: hi.mining.MiningProject(**PROJECT, powr_w=3)).allowed.endswith("did you mean power_w?")  # type: ignore[call-arg]
    built = hi.mining.MiningProject(**PROJECT | {"start_ms": "2026-06-01T02:00:00+02:00"})
    assert built == hi.mining.MiningProject(**PROJECT) and built.start_ms == PROJECT["start_ms"]
    path = hi.mining.DynamicPath(difficulty={"following": [1e14, 2e14]}, btc_price={"growth_per_step": 0.0})
    assert path.difficulty == hi.mining.DifficultyPath.following([1e14, 2e14]) and path.difficulty.content == (1e14, 2e14)
    array = hi.mining.DynamicPath(difficulty={"following": np.array([1e14, 2e14])}, btc_price={"growth_per_step": 0.0})
    assert array.to_json() == path.to_json()


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (lambda: hi.mining.profit(hash_rate_ths=1, **NETWORK), "mining.request.unknown_field", "did you mean hashrate_ths?"),  # type: ignore[call-arg]
        (lambda: hi.mining.profit_batch(powr_w=[1.0]), "mining.request.unknown_field", "did you mean power_w?"),  # type: ignore[call-overload]
        (lambda: hi.mining.SoloIncomeJob(hashrate=1), "mining.request.unknown_field", "hashrate_ths"),  # type: ignore[call-arg]
        (lambda: hi.call("mining.proft", {}), "border.operation.unknown", "did you mean mining.profit?"),
        (lambda: hi.call("minning.profit", {}), "border.operation.unknown", "did you mean mining.profit?"),
        (lambda: hi.call("profit", {}), "border.operation.unknown", "did you mean mining.profit?"),
        (lambda: hi.mining.find_machine("S21"), "mining.request.unsupported", "name=..."),  # type: ignore[call-arg]
        (lambda: hi.mining.RunningHashrate(3, 0.9), "mining.request.unsupported", "window_blocks=..."),  # type: ignore[call-arg]
        (lambda: hi.mining.forecast(**hi.example("mining.forecast") | {"steps": 730}), "mining.steps.wrong_type", '{"retargets": {"days": 730}}'),
        (lambda: hi.mining.find_machine(name="Antminr S21XP"), "mining.model.unknown", "nearest: Antminer S21 XP"),
        (lambda: hi.mining.profit(**PROFIT | {"network_basis": 1.3e14}), "mining.network_basis.wrong_type", '{"difficulty": 1.3e14}'),
        (lambda: hi.mining.profit(**PROFIT | {"network_basis": "dificulty"}), "mining.network_basis.unknown", "did you mean difficulty?"),
        (lambda: hi.feeds.parse(ask="x", body=b"\xff", received_ms=1), "border.bytes.wrong_type", "UTF-8"),  # type: ignore[arg-type]
    ],
)
def test_errors_show_the_way(call: Any, code: str, said: str) -> None:
    error = _refused(call)
    assert error.code == code and said in error.allowed
    assert isinstance(error, (TypeError, ValueError, LookupError))


COLUMNS: dict[str, Any] = {"hashrate_ths": [200.0, 110.0], "power_w": [3500.0, 3250.0], "power_price_usd_per_kwh": [0.05, 0.05], "btc_price_usd": [7e4, 7e4]}


def test_one_value_stands_for_every_row() -> None:
    whole = hi.mining.profit_batch(**COLUMNS, days=1, **NETWORK)
    scalars = COLUMNS | {"btc_price_usd": 7e4, "power_price_usd_per_kwh": np.float64(0.05)}
    assert hi.mining.profit_batch(**scalars, days=1, **NETWORK) == whole
    frame = pd.DataFrame(COLUMNS)[["hashrate_ths", "power_w"]]
    answer = hi.mining.profit_batch(frame, btc_price_usd=7e4, power_price_usd_per_kwh=0.05, days=1, **NETWORK)
    assert answer["net_usd"].tolist() == whole.net_usd.tolist()
    echoed = hi._border.echo_columns(number=[1.0, 2.0], integer=3.0, flag=True, word="zero")
    assert (echoed.integer.tolist(), echoed.flag.tolist(), echoed.word.tolist()) == ([3, 3], [True, True], ["zero", "zero"])
    assert _refused(lambda: hi._border.echo_columns(number=[1.0], integer=[2.5], flag=True, word="zero")).path == "integer[0]"


def test_tables_of_every_kind_come_in() -> None:
    whole = hi.mining.profit_batch(**COLUMNS, days=1, **NETWORK)
    table = hi.mining.profit_batch(pa.table(COLUMNS), days=1, **NETWORK)
    assert isinstance(table, pa.Table) and table["net_usd"].to_pylist() == whole.net_usd.tolist()
    mapping = hi.mining.profit_batch(COLUMNS, days=1, **NETWORK)
    assert isinstance(mapping, dict) and mapping["net_usd"].tolist() == whole.net_usd.tolist()
    records = hi.mining.profit_batch(pd.DataFrame(COLUMNS).to_records(index=False), days=1, **NETWORK)
    assert records["net_usd"].tolist() == whole.net_usd.tolist() and records["status"].tolist() == ["ok", "ok"]
    near = _refused(lambda: hi.mining.profit_batch(pd.DataFrame(COLUMNS).rename(columns={"power_w": "power_W"}), days=1, **NETWORK))
    assert (near.code, near.path) == ("mining.power_w.missing", "power_w") and "power_W" in near.allowed
    assert ".collect()" in _refused(lambda: hi.mining.profit_batch(pl.LazyFrame(COLUMNS), days=1, **NETWORK)).allowed


def test_times_of_every_writing_are_the_same_instant() -> None:
    texts = ["2026-01-01T00:00:00Z", "2026-01-01T01:10:00+01:00"]
    kinds: list[Any] = [texts, np.array(texts), pd.Series(pd.to_datetime(texts, utc=True)), [datetime.datetime.fromisoformat(text) for text in texts]]
    answers = [hi.mining.RunningHashrate(window_blocks=2, confidence=0.9).update_many(time_ms=time, difficulty=1e14) for time in kinds]
    assert all(answer == answers[0] for answer in answers) and answers[0].hashrate_ths[1] > 0
    assert _refused(lambda: hi.mining.RunningHashrate(window_blocks=2, confidence=0.9).update_many(time_ms=["2026-01-01T00:00:00"], difficulty=1e14)).path == "time_ms[0]"
    moments = [np.datetime64("2026-01-01"), pd.Timestamp("2026-01-01"), "2026-01-01T00:00:00Z", 1_767_225_600_000]
    assert {hi._border.echo(time_ms=moment).time_ms for moment in moments} == {datetime.datetime(2026, 1, 1, tzinfo=UTC)}  # type: ignore[arg-type]


class _Counted(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows = 0
        self.widest = 0
        self.width = 0
        self.within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows, self.width, self.within = self.rows + 1, 0, True

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "tr"

    def handle_data(self, data: str) -> None:
        self.width += len(data) + 2 if self.within else 0
        self.widest = max(self.widest, self.width)


def test_pictures_are_small() -> None:
    columns = hi.mining.profit_batch(**{name: values * 5000 for name, values in COLUMNS.items()}, days=1, **NETWORK)
    job = hi.mining.SoloIncomeJob(**hi.example("mining.solo_income"))
    for shown in (columns, _forecast().table, hi.mining.machines(), hi.mining.machines().machines, hi.mining.profit(**PROFIT), job):
        picture = _Counted()
        picture.feed(shown._repr_html_())
        assert 2 < picture.rows <= 1 + 25 + 11 and picture.widest <= 130, (type(shown), picture.rows, picture.widest)
    assert len(repr(columns).splitlines()) == 13 and "10000 rows" in repr(columns)
    assert all(len(line) <= 120 for line in repr(columns).splitlines())
    assert len(repr(_forecast())) < 6000
    assert repr(job).endswith("blocks done>") and "window_blocks=2" in repr(hi.mining.RunningHashrate(window_blocks=2, confidence=0.9))


def test_columns_are_tables() -> None:
    columns = hi.mining.profit_batch(**COLUMNS, days=1, **NETWORK)
    assert len(columns) == 2 and dict(columns)["net_usd"] is columns.net_usd and columns == pickle.loads(pickle.dumps(columns))
    assert pl.DataFrame(columns)["net_usd"].to_list() == columns.net_usd.tolist()
    assert pa.table(columns)["net_usd"].to_pylist() == columns.net_usd.tolist()
    assert np.asarray(columns)["net_usd"].tolist() == columns.net_usd.tolist()
    assert columns.to_rows()[1]["status"] == "ok"
    with pytest.raises(TypeError, match="not iterable"):
        iter(columns)  # type: ignore[call-overload]
    assert json.loads(json.dumps(columns.to_rows())) == columns.to_rows()
    days = hi.treasury.ledger_history(**hi.example("treasury.ledger_history"))
    assert {type(cell) for row in days.to_rows() for cell in row.values()} <= {int, float, str, bool}


def test_names_are_public_and_rooms_load_when_used() -> None:
    import subprocess
    import sys

    assert all(not name.startswith("_") for name in dir(hi.mining)) and "Mapping" not in dir(hi.mining) and "border" not in dir(hi)
    for room in set(dir(hi)) - {"__version__"}:
        leaked = {"Any", "Literal", "Mapping", "annotations", "dataclasses"} & set(dir(getattr(hi, room)))
        assert not leaked, (room, leaked)
    assert not any(path.startswith("border") for path in hi.operations())
    script = "import sys, hashinsight; print([n for n in sys.modules if n.startswith('hashinsight.') and n.split('.')[1] in hashinsight._rooms.__all__])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
