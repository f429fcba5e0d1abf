import schema from "@hashinsight/wasm/schemas/mining.profit.json";
import { useEffect, useState } from "react";

import SchemaForm from "./SchemaForm.jsx";
import { useOperation } from "./hooks.js";

const usd = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });

/** Profit of a machine as it is typed, on this thread: a call takes microseconds. */
export default function Profit({ mining, onChange }) {
  const [request, setRequest] = useState(schema.examples[0]);
  const { answer, error } = useOperation(mining.profit, request);
  useEffect(() => {
    if (answer) onChange(request);
  }, [answer]);
  return (
    <section>
      <h2>Profit</h2>
      <SchemaForm schema={schema} value={request} onChange={setRequest} fault={error} />
      {answer && (
        <dl>
          <dt>Revenue</dt>
          <dd>{usd.format(answer.revenue_usd)}</dd>
          <dt>Power</dt>
          <dd>{usd.format(answer.power_cost_usd)}</dd>
          <dt>Profit</dt>
          <dd>{usd.format(answer.net_usd)}</dd>
        </dl>
      )}
      {error && <p>{error.message}</p>}
    </section>
  );
}
