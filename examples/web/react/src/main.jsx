import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

import Profit from "./Profit.jsx";
import Simulation from "./Simulation.jsx";
import { useRooms } from "./hooks.js";
import "./styles.css";

function Page() {
  const { mining, threads, error } = useRooms();
  const [machine, setMachine] = useState();
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <main>
      <h1>A machine and its purchase</h1>
      {mining ? <Profit mining={mining} onChange={setMachine} /> : <p>Loading…</p>}
      {threads && machine && <Simulation threads={threads} machine={machine} />}
    </main>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
