"""Requests to upstreams: the family says what to send, this file sends it, only to hosts that the family named, and follows no redirect."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import hashinsight as hi
import httpx
import structlog
from webkit.metrics import Metrics

from config import Settings
from services.collect import Fetched

HOSTS = (
    "api.coingecko.com",
    "pro-api.coingecko.com",
    "mempool.space",
    "api.blockchain.info",
    "www.coinwarz.com",
    "api.alternative.me",
    "rpc.ankr.com",
)
#: The source whose address may be one's own.
NODE = "bitcoin_rpc"
MOST_BYTES = 1_048_576


def made_at(date: str) -> datetime | None:
    """The time of a `Date` header."""
    try:
        return parsedate_to_datetime(date).astimezone(UTC)
    except ValueError:
        return None


class Upstreams:
    def __init__(self, settings: Settings, metrics: Metrics, transport: httpx.BaseTransport | None = None) -> None:
        self._settings, self._metrics = settings, metrics
        self._client = httpx.Client(timeout=10, follow_redirects=False, transport=transport)

    def fetch(self, source: str, request: hi.feeds.HttpRequest) -> Fetched:
        fetched = self._send(source, request)
        self._metrics.upstream.labels(source, fetched.outcome).inc()
        structlog.get_logger().info("upstream", source=source, asked=request.for_log, outcome=fetched.outcome)
        return fetched

    def _send(self, source: str, request: hi.feeds.HttpRequest) -> Fetched:
        place = urlsplit(request.url)
        # The family gives the path alone where only an owner knows the address: that of his node.
        node = self._settings.bitcoin_rpc_url if source == NODE and not place.netloc else None
        if node is None and (place.scheme != "https" or place.hostname not in HOSTS):
            return Fetched("host_refused")
        address = node.get_secret_value() if node else self._address(request.url)
        headers = {header.name: header.value for header in request.headers}
        try:
            answer = self._client.request(request.method.upper(), address, headers=headers, content=request.body)
        except httpx.TimeoutException:
            return Fetched("timeout")
        except httpx.HTTPError:
            return Fetched("unreachable")
        if answer.status_code != 200:
            return Fetched(f"http_{answer.status_code}")
        if len(answer.content) > MOST_BYTES:
            return Fetched("too_large")
        return Fetched("ok", answer.content, made_at(answer.headers.get("Date", "")))

    def _address(self, url: str) -> str:
        """The upstream itself, or its recording on loopback."""
        if self._settings.upstreams == "live":
            return url
        return f"{self._settings.recorded_url}/{url.removeprefix('https://')}"
