"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._documents import each

__all__ = [
    "RefusalKind",
]


def __dir__() -> list[str]:
    return __all__


RefusalKind: TypeAlias = Literal["rate_limited", "later", "not_from_here", "key", "unknown_instrument", "bad_request", "other"]
"""What an upstream's refusal asks of the caller.

Cases
-----
rate_limited
    Too many calls: wait, and longer each time (see `Schedule`).
later
    The upstream cannot answer now: it starts, is overloaded or under maintenance. Ask again later.
not_from_here
    Not served here: the method at this node, or the country of the caller. Ask another upstream.
key
    The key is missing, wrong or not allowed to do this.
unknown_instrument
    The instrument or coin does not exist there.
bad_request
    The question is wrong: asked again it will be refused again.
other
    Anything else.
"""
