"""Work that waits in a table until a worker does it: at least once, and what it changes is kept once.

A worker that dies in the middle leaves a job that runs out: the next worker does it again, once. What a job changes in the database is kept
together with its end, by whoever still holds it; a letter of a job has the job's number, so that a second one is the same letter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import hashinsight as hi
import structlog
from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from webkit.faults import Refusal, fault_data
from webkit.tables import Job

if TYPE_CHECKING:
    from webkit.kit import Kit

#: How long one try may take before another worker believes that it died.
LEASE = timedelta(minutes=5)
#: A job is begun so often: once, and once more where the first try died.
TRIES = 2
#: How long what ended is kept to be read.
KEPT = timedelta(days=7)


@dataclass(frozen=True)
class Taken:
    """A job that this worker holds."""

    id: int
    kind: str
    tries: int
    asked: dict[str, Any]


Work = Mapping[str, Callable[["Kit", Session, Taken], Any]]


class Lost(Exception):
    """Another worker has the job by now: nothing of this try is kept."""


def ask(database: Session, now: datetime, kind: str, asked: dict[str, Any], owner_id: int | None = None) -> Job:
    """Puts a job into the table, in the transaction of whoever asks."""
    job = Job(kind=kind, asked=json.dumps(asked), owner_id=owner_id, state="waiting", since=now)
    database.add(job)
    database.flush()
    return job


def of_user(database: Session, job_id: int, owner_id: int) -> Job | None:
    """A job of a user; another's is as if it did not exist."""
    return database.scalar(select(Job).where(Job.id == job_id, Job.owner_id == owner_id))


def run(kit: Kit, work: Work) -> int:
    """Does what waits, one job after the other; answers how many tries that were."""
    count = 0
    while taken := take(kit):
        perform(kit, work, taken)
        count += 1
    return count


def take(kit: Kit) -> Taken | None:
    """The oldest job that waits or whose worker died. Two workers never take the same: on PostgreSQL a row that another holds is passed by,
    and on SQLite the one statement is alone."""
    now = kit.clock()
    died = (Job.state == "running") & (Job.since <= now - LEASE)
    oldest = select(Job.id).where(or_(Job.state == "waiting", died), Job.tries < TRIES).order_by(Job.id).limit(1)
    claim = (
        update(Job)
        .where(Job.id == oldest.with_for_update(skip_locked=True).scalar_subquery())
        .values(state="running", since=now, tries=Job.tries + 1)
        .returning(Job.id, Job.kind, Job.tries, Job.asked)
        .execution_options(synchronize_session=False)
    )
    given_up = update(Job).where(died, Job.tries >= TRIES).values(**ended("failed", {"code": "web.job_died"}, now))
    with kit.sessions.begin() as database:
        database.execute(given_up.execution_options(synchronize_session=False))
        row = database.execute(claim).one_or_none()
    return row and Taken(row.id, row.kind, row.tries, json.loads(row.asked))


def perform(kit: Kit, work: Work, taken: Taken) -> None:
    state, answer = "done", None
    try:
        with kit.sessions.begin() as database:
            answer = work[taken.kind](kit, database, taken)
            finish(kit, database, taken, "done", answer)
    except Lost:
        state = "lost"
    except hi.HashInsightError as error:
        # Whoever asks again is refused again, so no second try is made.
        state, answer = "failed", fault_data(error)
    except Refusal as error:
        state, answer = "failed", {"code": error.code, **error.data}
    except Exception as error:
        structlog.get_logger().error("job", job=taken.kind, exc_info=error)
        state, answer = ("waiting", None) if taken.tries < TRIES else ("failed", {"code": "web.failed"})
    if state in ("waiting", "failed"):
        try:
            with kit.sessions.begin() as database:
                finish(kit, database, taken, state, answer)
        except Lost:
            state = "lost"
    kit.metrics.jobs.labels(taken.kind, state).inc()


def finish(kit: Kit, database: Session, taken: Taken, state: str, answer: Any) -> None:
    held = update(Job).where(Job.id == taken.id, Job.state == "running", Job.tries == taken.tries)
    values = {"state": state} if state == "waiting" else ended(state, answer, kit.clock())
    if not database.execute(held.values(**values).execution_options(synchronize_session=False)).rowcount:
        raise Lost


def ended(state: str, answer: Any, now: datetime) -> dict[str, Any]:
    """What was asked is not kept: an address may be in it."""
    return {"state": state, "answer": json.dumps(answer), "asked": "{}", "since": now}


def forget(database: Session, now: datetime) -> None:
    database.execute(delete(Job).where(Job.state.in_(("done", "failed")), Job.since <= now - KEPT))
