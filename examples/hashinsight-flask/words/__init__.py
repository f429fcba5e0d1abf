"""Words of this application in English and Chinese, by their code."""

from words import fields, pages

WORDS: dict[str, tuple[str, str]] = {**pages.WORDS, **fields.WORDS}
