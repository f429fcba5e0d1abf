import schema from "@hashinsight/wasm/schemas/mining.forecast_simulation.json";
import { useMemo, useState } from "react";

import { useJob, useOperation } from "./hooks.js";

const [sample] = schema.examples;
const QUANTILES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const percent = (share) => `${Math.round(share * 100)} %`;

/** The request of the simulation for the machine of the other form. */
function requestOf(machine, paths) {
  const { hashrate_ths, power_w, btc_price_usd, power_price_usd_per_kwh, fees_per_block_sat, pool_fee } = machine;
  const project = { ...sample.project, hashrate_ths, power_w, btc_price_usd, power_price_usd_per_kwh, fees_per_block_sat, pool_fee };
  return { ...sample, project, quantiles: QUANTILES, paths };
}

function plotOf({ quantiles, net_present_value_usd: values }) {
  const names = quantiles.map((share) => ({ text: percent(share) }));
  return { title: { text: "Net present value by probability" }, unit: "usd", source: "assumed", shape: { bar: { names, values } } };
}

/** Net present value of the purchase, on other threads: the page stays free, and a click stops it. */
export default function Simulation({ threads, machine }) {
  const { mining, report } = threads.operations;
  const [paths, setPaths] = useState(50_000);
  const { run, cancel, progress, answer, error, cancelled } = useJob(mining.forecastSimulation);
  const drawing = useMemo(() => answer && { plot: plotOf(answer), language: "en" }, [answer]);
  const plot = useOperation(report.renderSvg, drawing);
  return (
    <section>
      <h2>Purchase over two years</h2>
      <p>
        <label>
          Paths <input inputMode="numeric" name="paths" defaultValue={paths} onChange={(event) => setPaths(Number(event.target.value))} />
        </label>
        <button onClick={() => run(requestOf(machine, paths))}>Simulate</button>
        <button onClick={cancel} disabled={progress === undefined}>
          Cancel
        </button>
      </p>
      {progress !== undefined && <progress value={progress} aria-label="Progress" />}
      {cancelled && <p role="status">Cancelled</p>}
      {error && <p role="alert">{error.message}</p>}
      {answer && (
        <p role="status">
          Mean {Math.round(answer.mean_usd)} USD, ± {Math.round(answer.standard_error_usd)}; paid back with a probability of {percent(answer.probability_of_payback)}
        </p>
      )}
      {answer && plot.answer && <img alt="Net present value by probability" src={`data:image/svg+xml,${encodeURIComponent(plot.answer.text)}`} />}
    </section>
  );
}
