"""Operations and types of ``border``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from . import _frames
from ._documents import Document, Variant, call, day, document, each, instant, listed, operation, wide
from ._frames import Columns
from .units import Money, MoneyDict

__all__ = [
    "EchoChoice",
    "EchoChoiceDict",
    "EchoChoiceLike",
    "EchoColumnsColumns",
    "EchoDocument",
    "EchoDocumentDict",
    "Sign",
    "echo",
    "echo_columns",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class EchoChoice(Variant):
    """A choice: a word, or a word with content.

    Cases
    -----
    nothing
        Nothing more to say.
    number
        A number.
    """

    tag: Literal["nothing", "number"]
    content: float | None = None
    _route = "border.echo:choice"

    @classmethod
    def nothing(cls) -> Self:
        """Nothing more to say."""
        return cls._made("nothing")

    @classmethod
    def number(cls, content: float) -> Self:
        """A number."""
        return cls._made("number", content)


class EchoChoiceDict(TypedDict, total=False):
    """``EchoChoice`` as a mapping: one of the keys, with its content."""

    number: float


EchoChoiceLike: TypeAlias = "EchoChoice | EchoChoiceDict | Literal['nothing']"
"""What is taken for a ``EchoChoice``."""


@document
class EchoDocument(Document):
    """One field of each kind that crosses; all optional.

    Attributes
    ----------
    number : float, optional
        Any finite number.
    numbers : tuple[float, ...], optional
        List of finite numbers.
    hashrate_ths : float, optional
        A quantity, in TH/s. [TH/s, from 0.0 to 1e+24]
    amount_sat : int, optional
        Bitcoin that someone has, in satoshis. [sat, from 0 to 2100000000000000]
    flow_sat : int, optional
        Bitcoin that flows, in satoshis. [sat, from -2100000000000000 to 2100000000000000]
    height : int, optional
        Height of a block. [blocks, from 0 to 4294967295]
    time_ms : datetime.datetime, optional
        An instant, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    date : datetime.date, optional
        A civil day.
    money : Money, optional
        Booked money.
    count_u64 : int, optional
        A 64-bit integer, as text.
    count_u128 : int, optional
        A 128-bit integer, as text.
    flag : bool, optional
        A truth value.
    text : str, optional
        Any text.
    choice : EchoChoice, optional
        A choice.
    inner : EchoDocument, optional
        A document of the same kind, inside.
    """

    number: float | None = None
    numbers: tuple[float, ...] | None = None
    hashrate_ths: float | None = None
    amount_sat: int | None = None
    flow_sat: int | None = None
    height: int | None = None
    time_ms: datetime.datetime | None = None
    date: datetime.date | None = None
    money: Money | None = None
    count_u64: int | None = None
    count_u128: int | None = None
    flag: bool | None = None
    text: str | None = None
    choice: EchoChoice | None = None
    inner: EchoDocument | None = None
    _route = "border.echo:inner"

    def __init__(
        self,
        number: float | None = None,
        numbers: ArrayLike | None = None,
        hashrate_ths: float | None = None,
        amount_sat: int | None = None,
        flow_sat: int | None = None,
        height: int | None = None,
        time_ms: datetime.datetime | int | str | None = None,
        date: datetime.date | None = None,
        money: Money | MoneyDict | None = None,
        count_u64: int | None = None,
        count_u128: int | None = None,
        flag: bool | None = None,
        text: str | None = None,
        choice: EchoChoiceLike | None = None,
        inner: EchoDocument | EchoDocumentDict | None = None,
    ) -> None:
        self._fill({"number": number, "numbers": numbers, "hashrate_ths": hashrate_ths, "amount_sat": amount_sat, "flow_sat": flow_sat, "height": height, "time_ms": time_ms, "date": date, "money": money, "count_u64": count_u64, "count_u128": count_u128, "flag": flag, "text": text, "choice": choice, "inner": inner})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("numbers") is not None:
            document["numbers"] = listed(document["numbers"])
        if document.get("time_ms") is not None:
            document["time_ms"] = instant(document["time_ms"])
        if document.get("date") is not None:
            document["date"] = day(document["date"])
        if document.get("money") is not None:
            document["money"] = Money._read(document["money"])
        if document.get("count_u64") is not None:
            document["count_u64"] = int(document["count_u64"])
        if document.get("count_u128") is not None:
            document["count_u128"] = int(document["count_u128"])
        if document.get("choice") is not None:
            document["choice"] = EchoChoice._read(document["choice"])
        if document.get("inner") is not None:
            document["inner"] = EchoDocument._read(document["inner"])

    def _wire(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "numbers": self.numbers,
            "hashrate_ths": self.hashrate_ths,
            "amount_sat": self.amount_sat,
            "flow_sat": self.flow_sat,
            "height": self.height,
            "time_ms": self.time_ms,
            "date": self.date,
            "money": self.money,
            "count_u64": wide(self.count_u64),
            "count_u128": wide(self.count_u128),
            "flag": self.flag,
            "text": self.text,
            "choice": self.choice,
            "inner": self.inner,
        }


class EchoDocumentDict(TypedDict):
    """``EchoDocument`` as a mapping."""

    number: NotRequired[float | None]
    numbers: NotRequired[ArrayLike | None]
    hashrate_ths: NotRequired[float | None]
    amount_sat: NotRequired[int | None]
    flow_sat: NotRequired[int | None]
    height: NotRequired[int | None]
    time_ms: NotRequired[datetime.datetime | int | str | None]
    date: NotRequired[datetime.date | None]
    money: NotRequired[Money | MoneyDict | None]
    count_u64: NotRequired[int | None]
    count_u128: NotRequired[int | None]
    flag: NotRequired[bool | None]
    text: NotRequired[str | None]
    choice: NotRequired[EchoChoiceLike | None]
    inner: NotRequired[EchoDocument | EchoDocumentDict | None]


Sign: TypeAlias = Literal["negative", "zero", "positive"]
"""Sign of a number.

Cases
-----
negative
    Below 0.
zero
    Exactly 0.
positive
    Above 0.
"""


@operation("border.echo")
def echo(
    *,
    number: float | None = None,
    numbers: ArrayLike | None = None,
    hashrate_ths: float | None = None,
    amount_sat: int | None = None,
    flow_sat: int | None = None,
    height: int | None = None,
    time_ms: datetime.datetime | int | str | None = None,
    date: datetime.date | None = None,
    money: Money | MoneyDict | None = None,
    count_u64: int | None = None,
    count_u128: int | None = None,
    flag: bool | None = None,
    text: str | None = None,
    choice: EchoChoiceLike | None = None,
    inner: EchoDocument | EchoDocumentDict | None = None,
) -> EchoDocument:
    """Answers the document it was given, one field of each kind that crosses: to prove that a binding loses nothing.

    Parameters
    ----------
    number : float, optional
        Any finite number.
    numbers : array_like of float, optional
        List of finite numbers.
    hashrate_ths : float, optional
        A quantity, in TH/s. [TH/s, from 0.0 to 1e+24]
    amount_sat : int, optional
        Bitcoin that someone has, in satoshis. [sat, from 0 to 2100000000000000]
    flow_sat : int, optional
        Bitcoin that flows, in satoshis. [sat, from -2100000000000000 to 2100000000000000]
    height : int, optional
        Height of a block. [blocks, from 0 to 4294967295]
    time_ms : datetime.datetime | int | str, optional
        An instant, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    date : datetime.date, optional
        A civil day.
    money : Money, or a mapping of its fields, optional
        Booked money.
    count_u64 : int, optional
        A 64-bit integer, as text.
    count_u128 : int, optional
        A 128-bit integer, as text.
    flag : bool, optional
        A truth value.
    text : str, optional
        Any text.
    choice : EchoChoice, or its word or mapping, optional
        A choice.
    inner : EchoDocument, or a mapping of its fields, optional
        A document of the same kind, inside.

    Returns
    -------
    EchoDocument

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi._border.echo(number=0.1, count_u64=18446744073709551615, money={"amount": "12.34", "currency": "USD"}, time_ms=1713571767000)
    >>> report.number
    0.1
    >>> report.money.currency
    'USD'
    """
    return EchoDocument._read(call("border.echo", {"number": number, "numbers": numbers, "hashrate_ths": hashrate_ths, "amount_sat": amount_sat, "flow_sat": flow_sat, "height": height, "time_ms": time_ms, "date": date, "money": money, "count_u64": wide(count_u64), "count_u128": wide(count_u128), "flag": flag, "text": text, "choice": choice, "inner": inner}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class EchoColumnsColumns(Columns):
    """Columns of ``echo_columns``, of the kind that came in.

    Attributes
    ----------
    number : float64
        The float.
    integer : int64
        The integer.
    flag : bool
        The truth value.
    word : words (negative, zero, positive)
        The word.
    sign : words (negative, zero, positive)
        Sign of the integer.
    """

    number: Any
    integer: Any
    flag: Any
    word: Any
    sign: Any


@overload
def echo_columns(
    *,
    number: ArrayLike,
    integer: ArrayLike,
    flag: ArrayLike,
    word: ArrayLike,
) -> EchoColumnsColumns: ...


@overload
def echo_columns(
    frame: _Frame,
    /,
    *,
    number: ArrayLike | None = None,
    integer: ArrayLike | None = None,
    flag: ArrayLike | None = None,
    word: ArrayLike | None = None,
) -> _Frame: ...


@operation()
def echo_columns(
    frame: Any = None,
    /,
    *,
    number: Any = None,
    integer: Any = None,
    flag: Any = None,
    word: Any = None,
) -> Any:
    """Answers the columns it was given, and the sign of each integer as a word: to prove that a binding loses no bit, NaN included.

    Parameters
    ----------
    number : column of float64
        Any float.
    integer : column of int64
        Any integer.
    flag : column of bool
        A truth value.
    word : column of words (negative, zero, positive)
        A word.

    Returns
    -------
    EchoColumnsColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi._border.echo_columns(number=[0.1, -2.5], integer=[9007199254740991, -1], flag=[True, False], word=["zero", "positive"])
    >>> columns.number.tolist()
    [0.1, -2.5]
    >>> columns.integer.tolist()
    [9007199254740991, -1]
    """
    return _frames.call(
        "border.echo_columns",
        {},
        frame,
        {"number": number, "integer": integer, "flag": flag, "word": word},
        (("number", "f64"), ("integer", "i64"), ("flag", "bool"), ("word", ("negative", "zero", "positive",)),),
        ("number", "integer", "flag", "word", "sign",),
        EchoColumnsColumns,
        False,
    )
