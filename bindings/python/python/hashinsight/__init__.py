"""Mathematics of bitcoin mining and leveraged contracts: ``mining``, ``derivatives``, ``signals``, and ``feeds`` that parse what upstreams send.

Every function takes keyword arguments whose names carry their unit, and answers a frozen result. The numbers are the same 64 bits as in
Rust, Node and the browser. What cannot be used is refused with a :class:`HashInsightError` that names the field, the value and what is
allowed.
"""

from __future__ import annotations

from . import _rooms, errors, honesty, zones
from ._documents import call
from ._native import VERSION as __version__
from ._native import example, operations
from ._rooms import *
from ._words import Words
from .calculator import MiningCalculator
from .errors import HashInsightError

__all__ = ["HashInsightError", "MiningCalculator", "Words", "__version__", "call", "errors", "example", "honesty", "operations", "zones"]
__all__ += _rooms.__all__
