"""The domains. Generated from the operation table by ``cargo xtask gen``."""

from . import border, crm, derivatives, feeds, insurance, market, mining, signals, texts, treasury, units

__all__ = ["border", "crm", "derivatives", "feeds", "insurance", "market", "mining", "signals", "texts", "treasury", "units"]
