"""The domains. Generated from the operation table by ``cargo xtask gen``."""

from . import border, derivatives, feeds, market, mining, signals, units

__all__ = ["border", "derivatives", "feeds", "market", "mining", "signals", "units"]
