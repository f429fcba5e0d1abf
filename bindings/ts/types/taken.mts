// What the types take and what they refuse, and what an editor knows of an answer. `types.mjs` compiles it against each package.

import { type Code, HashInsightError, type Problem, border, derivatives, feeds, mining, rows, type units } from "@hashinsight/package";

const NETWORK = { network_basis: { difficulty: 1.4e14 }, subsidy_sat: 312_500_000, fees_per_block_sat: 0, pool_fee: 0.02, days: 1 };

// Integers beyond 2^53, alone and in lists; instants as dates; seeds as numbers; what a form leaves out.
border.echo({ count_u64: 2n ** 64n - 1n, count_u128: "1", number: undefined });
const received: Parameters<typeof feeds.parse>[0]["received_ms"][] = [0, new Date(0), "2024-05-01T14:00:00+02:00"];
const window: mining.TimeOfUseWindow = { from_hour: 22, to_hour: 6, months: [1n, 2], days: undefined, price_usd_per_kwh: 0.04 };
border.echoColumns({ number: [1, 2], integer: [1n, 2], flag: [true, false], word: ["zero", "positive"] });
border.echoColumns({ number: 1, integer: 2n ** 60n, flag: true, word: { codes: Uint8Array.of(0), words: ["zero"] } });
const running = mining.runningHashrate({ window_blocks: 4, confidence: 0.9 });
running.updateMany({ time_ms: [new Date(1.7e12), 1_700_000_600_000, 1_700_001_200_000n], difficulty: 1e14 });
const hashrate: number = running.update({ time_ms: new Date(1_700_001_800_000), difficulty: 1e14 }).hashrate_ths;
const alone = { hashrate_ths: 1e6, difficulty: 1e14, height: 953_568, fees_per_block_sat: 0, days: 30 };
const income = await mining.soloIncome({ ...alone, drift_per_retarget: 0, volatility_per_retarget: 0.03, paths: 100, seed: 7 });

// @ts-expect-error a word that the choice does not have
const nothing: Parameters<typeof border.echoColumns>[0]["word"] = "nothing";
// @ts-expect-error the same in a list of words with their codes
const strange: Parameters<typeof border.echoColumns>[0]["word"] = { codes: Uint8Array.of(0), words: ["nothing"] };
// @ts-expect-error a fraction is no text
const fraction: Parameters<typeof mining.profit>[0]["pool_fee"] = "0.02";
// @ts-expect-error an unknown field
const unknown: Parameters<typeof mining.subsidy>[0] = { height: 1, network: "mainnet", hight: 2 };

// Words of an answer are those of their choice, and a row of it has them.
const machines = { hashrate_ths: [200, 110], power_w: [3500, 3250], power_price_usd_per_kwh: 0.05, btc_price_usd: 7e4 };
const batch = mining.profitBatch(machines, NETWORK);
const words: readonly units.RowStatus[] = batch.status.words;
const [first] = rows(batch);
const net: number | undefined = first?.net_usd;
const status: units.RowStatus | undefined = first?.status;
// @ts-expect-error a table may have no first row
const certain: number = rows(batch)[0].net_usd;
// @ts-expect-error an array may be shorter
const cell: number = batch.net_usd[0];
// @ts-expect-error an instant is answered as a number
const instant: Date | undefined = border.echo({ time_ms: 1.7e12 }).time_ms;

// Codes: who, what of it, and what is wrong; the last is a closed list.
const code: Code = "mining.pool_fee.out_of_range";
// @ts-expect-error no such problem
const misspelt: Code = "mining.pool_fee.out_of_rage";
// @ts-expect-error no such room
const elsewhere: Code = "minning.pool_fee.out_of_range";
const said: Record<Problem, string> = {
  out_of_range: "outside its range",
  not_finite: "not a finite number",
  missing: "missing",
  unknown_field: "not a field",
  wrong_type: "of another type",
  length: "of another length",
  unknown: "not in the list",
  unsupported: "not supported",
  insufficient_data: "too few data",
  none: "without an answer",
  several: "more than one",
};
try {
  derivatives.vanilla({ ...JSON.parse("{}") });
} catch (error) {
  if (!(error instanceof HashInsightError)) throw error;
  if (said[error.problem] !== "missing" || !error.code.startsWith("derivatives.")) throw error;
  // @ts-expect-error a problem that there is not
  if (error.problem === "out of range") throw error;
}
console.log(received, window, hashrate, income.mean_sat, words, net, status, code, nothing, strange, fraction, unknown, cell, certain, instant, misspelt, elsewhere);
