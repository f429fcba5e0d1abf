"""The domains. Generated from the operation table by ``cargo xtask gen``. Each is loaded when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import _border as _border
    from . import crm as crm, derivatives as derivatives, feeds as feeds, insurance as insurance, market as market, mining as mining, report as report, signals as signals, texts as texts, treasury as treasury, units as units

__all__ = ["crm", "derivatives", "feeds", "insurance", "market", "mining", "report", "signals", "texts", "treasury", "units"]
