"""Settings of this application, on top of those that the applications share."""

from __future__ import annotations

import os
from typing import Literal
from urllib.parse import urlsplit

import webkit.settings
from pydantic import SecretStr
from webkit.settings import SettingsError

HOST = os.environ.get("HOST", "127.0.0.1")
PORT = os.environ.get("PORT", "5000")
#: Everybody of this installation is of one tenant; what belongs to a single user is told apart by its owner.
TENANT = "main"
#: How long an answer that others can use as well is kept, and how long it may still be served while its source fails.
CACHE_MS = 900_000
#: The least of that time: answers of one moment do not all run out in one moment.
CACHE_LEAST_MS = 810_000
STALE_IF_ERROR_MS = 3_600_000
#: Greatest age of a reading that counts as fresh: two rounds of the collector.
FRESH_MS = 1_800_000
COLLECT_EVERY_S = 900
POINTS_PER_DAY = 10
KEEP_MS = 94_608_000_000
#: Fees of a block that are assumed on the sample's last day: those of the sample site.
FEES_PER_BLOCK_SAT = 2_000_000
#: Most machines of one upload.
MOST_MACHINES = 5_000


class Settings(webkit.settings.Settings):
    #: `recorded` answers of the folder of that name, on loopback; `live` asks the upstreams.
    upstreams: Literal["recorded", "live"] = "recorded"
    recorded_url: str = "http://127.0.0.1:5055"
    #: Keys of services, `service:key` separated by commas; one that an owner has stored comes first.
    api_keys: SecretStr | None = None
    #: A price of one bitcoin in USD below which one letter is sent; absent, none is.
    alert_below_usd: float | None = None
    alert_to: str = "owner@example.com"
    #: One's own bitcoin node, `http://user:password@127.0.0.1:8332`; absent, that of Ankr is asked where there is a key for it.
    bitcoin_rpc_url: SecretStr | None = None
    #: Port on loopback at which the worker tells its metrics; absent, it tells none.
    worker_metrics_port: int | None = None

    def keys_of_services(self) -> dict[str, str]:
        entries = self.api_keys.get_secret_value().split(",") if self.api_keys else []
        return dict(entry.strip().split(":", 1) for entry in entries)


def load(environment: dict[str, str] | None = None) -> Settings:
    settings = webkit.settings.load(dict(os.environ if environment is None else environment), Settings)
    if settings.production and settings.upstreams == "recorded":
        raise SettingsError("UPSTREAMS: production asks `live` ones")
    if settings.bitcoin_rpc_url:
        node = urlsplit(settings.bitcoin_rpc_url.get_secret_value())
        if node.scheme != "https" and not (node.scheme == "http" and node.hostname in ("127.0.0.1", "::1", "localhost")):
            raise SettingsError("BITCOIN_RPC_URL: https://, or http:// on this machine, as its password goes along")
    return settings
