"""What tends to get lost between languages, through the operation that answers what it was given."""

from __future__ import annotations

import datetime
import math
import pickle
import struct
from decimal import Decimal
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import pytest

UTC = datetime.timezone.utc
USD = "USD"


def _deep(levels: int) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for _ in range(levels):
        document = {"inner": document}
    return document


@pytest.mark.parametrize(
    "number", [6e20, 1e-17, 5e-324, 2.0**53 + 2.0, 1.7976931348623157e308, 2.2250738585072014e-308, 0.1, -1e300, 1 / 3]
)
def test_floats_keep_every_bit(number: float) -> None:
    echoed = hi._border.echo(number=number).number
    assert echoed is not None
    assert struct.pack(">d", echoed) == struct.pack(">d", number)


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"number": 2**53 - 1}, 9007199254740991.0),
        ({"number": 2**53}, 9007199254740992.0),
        ({"number": np.float32(0.1)}, 0.10000000149011612),
        ({"number": np.int64(-3)}, -3.0),
        ({"count_u64": 2**64 - 1}, 2**64 - 1),
        ({"count_u64": 0}, 0),
        ({"count_u128": 2**128 - 1}, 2**128 - 1),
        ({"count_u128": "340282366920938463463374607431768211455"}, 2**128 - 1),
        ({"amount_sat": 21 * 10**14}, 21 * 10**14),
        ({"amount_sat": 2.1e6}, 2_100_000),
        ({"amount_sat": np.float64(-0.0)}, 0),
        ({"count_u64": 2.0**53 - 1}, 2**53 - 1),
        ({"flow_sat": -2.0}, -2),
        ({"time_ms": 1714564800001.0}, datetime.datetime(2024, 5, 1, 12, 0, 0, 1000, tzinfo=UTC)),
        ({"flow_sat": -21 * 10**14}, -21 * 10**14),
        ({"time_ms": datetime.datetime(2024, 5, 1, 12, tzinfo=UTC)}, datetime.datetime(2024, 5, 1, 12, tzinfo=UTC)),
        (
            {"time_ms": datetime.datetime(2024, 5, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=-7)))},
            datetime.datetime(2024, 5, 1, 7, tzinfo=UTC),
        ),
        ({"time_ms": 1714564800001}, datetime.datetime(2024, 5, 1, 12, 0, 0, 1000, tzinfo=UTC)),
        ({"time_ms": pd.Timestamp("2024-05-01T12:00:00.001Z")}, datetime.datetime(2024, 5, 1, 12, 0, 0, 1000, tzinfo=UTC)),
        ({"date": datetime.date(2024, 2, 29)}, datetime.date(2024, 2, 29)),
        ({"text": "a\0\n\"\\é€😀"}, "a\0\n\"\\é€😀"),
        ({"flag": False}, False),
        ({"numbers": (1, 2.5)}, (1.0, 2.5)),
        ({"numbers": np.array([1.0, 5e-324])}, (1.0, 5e-324)),
    ],
)
def test_values_come_back(fields: dict[str, Any], answer: object) -> None:
    (name,) = fields
    echoed = getattr(hi._border.echo(**fields), name)
    assert type(echoed) is type(answer)
    assert echoed == answer


@pytest.mark.parametrize(
    "digits",
    ["7.922816251426433759354395033", "9999999999999999999999999999", "0.0000000000000000000000000001", "-12.30", "0.00"],
)
def test_decimals_keep_every_digit(digits: str) -> None:
    echoed = hi._border.echo(money={"amount": Decimal(digits), "currency": USD}).money
    assert echoed is not None
    assert echoed.amount.as_tuple() == Decimal(digits).as_tuple()


def test_minus_zero_is_zero_and_none_is_absent() -> None:
    number = hi._border.echo(number=-0.0).number
    assert number is not None
    assert math.copysign(1.0, number) == 1.0
    assert hi._border.echo(number=None, text=None).to_dict() == {}


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({"number": 2**53 + 1}, "border.integer.out_of_range", "number"),
        ({"number": -(2**53) - 1}, "border.integer.out_of_range", "number"),
        ({"number": math.nan}, "border.number.not_finite", "number"),
        ({"number": math.inf}, "border.number.not_finite", "number"),
        ({"number": -math.inf}, "border.number.not_finite", "number"),
        ({"number": True}, "border.number.wrong_type", "number"),
        ({"number": np.bool_(True)}, "border.number.wrong_type", "number"),
        ({"number": "5"}, "border.number.wrong_type", "number"),
        ({"number": Decimal("5")}, "border.number.wrong_type", "number"),
        ({"amount_sat": Decimal("5")}, "border.amount_sat.wrong_type", "amount_sat"),
        ({"amount_sat": 2.0**53}, "border.amount_sat.wrong_type", "amount_sat"),
        ({"number": [1.0]}, "border.number.wrong_type", "number"),
        ({"number": object()}, "border.value.wrong_type", "number"),
        ({"numbers": [1.0, None]}, "border.numbers.wrong_type", "numbers[1]"),
        ({"numbers": np.array([1.0, math.nan])}, "border.numbers.not_finite", "numbers[1]"),
        ({"numbers": "12"}, "border.numbers.wrong_type", "numbers"),
        ({"hashrate_ths": math.nan}, "units.hashrate.not_finite", "hashrate_ths"),
        ({"hashrate_ths": True}, "border.hashrate_ths.wrong_type", "hashrate_ths"),
        ({"amount_sat": 21 * 10**14 + 1}, "units.amount.out_of_range", "amount_sat"),
        ({"amount_sat": 1.5}, "border.amount_sat.wrong_type", "amount_sat"),
        ({"amount_sat": True}, "border.amount_sat.wrong_type", "amount_sat"),
        ({"amount_sat": 2**200}, "border.amount_sat.out_of_range", "amount_sat"),
        ({"count_u64": 2**64}, "units.integer.out_of_range", "count_u64"),
        ({"count_u64": -1}, "units.integer.out_of_range", "count_u64"),
        ({"count_u64": 1.5}, "border.count_u64.wrong_type", "count_u64"),
        ({"count_u64": True}, "border.count_u64.wrong_type", "count_u64"),
        ({"count_u128": 2**128}, "units.integer.out_of_range", "count_u128"),
        ({"count_u128": "0x10"}, "units.integer.unknown", "count_u128"),
        ({"money": {"amount": 12.34, "currency": USD}}, "border.amount.wrong_type", "money.amount"),
        ({"money": {"amount": True, "currency": USD}}, "border.amount.wrong_type", "money.amount"),
        ({"money": {"amount": Decimal("1.23456789012345678901234567890"), "currency": USD}}, "units.decimal.unknown", "money.amount"),
        ({"money": {"amount": Decimal("NaN"), "currency": USD}}, "units.decimal.unknown", "money.amount"),
        ({"money": {"amount": Decimal(1), "currency": USD, "rate": 1}}, "border.request.unknown_field", "money.rate"),
        ({"money": {"amount": Decimal(1)}}, "border.currency.missing", "money.currency"),
        ({"money": [Decimal(1), USD]}, "border.money.wrong_type", "money"),
        ({"money": {1: 2}}, "border.key.wrong_type", "money"),
        ({"time_ms": datetime.datetime(2024, 5, 1)}, "border.datetime.wrong_type", "time_ms"),
        ({"time_ms": pd.Timestamp(1, unit="ns", tz="UTC")}, "border.datetime.out_of_range", "time_ms"),
        ({"time_ms": pd.NaT}, "border.datetime.wrong_type", "time_ms"),
        ({"time_ms": 5.5}, "border.time_ms.wrong_type", "time_ms"),
        ({"date": "2024-02-30"}, "units.date.out_of_range", "date"),
        ({"text": 5}, "border.text.wrong_type", "text"),
        ({"text": "\ud83d"}, "border.text.wrong_type", "text"),
        ({"flag": 1}, "border.flag.wrong_type", "flag"),
        ({"choice": "other"}, "border.choice.unknown", "choice"),
        ({"choice": "number"}, "border.choice.wrong_type", "choice"),
        ({"choice": {"number": 1.0, "nothing": {}}}, "border.choice.several", "choice"),
        ({"inner": {"inner": {"hashrate_ths": -1}}}, "units.hashrate.out_of_range", "inner.inner.hashrate_ths"),
        ({"inner": {"numbr": 1}}, "border.request.unknown_field", "inner.numbr"),
    ],
)
def test_what_cannot_cross_is_refused(fields: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(hi.HashInsightError) as caught:
        hi._border.echo(**fields)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert caught.value.allowed
    assert caught.value.code in str(caught.value)


def test_a_decimal_is_money_and_nothing_else() -> None:
    with pytest.raises(hi.HashInsightError) as caught:
        hi._border.echo(number=Decimal("0.5"), amount_sat=Decimal(3))  # type: ignore[arg-type]
    faults = [caught.value, *caught.value.others]
    told = {fault.path: (fault.value, "write float(...) or int(...)" in fault.allowed) for fault in faults}
    assert told["number"] == ('Decimal("0.5")', True) and told["amount_sat"] == ('Decimal("3")', True)
    with pytest.raises(hi.HashInsightError, match=r"got 3500 \(Decimal\)"):
        hi.mining.RunningHashrate(window_blocks=3, confidence=0.9).update_many(time_ms=[0], difficulty=[Decimal(3500)])  # type: ignore[arg-type]


def test_deep_and_cyclic_documents_are_refused() -> None:
    assert hi._border.echo(**_deep(60)).to_dict() == _deep(60)
    cyclic: dict[str, Any] = {}
    cyclic["inner"] = cyclic
    for document in (_deep(70), _deep(100_000), cyclic):
        with pytest.raises(hi.HashInsightError, match=r"border\.depth\.out_of_range"):
            hi._border.echo(**document)


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("[1]", "border.request.wrong_type", ""),
        ("null", "border.request.wrong_type", ""),
        ("", "border.json.unknown", ""),
        ('{"number":1}x', "border.json.unknown", ""),
        ('{"number":01}', "border.json.unknown", ""),
        ('{"numbr":1,"number":NaN}', "border.json.unknown", ""),
        ('{"number":null}', "border.number.wrong_type", "number"),
        ('{"number":1,"number":2}', "border.number.several", "number"),
        ('{"number":1e400}', "border.number.not_finite", "number"),
        ('{"inner":[]}', "border.inner.wrong_type", "inner"),
        ("[" * 100_000, "border.depth.out_of_range", ""),
        ('{"inner":' * 100_000, "border.depth.out_of_range", ""),
    ],
)
def test_text_that_is_no_request_is_refused(text: str, code: str, path: str) -> None:
    with pytest.raises(hi.HashInsightError) as caught:
        hi.call("border.echo", text)
    assert (caught.value.code, caught.value.path) == (code, path)


def test_every_fault_of_a_document_is_told_in_field_order() -> None:
    with pytest.raises(hi.HashInsightError) as caught:
        hi._border.echo(number=math.nan, hashrate_ths=-1, inner={"numbr": 1, "flag": 1})  # type: ignore[arg-type]
    error = caught.value
    told = [(fault.code, fault.path) for fault in (error, *error.others)]
    assert told == [
        ("border.number.not_finite", "number"),
        ("units.hashrate.out_of_range", "hashrate_ths"),
        ("border.request.unknown_field", "inner.numbr"),
        ("border.flag.wrong_type", "inner.flag"),
    ]
    assert error.others[1].allowed.endswith("did you mean number?")
    assert isinstance(error.others[2], TypeError) and error.others[2].others == ()
    assert str(error).splitlines()[1] == str(error.others[0])
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)


def test_refusals_are_also_value_and_type_errors() -> None:
    with pytest.raises(ValueError, match="not_finite"):
        hi._border.echo(number=math.nan)
    with pytest.raises(TypeError, match="wrong_type"):
        hi._border.echo(number="5")  # type: ignore[arg-type]
    with pytest.raises(LookupError, match=r"border\.operation\.unknown"):
        hi.call("mining.gold", {})


def test_columns_keep_every_bit() -> None:
    bits = np.array([0x7FF8000000000000, 0x8000000000000000, 1, 0x7FEFFFFFFFFFFFFF, 0xFFF0000000000000], dtype=np.uint64)
    number = bits.view(np.float64)
    integer = np.array([2**63 - 1, -(2**63), 2**53 + 1, 0, -1])
    word = ["zero", "positive", "negative", "zero", "zero"]
    echoed = hi._border.echo_columns(number=number, integer=integer, flag=[True, False, True, True, False], word=word)
    assert echoed.number.dtype == np.float64
    assert echoed.number.view(np.uint64).tolist() == bits.tolist()
    assert echoed.integer.tolist() == integer.tolist()
    assert echoed.flag.tolist() == [True, False, True, True, False]
    assert echoed.word.tolist() == word
    assert echoed.sign.tolist() == ["positive", "negative", "positive", "zero", "negative"]


@pytest.mark.parametrize(
    ("number", "integer", "code", "path"),
    [
        ([1.0], [1.5], "border.integer.wrong_type", "integer[0]"),
        ([1.0], [2.0**53 + 2], "border.integer.wrong_type", "integer[0]"),
        ([1.0], np.array([2**63], dtype=np.uint64), "border.integer.wrong_type", "integer[0]"),
        ([2**53 + 1], [1], "border.number.wrong_type", "number[0]"),
        ([True], [1], "border.number.wrong_type", "number"),
        (["1"], [1], "border.number.wrong_type", "number"),
        ([[1.0]], [1], "border.number.wrong_type", "number"),
        ([1.0, 2.0], [1], "border.integer.length", "integer"),
        ([1.0, 2.0], [1, 2], "border.flag.length", "flag"),
        (None, [1], "border.number.missing", "number"),
        ([Decimal(1)], [1], "border.number.wrong_type", "number[0]"),
    ],
)
def test_columns_that_cannot_cross_are_refused(number: Any, integer: Any, code: str, path: str) -> None:
    with pytest.raises(hi.HashInsightError) as caught:
        hi._border.echo_columns(number=number, integer=integer, flag=[True], word=["zero"])
    assert (caught.value.code, caught.value.path) == (code, path)
