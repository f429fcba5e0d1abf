"""Work that a worker does later: what becomes of it where the worker dies, and that nothing is done twice."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import hashinsight as hi
import pytest
from conftest import settings_for
from sqlalchemy import select
from test_structure import ROOT
from webkit import audit, jobs
from webkit.faults import Refusal
from webkit.kit import Kit
from webkit.tables import Job

import config
import translations

#: A worker that dies in the middle of its job: the effect is written, and the process is gone before it is kept.
DIES = """
import os, sys
from datetime import datetime
from pathlib import Path
from conftest import NOW, settings_for
from webkit import audit, jobs
from webkit.kit import Kit
import config, translations

kit = Kit(settings_for(sys.argv[1], Path(sys.argv[2])), tenant=config.TENANT, words_of_app=translations.WORDS, now=lambda: NOW)

def work(kit, database, job):
    audit.append(database, kit.clock(), "worker", "tested")
    kit.mailer.send("a@example.com", "x", "first try", f"job-{job.id}")
    database.flush()
    os._exit(9)

jobs.run(kit, {"tested": work})
"""


def asked(kit, kind="tested"):
    with kit.sessions.begin() as database:
        return jobs.ask(database, kit.clock(), kind, {"address": "a@example.com"}).id


def row(kit, job_id):
    with kit.sessions() as database:
        return database.get(Job, job_id)


def does(kit, database, job):
    audit.append(database, kit.clock(), "worker", "tested", address=job.asked["address"])
    kit.mailer.send("a@example.com", "x", "second try", f"job-{job.id}")
    return {"tries": job.tries}


def effects(kit):
    with kit.sessions() as database:
        assert audit.verify(database).is_intact
        return [event["did"] for event in audit.latest(database, 50)].count("tested")


def dies(kit, tmp_path):
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests", ROOT.parent / "webkit")))
    words = [sys.executable, "-c", DIES, kit.settings.database_url, str(tmp_path)]
    assert subprocess.run(words, env={**os.environ, "PYTHONPATH": paths}, cwd=tmp_path, check=False).returncode == 9


def test_a_worker_that_dies(kit, tmp_path, time, letters):
    """S2-143: crash mid-job → retried once; at-least-once + idempotent

    The process ends in the middle: nothing of it is kept but its letter, which the second try sends again as the same letter. No worker takes
    the job before its lease is over; then one does, once; where that one dies too, the job is given up and told.
    """
    job = asked(kit)
    dies(kit, tmp_path)
    assert (row(kit, job).state, row(kit, job).tries, effects(kit)) == ("running", 1, 0) and len(letters()) == 1
    time.move(minutes=4, seconds=59)
    assert jobs.run(kit, {"tested": does}) == 0, "it may still be at it"
    time.move(seconds=1)
    assert jobs.run(kit, {"tested": does}) == 1 and jobs.run(kit, {"tested": does}) == 0
    done = row(kit, job)
    assert (done.state, done.tries, done.answer, done.asked, effects(kit)) == ("done", 2, '{"tries": 2}', "{}", 1)
    assert [text.strip() for text in letters()] == ["second try"]
    time.now = time.now.replace(hour=7, minute=28, second=30)
    second = asked(kit)
    dies(kit, tmp_path)
    time.move(minutes=5)
    taken = jobs.take(kit)
    assert taken.tries == 2
    time.move(minutes=5)
    assert jobs.run(kit, {"tested": does}) == 0
    assert (row(kit, second).state, row(kit, second).answer, effects(kit)) == ("failed", '{"code": "web.job_died"}', 1)


def test_a_try_that_comes_back_late(kit, time):
    """Who was believed dead and ends after all keeps nothing: the job is another's by then."""
    job = asked(kit)

    def slow(kit, database, taken):
        time.move(minutes=6)
        assert jobs.run(kit, {"tested": does}) == 1
        return {"late": True}

    # The other try has its own connection; this one holds nothing of the database yet.
    jobs.run(kit, {"tested": slow})
    assert row(kit, job).answer == '{"tries": 2}' and effects(kit) == 1


def test_each_job_once(kit, tmp_path, time):
    """Six workers and forty jobs: each is done once, and no worker waits for nothing."""
    for _ in range(40):
        asked(kit)
    kits = [
        Kit(settings_for(kit.settings.database_url, tmp_path), tenant=config.TENANT, words_of_app=translations.WORDS, now=time)
        for _ in range(6)
    ]
    with ThreadPoolExecutor(6) as pool:
        counts = list(pool.map(lambda one: jobs.run(one, {"tested": lambda *_: None}), kits))
    for one in kits:
        one.engine.dispose()
    assert sum(counts) == 40
    with kit.sessions() as database:
        assert {(job.state, job.tries) for job in database.scalars(select(Job))} == {("done", 1)}


@pytest.mark.parametrize(
    ("error", "tries", "code"),
    [(Refusal(422, "web.invalid", path="x"), 1, "web.invalid"), (RuntimeError("of the inside"), 2, "web.failed")],
)
def test_a_job_that_is_refused(kit, error, tries, code):
    """What is refused is refused again, so it is tried once; an accident is tried twice. Neither leaves anything but its code."""
    job = asked(kit)

    def fails(kit, database, taken):
        audit.append(database, kit.clock(), "worker", "tested")
        raise error

    assert jobs.run(kit, {"tested": fails}) == tries
    assert (row(kit, job).state, effects(kit)) == ("failed", 0) and code in row(kit, job).answer and "inside" not in row(kit, job).answer


def test_old_jobs_go(kit, time, work):
    """What ended a week ago is forgotten; what waits is not."""
    old = asked(kit, "letter_of_reset_of_nobody")
    done = asked(kit)
    jobs.run(kit, {"tested": does, "letter_of_reset_of_nobody": does})
    time.move(days=7)
    waiting = asked(kit)
    with kit.sessions.begin() as database:
        jobs.forget(database, kit.clock())
    assert row(kit, old) is None and row(kit, done) is None and row(kit, waiting).state == "waiting"


BACKTEST = {"policy": {"dca": {"side": "sell", "sum_usd": "1000", "every_days": 30}}, "coins_sat": 500_000_000, "cash_usd": "0.00"}


def test_backtest(logged, work):
    """S2-80: deterministic, size cap → 413/422

    At once up to the document's 366 bars, above that as a job that is asked for again; both give the library's answer, the same each time.
    More days than there are, a policy that is none, and a body of more than a MiB are refused.
    """
    client = logged("user")
    path = "/api/analytics/backtest"
    first = client.post(path, json=BACKTEST)
    assert first.status_code == 200 and first.json["data"] == client.post(path, json=BACKTEST).json["data"]
    days = hi.report.sample_file(file="days").text.splitlines()
    assert first.json["data"] == {"source": "sample", "report": direct(days[-366:])}
    later = client.post(path, json={**BACKTEST, "days": 761})
    assert later.status_code == 202 and later.json["data"]["state"] == "waiting"
    address = later.headers["Location"]
    assert client.get(address).json["data"]["answer"] is None and work() == 1
    done = client.get(address).json["data"]
    assert done["state"] == "done" and done["answer"] == {"source": "sample", "report": direct(days[1:])}
    for wrong in ({"days": 762}, {"days": 4001}, {"days": 2}, {"policy": "sell everything"}, {"policy": {"dca": {}}}, {"cash_usd": "1e9"}):
        assert client.post(path, json={**BACKTEST, **wrong}).status_code == 422, wrong
    big = b'{"policy": "' + b"x" * 1_100_000 + b'"}'
    assert client.post(path, data=big, content_type="application/json").status_code == 413


def direct(lines):
    """The library's answer over days of the sample, read here by itself."""
    rows = [line.split(",") for line in lines]
    columns = [[float(row[place]) for row in rows] for place in range(1, 6)]
    bars = dict(zip(("open", "high", "low", "close", "volume_base"), columns, strict=True))
    named = {"source": "sample", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86_400_000}
    opened = [datetime.fromisoformat(f"{row[0]}T00:00:00+00:00") for row in rows]
    costs = {"fee": 0.001, "slippage": 0.0005}
    return hi.treasury.backtest(bars={**named, "open_time_ms": opened, **bars}, costs=costs, **BACKTEST).to_dict(mode="json")


def test_a_job_that_fails_says_why(logged, work):
    """What the library refuses of a job is told with its code and path at the job's address."""
    client = logged("user")
    address = client.post("/api/analytics/backtest", json={"policy": {"dca": {"every_days": -1}}, "days": 400}).headers["Location"]
    work()
    told = client.get(address).json["data"]
    assert told["state"] == "failed" and told["answer"]["code"].startswith("treasury.") and "policy" in told["answer"]["path"], told
