"""The domains. Generated from the operation table by ``cargo xtask gen``."""

from . import border, signals, units

__all__ = ["border", "signals", "units"]
