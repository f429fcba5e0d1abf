// The sliders: numbers come from the WASM module of the family, or from the server where the module is not there.

const script = document.querySelector("script[data-module]");
const form = document.getElementById("sliders");
const basis = JSON.parse(form.dataset.basis);
const where = document.getElementById("where");
const words = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 4 });

function asked() {
  const machine = Object.fromEntries(Array.from(new FormData(form), ([name, text]) => [name, Number(text)]));
  for (const [name, value] of Object.entries(machine)) {
    document.getElementById(`o-${name}`).textContent = words.format(value);
  }
  return machine;
}

function show(answer) {
  for (const name of ["revenue_usd", "power_cost_usd", "net_usd"]) {
    document.getElementById(`a-${name}`).textContent = words.format(answer[name]);
  }
  const { value } = Object(answer.break_even.power_price_usd_per_kwh);
  document.getElementById("a-break_even").textContent = value === undefined ? "—" : words.format(value);
}

async function inBrowser() {
  const { default: load } = await import(script.dataset.module);
  const mining = await load();
  const { subsidy_sat } = mining.subsidy({ height: basis.height, network: "mainnet" });
  where.textContent = where.dataset.browser;
  return async (machine) =>
    mining.profit({
      ...machine,
      network_basis: { difficulty: basis.difficulty },
      subsidy_sat,
      fees_per_block_sat: basis.fees_per_block_sat,
      days: 1,
    });
}

function onServer() {
  const token = document.querySelector("input[name=csrf_token]").value;
  where.textContent = where.dataset.server;
  return async (machine) => {
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": token };
    const response = await fetch("/calculate", { method: "POST", headers, body: JSON.stringify(machine) });
    const { success, data } = await response.json();
    return success ? data.profit : undefined;
  };
}

const profit = await inBrowser().catch(onServer);
let turn;

async function update() {
  const mine = {};
  turn = mine;
  const answer = await profit(asked());
  // An answer that was overtaken by a later one is not shown.
  if (answer !== undefined && turn === mine) show(answer);
}

navigator.serviceWorker?.register("/offline.js");
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
await update();
