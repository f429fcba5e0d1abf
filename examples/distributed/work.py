"""A job to distribute, and what its result is known by. `cargo xtask proof engines` runs all of these and compares."""

import hashlib

import hashinsight as hi


def job() -> hi.mining.SoloIncomeJob:
    """Income of a lone miner over a month, on 100,000 paths. Hashrate, drift and volatility are invented."""
    return hi.mining.SoloIncomeJob(
        hashrate_ths=1e6,
        difficulty=1.4e14,
        height=953_568,
        fees_per_block_sat=2_000_000,
        days=30,
        drift_per_retarget=0.01,
        volatility_per_retarget=0.03,
        paths=100_000,
        seed=7,
    )


def told(engine: str, done: hi.mining.SoloIncomeJob) -> None:
    """Print the mean and a hash of every bit of the report."""
    report = done.report()
    print(f"{engine:<10} {report.mean_sat:.1f} sat  {hashlib.sha256(report.to_json().encode()).hexdigest()}")
