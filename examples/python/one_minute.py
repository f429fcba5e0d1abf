"""What one machine earns in a month, at which power price that ends, and the same for a whole fleet at once.

From the project's root: `cargo xtask build python`, then `target/venv/bin/python examples/python/one_minute.py`.
"""

from typing import Any

import hashinsight as hi
import pandas as pd

network: dict[str, Any] = {
    "network_basis": hi.mining.NetworkBasis.difficulty(138_955_357_012_247.3),
    "subsidy_sat": hi.mining.subsidy(height=953_568, network="mainnet").subsidy_sat,
    "fees_per_block_sat": 2_000_000,  # an assumption: nobody knows the fees of the coming month
    "pool_fee": 0.02,
    "days": 30,
}

month = hi.mining.profit(
    hashrate_ths=200, power_w=3500, power_price_usd_per_kwh=0.05, btc_price_usd=73_674, **network
)
print(f"revenue {month.revenue_usd:.2f} USD, power {month.power_cost_usd:.2f} USD, profit {month.net_usd:.2f} USD")
print(f"profit ends at {month.break_even.power_price_usd_per_kwh.value:.4f} USD/kWh")

fleet = pd.DataFrame(
    {
        "hashrate_ths": [200.0, 110.0, 335.0],
        "power_w": [3500.0, 3250.0, 5360.0],
        "power_price_usd_per_kwh": [0.05, 0.05, 0.07],
        "btc_price_usd": 73_674.0,
    },
    index=["S21", "S19 Pro", "S21 Hyd"],
)
print(fleet.join(hi.mining.profit_batch(fleet, **network))[["power_price_usd_per_kwh", "revenue_usd", "net_usd"]].round(2))

try:
    hi.mining.subsidy(height=-1, network="mainnet")
except hi.HashInsightError as error:
    print(error.code, "at", error.path, "- allowed:", error.allowed)
