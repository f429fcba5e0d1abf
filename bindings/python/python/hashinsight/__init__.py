"""Mathematics of bitcoin mining, its treasury, and the insurance of leveraged contracts.

Start here
----------
``hi.mining.profit(...)``, ``hi.mining.forecast(...)`` and ``hi.mining.machines()``: what a machine earns. ``hi.operations()`` lists all
operations, ``hi.example(path)`` gives the arguments of a worked example, ``help(hi.mining.profit)`` its units and ranges.

Rooms
-----
Each is loaded when it is first used: ``mining``, ``derivatives``, ``signals``, ``treasury``, ``insurance``, ``crm``; ``feeds`` parse what
upstreams send, ``texts`` are words for codes, ``units`` and ``market`` hold the types that several rooms share. ``report`` is the report on a site, and
draws answers of the others (``answer.plot()``); ``honesty`` asks any signal, also yours, whether it looks ahead.

Four shapes
-----------
A function of keywords that answers a frozen document; a function of columns (``profit_batch``) that takes and answers NumPy, pandas, polars or
pyarrow; a stream (``hi.mining.RunningHashrate``) with ``update``, ``peek``, ``save``; a job (``hi.mining.SoloIncomeJob``) with ``run``,
``split``, ``merged``, ``save``. The numbers are the same 64 bits as in Rust, Node and the browser. What cannot be used is refused with a
:class:`HashInsightError` that names the field, the value and what is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _rooms, errors
from ._documents import call
from ._native import VERSION as __version__
from ._words import Words
from .errors import HashInsightError

if TYPE_CHECKING:
    from . import honesty, zones
    from ._rooms import *
    from ._rooms import _border as _border
    from .calculator import MiningCalculator

__all__ = ["HashInsightError", "MiningCalculator", "Words", "__version__", "call", "errors", "example", "honesty", "operations", "zones"]
__all__ += _rooms.__all__


def operations() -> list[str]:
    """Paths of all operations, as ``mining.profit``. A stream is a class (``mining.RunningHashrate``), a job a function and a class."""
    from . import _native

    return [path for path in _native.operations() if not path.startswith("border.")]


def example(path: str) -> dict[str, Any]:
    """The arguments of an operation's worked example, by keyword: of a stream those of its class, with the events as ``columns``."""
    import json

    from . import _native

    document: dict[str, Any] = json.loads(_native.example(path))
    if document.keys() != {"params", "columns"}:
        return document
    is_stream = not hasattr(_attribute(path.partition(".")[0]), path.partition(".")[2])
    arguments: dict[str, Any] = document["params"] | ({"columns": document["columns"]} if is_stream else document["columns"])
    return arguments


def _attribute(name: str) -> Any:
    import importlib

    from ._keywords import unknown

    if name in (*_rooms.__all__, "honesty", "zones", "_border"):
        return importlib.import_module(f"{__name__}.{name}")
    if name == "MiningCalculator":
        return importlib.import_module(f"{__name__}.calculator").MiningCalculator
    return unknown(__name__, __all__)(name)


if not TYPE_CHECKING:
    __getattr__ = _attribute


def __dir__() -> list[str]:
    return __all__
