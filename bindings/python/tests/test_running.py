"""Jobs on executors, with checkpoints, interrupted; long calls on columns interrupted; the programs of ``examples/distributed``."""

from __future__ import annotations

import concurrent.futures
import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hashinsight as hi
import numpy as np
import pytest

JOB: dict[str, Any] = {
    "hashrate_ths": 1e6, "difficulty": 1e14, "height": 840_000, "fees_per_block_sat": 5_000_000, "days": 30.0,
    "drift_per_retarget": 0.01, "volatility_per_retarget": 0.03, "paths": 20_000, "seed": 17,
}
ROOT = Path(__file__).resolve().parents[3]


def _hash(job: hi.mining.SoloIncomeJob) -> str:
    return hashlib.sha256(job.report().to_json().encode()).hexdigest()


WHOLE = _hash(hi.mining.SoloIncomeJob(**JOB).run())


@pytest.mark.parametrize("parts", [1, 2, 3, 7, 1000])
def test_parts_make_the_whole_in_any_order(parts: int) -> None:
    split = hi.mining.SoloIncomeJob(**JOB).split(parts)
    assert len(split) == min(parts, hi.mining.SoloIncomeJob(**JOB).progress[1])
    done = [part.run() for part in reversed(split)]
    assert _hash(done[0].merged(done)) == WHOLE
    assert all(part.progress[0] == part.progress[1] for part in done)
    nested = [inner.run() for part in hi.mining.SoloIncomeJob(**JOB).split(3) for inner in part.split(2)]
    assert _hash(hi.mining.SoloIncomeJob.merged(nested)) == WHOLE


def test_any_executor_gives_the_same_hash() -> None:
    seen: list[tuple[int, int]] = []
    job = hi.mining.SoloIncomeJob(**JOB)
    assert _hash(job.run(workers=2, progress=lambda done, total: seen.append((done, total)))) == WHOLE
    assert seen[-1] == job.progress and seen == sorted(seen)
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        assert _hash(hi.mining.SoloIncomeJob(**JOB).run(executor=pool)) == WHOLE
    part = hi.mining.SoloIncomeJob(**JOB, blocks=(0, 5)).run(workers=2)
    rest = hi.mining.SoloIncomeJob(**JOB, blocks=(5, job.progress[1])).run()
    assert _hash(part.merge(rest)) == WHOLE


def test_a_checkpoint_goes_on_wherever_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "solo.job"

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        hi.mining.SoloIncomeJob(**JOB).run(stop, checkpoint=file)
    left = caught.value.job  # type: ignore[attr-defined]
    assert 0 < left.progress[0] < left.progress[1] and ".job.run()" in caught.value.__notes__[0]
    assert _hash(left.run()) == WHOLE
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        assert _hash(hi.mining.SoloIncomeJob(**JOB).run(executor=pool, checkpoint=file)) == WHOLE
    seen: list[int] = []
    assert _hash(hi.mining.SoloIncomeJob(**JOB).run(lambda done, _: seen.append(done), checkpoint=file)) == WHOLE and not seen
    with pytest.raises(hi.errors.StateError):
        hi.mining.SoloIncomeJob(**JOB | {"seed": 18}).run(checkpoint=file)
    for text in (b"", b"something else", file.read_bytes()[:-3]):
        file.write_bytes(text)
        with pytest.raises(hi.errors.StateError):
            hi.mining.SoloIncomeJob(**JOB).run(checkpoint=file)


def test_a_function_that_is_interrupted_leaves_its_job() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        hi.mining.solo_income(**JOB, progress=stop)
    assert _hash(caught.value.job.run()) == WHOLE  # type: ignore[attr-defined]


def test_what_cannot_be_split_or_run_says_so() -> None:
    begun = hi.mining.SoloIncomeJob(**JOB)
    begun.step()
    cases: list[tuple[Callable[[], object], str]] = [
        (lambda: begun.split(2), "job.split.unsupported"),
        (lambda: hi.mining.SoloIncomeJob(**JOB).split(0), "job.parts.wrong_type"),
        (lambda: hi.mining.SoloIncomeJob.merged([]), "job.parts.length"),
        (lambda: hi.mining.SoloIncomeJob(**JOB).run(workers=0), "job.workers.wrong_type"),
        (lambda: begun.merged([begun, begun]), "job.merge.unsupported"),
        (lambda: begun.run(executor=3), "job.executor.wrong_type"),  # type: ignore[arg-type]
    ]
    for call, code in cases:
        with pytest.raises(hi.HashInsightError) as caught:
            call()
        assert caught.value.code == code


def test_slices_change_no_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(7)
    columns: dict[str, Any] = {name: rng.uniform(low, high, 5000) for name, low, high in [
        ("hashrate_ths", 50, 400), ("power_w", 1000, 6000), ("power_price_usd_per_kwh", 0.01, 0.1), ("btc_price_usd", 2e4, 1e5),
    ]}
    shared: dict[str, Any] = {"network_basis": {"difficulty": 1.4e14}, "subsidy_sat": 312_500_000, "fees_per_block_sat": 0, "pool_fee": 0.02, "days": 1}
    events: dict[str, Any] = {"time_ms": 1_700_000_000_000 + np.arange(5000) * 600_000, "difficulty": rng.uniform(1e14, 2e14, 5000)}
    columns["power_w"][4000] = np.nan
    stream = hi.mining.RunningHashrate(window_blocks=9, confidence=0.9)
    before = stream.save()
    whole = hi.mining.profit_batch(**columns, **shared, on_bad_row="report"), stream.update_many(**events)
    after = stream.save()
    for name, value in [("_SLICE_ROWS", 700), ("_TRIED_ROWS", 100), ("_SLICE_S", 0.0)]:
        monkeypatch.setattr(f"hashinsight._frames.{name}", value)
    stream = hi.mining.RunningHashrate(window_blocks=9, confidence=0.9)
    assert (hi.mining.profit_batch(**columns, **shared, on_bad_row="report"), stream.update_many(**events)) == whole
    assert stream.save() == after
    stream.reset()
    assert stream.save() == before
    events["difficulty"][4321] = -1.0
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: hi.mining.profit_batch(**columns, **shared), "power_w[4000]"),
        (lambda: stream.update_many(**events), "difficulty[4321]"),
    ]
    for call, path in refused:
        with pytest.raises(hi.HashInsightError) as caught:
            call()
        assert caught.value.path == path
    assert stream.save() == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("what", ["columns", "stream"])
def test_ctrl_c_stops_a_long_call(what: str) -> None:
    script = f"""
import os, signal, threading, time
import numpy as np, hashinsight as hi
rows = 4_000_000
ones = np.ones(rows)
stream = hi.mining.RunningHashrate(window_blocks=2016, confidence=0.9)
columns = dict(hashrate_ths=200 * ones, power_w=3500 * ones, power_price_usd_per_kwh=0.05 * ones, btc_price_usd=7e4 * ones)
times = 1_700_000_000_000 + np.arange(rows) * 1000
before, sent = stream.save(), []
def stop():
    sent.append(time.perf_counter())
    os.kill(os.getpid(), signal.SIGINT)
threading.Timer(0.05, stop).start()
try:
    while True:
        if {what!r} == "columns":
            hi.mining.profit_batch(**columns, network_basis={{"difficulty": 1.4e14}}, subsidy_sat=312500000, fees_per_block_sat=0, pool_fee=0.02, days=1)
        else:
            stream.update_many(time_ms=times, difficulty=1e14 * ones)
except KeyboardInterrupt:
    print("waited", time.perf_counter() - sent[0], stream.save() == before)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    waited, seconds, is_unchanged = done.stdout.split()
    assert waited == "waited" and is_unchanged == "True", done.stderr
    print(f"Ctrl-C within {float(seconds):.3f} s")


@pytest.mark.parametrize("program", ["here", "on_processes"])
def test_programs_on_this_machine_run(program: str) -> None:
    folder = ROOT / "examples/distributed"
    done = subprocess.run([sys.executable, str(folder / f"{program}.py")], capture_output=True, text=True, timeout=120, check=True, cwd=folder)
    assert len(done.stdout.split()[-1]) == 64


def test_the_readme_runs() -> None:
    names: dict[str, Any] = {}
    blocks = (ROOT / "bindings/python/README.md").read_text().split("```python\n")[1:]
    assert len(blocks) >= 5
    for block in blocks:
        exec(block.split("```")[0], names)
