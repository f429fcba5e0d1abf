# Generated from the operation table by `cargo xtask gen`.
from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar, overload

from numpy.typing import ArrayLike

from ._documents import Document, Variant
from ._frames import Columns
from ._handles import Job, Progress, Stream

_Frame = TypeVar("_Frame") # a pandas or polars DataFrame

__all__ = [
    "EchoChoice",
    "EchoColumnsColumns",
    "EchoDocument",
    "Money",
    "echo",
    "echo_columns",
]


@dataclasses.dataclass(frozen=True, repr=False)
class Money(Document):
    """An exact amount of one currency.

    Attributes
    ----------
    amount : Decimal
        The number, as decimal text.
    currency : str
        The currency.
    """

    amount: Decimal
    currency: str


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def nothing(cls) -> Self:
        """Nothing more to say."""

    @classmethod
    def number(cls, content: float) -> Self:
        """A number."""


@dataclasses.dataclass(frozen=True, repr=False)
class EchoDocument(Document):
    """One field of each kind that crosses; all optional.

    Attributes
    ----------
    number : float, optional
        Any finite number.
    numbers : list[float], optional
        A list of finite numbers.
    hashrate_ths : float, optional
        A quantity. [TH/s, from 0.0 to 1e+24]
    amount_sat : int, optional
        Bitcoin that someone has. [sat, from 0 to 2100000000000000]
    flow_sat : int, optional
        Bitcoin that flows. [sat, from -2100000000000000 to 2100000000000000]
    height : int, optional
        A block height. [blocks, from 0 to 4294967295]
    time_ms : datetime.datetime, optional
        An instant. [ms, from 1230940800000 to 253402235999999]
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
        The same once more, inside.
    """

    number: float | None = None
    numbers: list[float] | None = None
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


def echo(
    *,
    number: float | None = None,
    numbers: Sequence[float] | None = None,
    hashrate_ths: float | None = None,
    amount_sat: int | None = None,
    flow_sat: int | None = None,
    height: int | None = None,
    time_ms: datetime.datetime | int | None = None,
    date: datetime.date | None = None,
    money: Money | Mapping[str, Any] | None = None,
    count_u64: int | None = None,
    count_u128: int | None = None,
    flag: bool | None = None,
    text: str | None = None,
    choice: EchoChoice | Mapping[str, Any] | str | None = None,
    inner: EchoDocument | Mapping[str, Any] | None = None,
) -> EchoDocument:
    """Answers the document it was given, one field of each kind that crosses: to prove that a binding loses
    nothing.

    Parameters
    ----------
    number : float, optional
        Any finite number.
    numbers : Sequence[float], optional
        A list of finite numbers.
    hashrate_ths : float, optional
        A quantity. [TH/s, from 0.0 to 1e+24]
    amount_sat : int, optional
        Bitcoin that someone has. [sat, from 0 to 2100000000000000]
    flow_sat : int, optional
        Bitcoin that flows. [sat, from -2100000000000000 to 2100000000000000]
    height : int, optional
        A block height. [blocks, from 0 to 4294967295]
    time_ms : datetime.datetime | int, optional
        An instant. [ms, from 1230940800000 to 253402235999999]
    date : datetime.date, optional
        A civil day.
    money : Money | Mapping[str, Any], optional
        Booked money.
    count_u64 : int, optional
        A 64-bit integer, as text.
    count_u128 : int, optional
        A 128-bit integer, as text.
    flag : bool, optional
        A truth value.
    text : str, optional
        Any text.
    choice : EchoChoice | Mapping[str, Any] | str, optional
        A choice.
    inner : EchoDocument | Mapping[str, Any], optional
        The same once more, inside.

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
    >>> report = hi.border.echo(number=0.1, count_u64=18446744073709551615, money={"amount": "12.34", "currency": "USD"}, time_ms=1713571767000)
    """


@dataclasses.dataclass(frozen=True, repr=False)
class EchoColumnsColumns(Columns):
    """Columns of ``echo_columns``, of the kind that came in.

    Attributes
    ----------
    number : float64
        The floats.
    integer : int64
        The integers.
    sign : words
        Sign of the integer: negative, zero or positive.
    """

    number: Any
    integer: Any
    sign: Any


@overload
def echo_columns(
    *,
    number: ArrayLike,
    integer: ArrayLike,
) -> EchoColumnsColumns:
    """Answers the columns it was given, and the sign of each number as a word: to prove that a binding loses no
    bit, NaN included.

    Parameters
    ----------
    number : column of float64
        Any floats.
    integer : column of int64
        Any integers.

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
    >>> columns = hi.border.echo_columns(number=[0.1, -2.5], integer=[9007199254740991, -1])
    """


@overload
def echo_columns(
    frame: _Frame,
    /,
    *,
    number: ArrayLike | None = None,
    integer: ArrayLike | None = None,
) -> _Frame:
    """Answers the columns it was given, and the sign of each number as a word: to prove that a binding loses no
    bit, NaN included.

    Parameters
    ----------
    number : column of float64
        Any floats.
    integer : column of int64
        Any integers.

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
    >>> columns = hi.border.echo_columns(number=[0.1, -2.5], integer=[9007199254740991, -1])
    """
