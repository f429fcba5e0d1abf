"""Names of arguments that a function does not know, and those that it needs: told as everything else is."""

from __future__ import annotations

import difflib
import functools
import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from .errors import InputTypeError

F = TypeVar("F", bound=Callable[..., Any])


def keywords(refuse: Callable[[Mapping[str, Any]], object] | None = None, room: str | None = None) -> Callable[[F], F]:
    """Make a function whose call with wrong names raises a ``HashInsightError``: what the core says of them, or the name that is nearest. Its
    code begins with the room. Absent: that of the function's module."""

    def made(function: F) -> F:
        @functools.wraps(function)
        def call(*args: Any, **given: Any) -> Any:
            try:
                return function(*args, **given)
            except TypeError as error:
                # Only where the call itself fails: the next frame would be the function's.
                if error.__traceback__ is None or error.__traceback__.tb_next is not None or isinstance(error, InputTypeError):
                    raise
                _told(function, room or function.__module__.removeprefix("hashinsight.").partition(".")[0], args, given, refuse)
                raise

        return call  # type: ignore[return-value]

    return made


def unknown(module: str, names: Sequence[str]) -> Callable[[str], NoReturn]:
    """The ``__getattr__`` of a module: says the name that is nearest. Type checkers do not see it, and know by themselves."""

    def refuse(name: str) -> NoReturn:
        near = difflib.get_close_matches(name, names, 1)
        hint = f"; did you mean {near[0]}?" if near and not name.startswith("_") else ""
        raise AttributeError(f"module {module!r} has no attribute {name!r}{hint}", name=name, obj=sys.modules.get(module))

    return refuse


def _told(
    function: Callable[..., Any],
    room: str,
    args: tuple[Any, ...],
    given: Mapping[str, Any],
    refuse: Callable[[Mapping[str, Any]], object] | None,
) -> None:
    parameters = inspect.signature(function).parameters
    plain = [name for name in parameters if name != "self"]
    positional = [name for name in plain if parameters[name].kind is not inspect.Parameter.KEYWORD_ONLY]
    unnamed = len(args) - (len(parameters) - len(plain)) - len(positional)
    if unnamed > 0:
        names = [name for name in plain if name not in positional]
        got = f"{unnamed} argument{'s' if unnamed > 1 else ''} without a name"
        raise InputTypeError(f"{room}.request.unsupported", "", got, f"keywords: {names[0]}=..." if names else "keywords") from None
    known = dict(zip(positional, args[len(parameters) - len(plain) :])) | dict(given)
    if refuse is not None:
        refuse({name: value for name, value in known.items() if name not in ("progress", "blocks", "state")})
    for name in given:
        if name not in parameters:
            near = difflib.get_close_matches(name, plain, 1)
            allowed = f"one of {', '.join(plain)}" + (f"; did you mean {near[0]}?" if near else "")
            raise InputTypeError(f"{room}.request.unknown_field", name, name, allowed) from None
    for name in plain:
        if parameters[name].default is inspect.Parameter.empty and name not in known:
            raise InputTypeError(f"{room}.{name}.missing", name, "", "a value") from None
