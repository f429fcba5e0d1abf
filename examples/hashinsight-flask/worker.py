"""The worker: asks the upstreams every 15 minutes, in a process of its own. `python worker.py --once` makes one round."""

from __future__ import annotations

import sys

import structlog
from apscheduler.schedulers.blocking import BlockingScheduler
from prometheus_client import start_http_server
from sqlalchemy import text
from webkit import clock, jobs, keys, recovery
from webkit.clock import milliseconds
from webkit.kit import Kit
from webkit.logs import install as install_logs

import config
import translations
from api_client import Upstreams
from schemas import SERVICES
from services import backtest, blocks, collect

#: Name of the lock that lets one worker of many make the round.
LOCK = 4_200_022
#: What is done with a job, by its kind.
WORK: jobs.Work = {recovery.LETTER: recovery.letter, "backtest": lambda _kit, _database, job: backtest.run(job.asked)}
#: How long a job may wait for a worker that has nothing to do.
JOBS_EVERY_S = 2
#: How far the price must come back before the alert is told again, in USD.
HYSTERESIS_USD = 500.0


class Worker:
    def __init__(self, settings: config.Settings, now: clock.Clock = clock.system, upstreams: Upstreams | None = None) -> None:
        self._settings, self._now = settings, now
        self.kit = Kit(settings, tenant=config.TENANT, words_of_app=translations.WORDS, now=now)
        self._upstreams = upstreams or Upstreams(settings, self.kit.metrics)

    def collect(self) -> dict[str, str]:
        """One round: ask, keep, thin out, tell. Another worker that is at it lets this one pass."""
        with self.kit.engine.connect() as connection:
            if connection.dialect.name == "postgresql" and not connection.scalar(
                text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LOCK}
            ):
                return {}
            try:
                return self._round()
            finally:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": LOCK})

    def jobs(self) -> int:
        """Does what waits in the table of jobs; several workers share it."""
        return jobs.run(self.kit, WORK)

    def _keys(self) -> dict[str, str]:
        """Keys of services: those that an owner stored, before those of the environment."""
        with self.kit.sessions() as database:
            stored = {service: keys.read(database, self.kit.vault, service) for service in SERVICES}
        return {**self._settings.keys_of_services(), **{service: key for service, key in stored.items() if key}}

    def _round(self) -> dict[str, str]:
        keys_of_services = self._keys()
        answers = collect.ask(self._upstreams.fetch, keys_of_services)
        now = self._now()
        told = blocks.ask(self._upstreams.fetch, keys_of_services, self._settings.bitcoin_rpc_url is not None, now)
        threshold = self._settings.alert_below_usd
        with self.kit.sessions.begin() as database:
            node = blocks.store(database, now, told)
            outcomes = collect.store(database, now, milliseconds(now), config.FRESH_MS, answers)
            gone = collect.retain(database, milliseconds(now), config.POINTS_PER_DAY, config.KEEP_MS)
            jobs.forget(database, now)
            fired = threshold is not None and collect.alert(database, now, threshold, HYSTERESIS_USD)
        if fired:
            self.kit.mailer.send(self._settings.alert_to, self.kit.word_in("en", "alert.subject"), f"{threshold} USD")
        self.kit.metrics.jobs.labels("collect", "done").inc()
        structlog.get_logger().info("round", outcomes=outcomes, node=node, thinned=gone, alert=fired)
        return outcomes


def scheduler(worker: Worker) -> BlockingScheduler:
    """A round every 15 minutes, a little late or early; rounds that were missed are made once, and none beside another."""
    made = BlockingScheduler(timezone="UTC")
    settings = {"seconds": config.COLLECT_EVERY_S, "jitter": 60, "coalesce": True, "max_instances": 1, "misfire_grace_time": 300}
    made.add_job(worker.collect, "interval", next_run_time=clock.system(), **settings)
    made.add_job(worker.jobs, "interval", seconds=JOBS_EVERY_S, coalesce=True, max_instances=1)
    return made


def main() -> None:
    install_logs()
    settings = config.load()
    worker = Worker(settings)
    if "--once" in sys.argv:
        worker.collect()
        worker.jobs()
        return
    if settings.worker_metrics_port:
        start_http_server(settings.worker_metrics_port, addr="127.0.0.1", registry=worker.kit.metrics.registry)
    scheduler(worker).start()


if __name__ == "__main__":
    main()
