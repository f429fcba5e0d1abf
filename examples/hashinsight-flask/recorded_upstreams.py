"""The recorded upstreams: a small server on loopback that answers what was once answered, so that nothing here needs the network.

The recordings are of 6 June 2026 (see `recorded/README.md`): whoever asks later is told an old time, and the pages say that they are stale.
"""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

DATE = "Sat, 06 Jun 2026 07:28:05 GMT"
FOLDER = Path(__file__).with_name("recorded")
FILES = {
    "/api.coingecko.com/api/v3/simple/price": "api.coingecko.com_simple_price.json",
    "/mempool.space/api/v1/prices": "mempool.space_prices.json",
    "/api.blockchain.info/stats": "api.blockchain.info_stats.json",
    "/mempool.space/api/v1/mining/hashrate/3d": "mempool.space_hashrate_3d.json",
    "/www.coinwarz.com/v1/api/coininformation": "www.coinwarz.com_coininformation.json",
    "/api.alternative.me/fng/": "api.alternative.me_fng.json",
    "/mempool.space/api/v1/mining/reward-stats/144": "mempool.space_reward_stats.json",
}


class Recorded(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = FILES.get(urlsplit(self.path).path)
        body = (FOLDER / name).read_bytes() if name else b"{}"
        self.send_response(200 if name else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The `Date` of the recording, as a cache would hand it on."""
        return DATE

    def log_message(self, *_: object) -> None:
        """Says nothing: the client logs each call."""


def serve(port: int = 5055) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("127.0.0.1", port), Recorded)


if __name__ == "__main__":
    serve().serve_forever()
