"""Streams and jobs."""

from __future__ import annotations

import copy
import datetime
import doctest
import pickle
import signal
import subprocess
import sys
import threading
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import pytest

PARAMS: dict[str, Any] = {"window_blocks": 4, "confidence": 0.9}
TIMES = [1_700_000_000_000 + step for step in (0, 600_000, 900_000, 1_900_000, 2_000_000, 2_000_000, 2_700_000)]
DIFFICULTY = [1e14] * 4 + [1.1e14] * 3

JOB: dict[str, Any] = {
    "hashrate_ths": 1e6,
    "difficulty": 1e14,
    "height": 840_000,
    "fees_per_block_sat": 5_000_000,
    "days": 30.0,
    "drift_per_retarget": 0.01,
    "volatility_per_retarget": 0.03,
    "paths": 20_000,
    "seed": 2**64 - 1,
}


def test_one_by_one_is_all_at_once() -> None:
    many = hi.mining.RunningHashrate(**PARAMS).update_many(time_ms=TIMES, difficulty=DIFFICULTY)
    with hi.mining.RunningHashrate(**PARAMS) as stream:
        for row, (time, difficulty) in enumerate(zip(TIMES, DIFFICULTY)):
            seen = stream.peek(time_ms=time, difficulty=difficulty)
            out = stream.update(time_ms=time, difficulty=difficulty)
            assert seen.to_dict() == pytest.approx(out.to_dict(), rel=0, abs=0, nan_ok=True)
            for name in ("hashrate_ths", "lower_ths", "upper_ths"):
                expected = getattr(many, name)[row]
                assert getattr(out, name) == expected or np.isnan(expected)


def test_state_copy_and_pickle_go_on_alike() -> None:
    stream = hi.mining.RunningHashrate(**PARAMS)
    stream.update_many(time_ms=TIMES[:4], difficulty=DIFFICULTY[:4])
    again = [
        stream.copy(),
        copy.copy(stream),
        pickle.loads(pickle.dumps(stream)),
        hi.mining.RunningHashrate.restore(stream.save(), **PARAMS),
    ]
    rest: dict[str, Any] = {"time_ms": TIMES[4:], "difficulty": DIFFICULTY[4:]}
    expected = stream.update_many(**rest)
    for other in again:
        assert other.update_many(**rest).hashrate_ths.tolist() == expected.hashrate_ths.tolist()
    with pytest.raises(hi.errors.StateError):
        hi.mining.RunningHashrate.restore(stream.save(), **(PARAMS | {"window_blocks": 5}))
    with pytest.raises(hi.errors.StateError):
        hi.mining.RunningHashrate.restore(stream.save()[:-1], **PARAMS)


def test_a_refused_event_changes_nothing() -> None:
    stream = hi.mining.RunningHashrate(**PARAMS)
    stream.update_many(time_ms=TIMES[:3], difficulty=DIFFICULTY[:3])
    before = stream.save()
    with pytest.raises(hi.HashInsightError) as caught:
        stream.update_many(time_ms=TIMES[3:5], difficulty=[1e14, -1.0])
    assert caught.value.path == "difficulty[1]"
    assert stream.save() == before


def test_times_may_be_datetimes() -> None:
    numbers = hi.mining.RunningHashrate(**PARAMS).update_many(time_ms=TIMES, difficulty=DIFFICULTY)
    frame = pd.DataFrame({"time_ms": pd.to_datetime(TIMES, unit="ms"), "difficulty": DIFFICULTY})
    times = hi.mining.RunningHashrate(**PARAMS).update_many(frame)
    assert times.hashrate_ths.tolist()[-1] == numbers.hashrate_ths.tolist()[-1]
    stream = hi.mining.RunningHashrate(**PARAMS)
    for time in TIMES:
        moment = datetime.datetime.fromtimestamp(time / 1000, tz=datetime.timezone.utc)
        row = stream.update(time_ms=moment, difficulty=1e14)
    assert row.hashrate_ths > 0
    with pytest.raises(hi.HashInsightError, match="time zone"):
        stream.update(time_ms=datetime.datetime(2024, 5, 1), difficulty=1e14)


def test_a_closed_stream_says_so() -> None:
    stream = hi.mining.RunningHashrate(**PARAMS)
    stream.close()
    with pytest.raises(hi.HashInsightError, match=r"border\.handle\.missing"):
        stream.reset()


def test_progress_is_told_and_ends_at_the_total() -> None:
    seen: list[tuple[int, int]] = []
    report = hi.mining.solo_income(**JOB, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    assert seen == sorted(seen)
    assert report == hi.mining.solo_income(**JOB)
    hi.mining.solo_income(**JOB, progress=True)


def test_shards_interruptions_and_bytes_change_no_bit() -> None:
    whole = hi.mining.solo_income(**JOB)
    _, total = hi.mining.SoloIncomeJob(**JOB).progress
    assert total > 3
    first = hi.mining.SoloIncomeJob(**JOB, blocks=(0, 3))
    second = hi.mining.SoloIncomeJob(**JOB, blocks=(3, total))
    second.step(2)
    second = pickle.loads(pickle.dumps(second)).run()
    first.step()
    first = hi.mining.SoloIncomeJob.restore(first.save(), **JOB).run()
    with pytest.raises(hi.HashInsightError):
        first.report()
    assert second.merge(first).report() == whole
    with pytest.raises(hi.HashInsightError):
        second.merge(hi.mining.SoloIncomeJob(**JOB, blocks=(0, 1)))
    with pytest.raises(hi.HashInsightError):
        second.merge(hi.mining.SoloIncomeJob(**(JOB | {"seed": 1})))
    assert second.report() == whole


def test_other_threads_run_while_a_job_steps() -> None:
    job = hi.mining.SoloIncomeJob(**(JOB | {"paths": 200_000}))
    ticks = 0
    done = threading.Event()

    def work() -> None:
        job.run()
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(0.001):
        ticks += 1
    thread.join()
    assert ticks > 0
    assert job.report().paths == 200_000


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_ctrl_c_stops_a_job_and_loses_nothing() -> None:
    script = f"""
import os, signal, threading
import hashinsight as hi
job = hi.mining.SoloIncomeJob(**{JOB | {"paths": 100_000_000}!r})
threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
try:
    job.run()
except KeyboardInterrupt:
    done, total = job.progress
    assert 0 < done < total, (done, total)
    job.step()
    print("stopped and went on")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "stopped and went on\n", done.stderr
    assert signal.SIGINT


def test_documents_read_well() -> None:
    report = hi.mining.subsidy(height=840_000, network="mainnet")
    assert "subsidy_sat=312500000" in repr(report)
    assert "312,500,000" in report._repr_html_()
    assert report == pickle.loads(pickle.dumps(report))
    with pytest.raises(AttributeError):
        report.subsidy_sat = 1  # type: ignore[misc]


def test_every_operation_is_there_with_a_doc_and_an_example_that_shows_its_output() -> None:
    assert hi.operations()
    runner = doctest.DocTestRunner(verbose=False)
    silent = 0
    for path in hi.operations():
        domain, name = path.split(".")
        module = getattr(hi, domain)
        thing = getattr(module, name, None) or getattr(module, "".join(part.capitalize() for part in name.split("_")))
        assert thing.__doc__, path
        examples = doctest.DocTestParser().get_doctest(thing.__doc__, {}, path, None, None)
        assert examples.examples, path
        silent += not any(example.want for example in examples.examples)
        assert runner.run(examples).failed == 0, path
    # A report whose every field is a choice shows nothing.
    assert 20 * silent < len(hi.operations())


def test_what_may_not_exist_has_a_value_or_none() -> None:
    halving = hi.mining.subsidy(height=840_000, network="mainnet").next_halving
    assert (halving.tag, halving.value) == ("value", halving.content)
    assert isinstance(halving.value, hi.mining.NextHalving)
    last = hi.mining.subsidy(height=4_294_967_295, network="mainnet").next_halving
    assert (last.tag, last.value) == ("never", None)
    month = hi.mining.profit(
        hashrate_ths=200, power_w=3500, network_basis={"difficulty": 1.4e14}, subsidy_sat=312_500_000, fees_per_block_sat=0,
        btc_price_usd=7e4, pool_fee=0.02, power_price_usd_per_kwh=0.05, days=30,
    )
    outcome: hi.units.Outcome = month.break_even.power_price_usd_per_kwh
    assert outcome.value is not None and float(outcome) == outcome.value


@pytest.mark.parametrize("state", [None, "bytes", 7, [1, 2]])
def test_a_lost_checkpoint_is_no_new_beginning(state: Any) -> None:
    average: dict[str, Any] = {"indicator": {"ema": {"length": 3}}}
    cases: list[tuple[Any, dict[str, Any]]] = [(hi.signals.Indicator.restore, average), (hi.mining.SoloIncomeJob.restore, JOB)]
    for restore, params in cases:
        with pytest.raises(hi.HashInsightError) as caught:
            restore(state, **params)
        assert (caught.value.code, caught.value.path) == ("border.state.wrong_type", "state")
    stream = hi.signals.Indicator(**average)
    mutable: Any = bytearray(stream.save())
    assert hi.signals.Indicator.restore(mutable, **average).save() == stream.save()


@pytest.mark.parametrize(
    ("blocks", "code"),
    [((-1, 3), "out_of_range"), ((0, 2**64), "out_of_range"), ((0, 1.5), "wrong_type"), ((0,), "wrong_type"), (3, "wrong_type")],
)
def test_blocks_that_are_none_are_refused(blocks: Any, code: str) -> None:
    with pytest.raises(hi.HashInsightError) as caught:
        hi.mining.SoloIncomeJob(**JOB, blocks=blocks)
    assert (caught.value.code, caught.value.path) == (f"border.blocks.{code}", "blocks")
    with pytest.raises(hi.HashInsightError) as caught:
        hi.mining.SoloIncomeJob(**JOB).step(-1)
    assert caught.value.code == "border.blocks.out_of_range"
