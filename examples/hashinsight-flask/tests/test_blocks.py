"""The panel of the newest blocks, from a bitcoin node on loopback that speaks as Bitcoin Core does."""

from __future__ import annotations

import base64
import json
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from pydantic import SecretStr
from test_sources import FIXTURES

import config
from worker import Worker

CHAIN = json.loads((FIXTURES / "obs_bitcoin_rpc_getblockchaininfo.json").read_text())
STATS = json.loads((FIXTURES / "syn_bitcoin_rpc_getblockstats.json").read_text())
TIP, TIP_TIME = CHAIN["result"]["blocks"], CHAIN["result"]["time"]
SECRET = "of <node>"


class Node(BaseHTTPRequestHandler):
    """Answers what was recorded, for each height with its own numbers; says no to whoever has another password."""

    behind = False
    tip = TIP
    asked: ClassVar[list[str]] = []

    def do_POST(self):
        call = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        expected = "Basic " + base64.b64encode(f"hi:{SECRET}".encode()).decode()
        self.asked.append(call["method"])
        if self.headers.get("Authorization") != expected:
            return self.answer(401, b"")
        if call["method"] == "getblockchaininfo":
            chain = {**CHAIN["result"], "blocks": self.tip, "headers": self.tip, "initialblockdownload": self.behind}
            return self.answer(200, json.dumps({**CHAIN, "result": chain}).encode())
        height = call["params"][0]
        below = TIP - height
        stats = {**STATS["result"], "height": height, "time": TIP_TIME - 600 * below, "totalfee": 3_792_116 + below}
        return self.answer(200, json.dumps({**STATS, "result": stats}).encode())

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def node():
    kind = type("OneNode", (Node,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    kind.port = server.server_address[1]
    yield kind
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def worker(kit, time, node):
    time.now = datetime.fromtimestamp(TIP_TIME, UTC) + timedelta(minutes=2)
    url = f"http://hi:of%20%3Cnode%3E@127.0.0.1:{node.port}"
    nobody = "http://127.0.0.1:1"
    made = Worker(kit.settings.model_copy(update={"bitcoin_rpc_url": SecretStr(url), "recorded_url": nobody}), time)
    yield made
    made._upstreams._client.close()
    made.kit.engine.dispose()


def test_block_panel(worker, client, node, time):
    """S2-150: T

    The node is asked for its tip and the six newest blocks; they are shown with subsidy, fees and weight, in both languages; height and
    difficulty stand beside those of the other sources. What left the chain goes; a node that is silent or catching up is told by its age.
    """
    worker.collect()
    assert node.asked == ["getblockchaininfo", *["getblockstats"] * 6]
    panel = client.get("/network_stats").json["data"]["blocks"]
    assert panel["state"] == "fresh" and [row["height"] for row in panel["blocks"]] == [TIP - below for below in range(6)]
    newest = panel["blocks"][0]
    assert (newest["subsidy_sat"], newest["fees_sat"], newest["transactions"], newest["weight"]) == (
        312_500_000,
        3_792_116,
        3074,
        3_990_000,
    )
    assert newest["time"] == "2026-01-24T00:44:35+00:00" and newest["median_fee_rate"] == 2.0
    heights = client.get("/network_stats").json["data"]["feeds"]["height"]
    assert heights["state"] == "fresh" and heights["value"] == TIP and heights["sources"][0]["source"] == "bitcoin_rpc"
    for language, word in (("en", "Newest blocks"), ("zh", "最新区块")):
        page = client.page("/network_stats", language).text
        assert word in page and f"{TIP:,}" in page and "3,792,116" in page
    node.tip = TIP - 2
    time.move(minutes=15)
    worker.collect()
    shown = [row["height"] for row in client.get("/network_stats").json["data"]["blocks"]["blocks"]]
    assert shown == [TIP - 2 - below for below in range(6)], "the two that left the chain are gone"
    node.behind = True
    time.move(minutes=31)
    worker.collect()
    stale = client.get("/network_stats").json["data"]["blocks"]
    assert stale["state"] == "stale" and stale["blocks"] == [] and stale["age_ms"] == 31 * 60_000
    page = client.page("/network_stats").text
    assert f"{TIP - 2:,}" not in page and "31 min" in page


def test_a_password_that_the_node_refuses(worker, client, node, kit, monkeypatch):
    """A refusal ends the round of the node, is counted, and leaves the others alone; no secret is in the table of calls."""
    monkeypatch.setattr("test_blocks.SECRET", "another")
    worker.collect()
    assert node.asked == ["getblockchaininfo"] and client.get("/network_stats").json["data"]["blocks"] is None
    with kit.sessions() as database:
        from repositories import market

        outcomes = {row.source: row.outcome for row in market.usage(database)}
    assert outcomes["bitcoin_rpc"] == "http_401"


def test_without_a_node_there_is_no_panel(client):
    """Nothing is asked of nobody, and the page says nothing of blocks."""
    assert client.get("/network_stats").json["data"]["blocks"] is None and "Newest blocks" not in client.page("/network_stats").text


@pytest.mark.parametrize("url", ["http://10.0.0.5:8332", "http://u:hunter2@node.example", "ftp://127.0.0.1", "127.0.0.1:8332"])
def test_a_node_elsewhere_is_asked_by_tls(url):
    """The password of a node does not go over a line in the clear, and is in no message."""
    with pytest.raises(config.SettingsError, match="BITCOIN_RPC_URL") as refused:
        config.load({"BITCOIN_RPC_URL": url})
    assert "hunter2" not in str(refused.value)
    made = config.load({"BITCOIN_RPC_URL": "http://u:hunter2@localhost:8332"})
    assert "hunter2" not in repr(made)
