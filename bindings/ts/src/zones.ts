import type { mining } from "./generated/mining.js";

const STEP_MS = 7 * 86_400_000;

/**
 * The clock of a time zone: its offset at `startMs` and every change of it before `endMs`, found in `Intl` by bisection.
 * For `tariff.clock` and the clock of calendar months. Throws a `RangeError` where there is no such zone.
 */
export function zoneClock(zone: string, startMs: number, endMs: number): mining.Clock {
  const fields = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offset = (ms: number): number => {
    const part = Object.fromEntries(fields.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
    return (wall - Math.floor(ms / 1000) * 1000) / 60_000;
  };
  const changes: mining.OffsetChange[] = [];
  let [at, known] = [startMs, offset(startMs)];
  while (at < endMs) {
    // No zone has changed its clocks and changed them back within a week.
    const ahead = Math.min(at + STEP_MS, endMs);
    if (offset(ahead) === known) {
      at = ahead;
      continue;
    }
    let [low, high] = [Math.floor(at / 1000), Math.ceil(ahead / 1000)];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle * 1000) === known) low = middle;
      else high = middle;
    }
    [at, known] = [high * 1000, offset(high * 1000)];
    changes.push({ time_ms: at, utc_offset_min: known });
  }
  return { utc_offset_min: offset(startMs), changes };
}
