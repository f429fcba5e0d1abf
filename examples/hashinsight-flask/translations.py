"""Words of this application in English and Chinese. Those of the family (states, roles, sections, reasons) are the family's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import hashinsight as hi
from webkit.words import WORDS as SHARED

from words import WORDS


@lru_cache
def family(language: str) -> dict[str, str]:
    """Every text of the family in a language, by its code."""
    return {entry.key: entry.text for entry in hi.texts.catalogue(language=language).entries}


def word(language: str, code: str) -> str:
    for words in (WORDS, SHARED):
        if code in words:
            return words[code][language == "zh"]
    return family(language)[code]


def subject_word(language: str, subject: str) -> str:
    """A customer, or what moves through a lifecycle of the family."""
    own = f"subject.{subject}"
    return word(language, own if own in WORDS else f"crm.subject.{subject}")


def action_word(language: str, action: str) -> str:
    own = f"action.{action}"
    return word(language, own if own in WORDS else f"crm.action.{action}")


def deed(language: str, did: str) -> str:
    """What an event of the audit trail says: `key.stored`, or `crm.lead.contact`."""
    if f"did.{did}" in WORDS:
        return word(language, f"did.{did}")
    _, subject, action = did.split(".")
    return f"{subject_word(language, subject)}: {action_word(language, action)}"


def fault(language: str, told: Mapping[str, Any]) -> str | None:
    """What is wrong and what is allowed, as the family says it; nothing where the code is none of its own."""
    if not knows(f"units.problem.{told['code'].rpartition('.')[2]}"):
        return None
    return hi.texts.fault_text(language=language, code=told["code"], allowed=told.get("allowed") or None).text


def source_word(language: str, name: str) -> str:
    """A source by the name of its publisher."""
    return word(language, f"source.{name}") if f"source.{name}" in WORDS else name


def knows(code: str) -> bool:
    return code in WORDS or code in SHARED or code in family("en")
