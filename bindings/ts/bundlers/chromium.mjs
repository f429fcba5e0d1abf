// A server on loopback and a Chromium that tells everything that went wrong.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { chromium } from "playwright-core";

export const POLICY = "script-src 'self' 'wasm-unsafe-eval'";

const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Serves a folder under the policy, or without one; compressed, it keeps what it has compressed. */
export async function serve(folder, policy, { compressed = false } = {}) {
  const kept = new Map();
  const brotli = (file, content) => {
    if (!kept.has(file)) kept.set(file, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    return kept.get(file);
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const content = readFileSync(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      const headers = { "content-type": type, ...(policy && { "content-security-policy": policy }), ...(compressed && { "content-encoding": "br" }) };
      response.writeHead(200, headers).end(compressed ? brotli(file, content) : content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// Without these Chromium calls home at every start.
const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/**
 * One window whose tabs hide each other, throttled as a user's: a browser that playwright starts, or prepares, believes that each of
 * its pages is always watched.
 */
export async function open(profile) {
  const switches = ["--no-sandbox", "--headless=new", "--disable-gpu", ...QUIET, "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const process_ = spawn(process.env.CHROMIUM, [...switches, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise((resolve) => process_.once("exit", resolve));
  process.once("exit", () => process_.kill());
  const address = await new Promise((resolve, reject) => {
    let said = "";
    process_.stderr.on("data", (text) => {
      said += text;
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    process_.once("error", reject);
    process_.once("exit", (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  const close = async () => {
    await (await browser.newBrowserCDPSession()).send("Browser.close");
    await gone;
  };
  return { context: browser.contexts()[0], version: browser.version(), close };
}

/** What a page and its workers print, line by line, once there are so many lines; whatever fails first fails this. */
export async function printed(context, address, lines) {
  const page = await context.newPage();
  try {
    return await new Promise((resolve, reject) => {
      const seen = [];
      const fail = (what) => reject(new Error(`${address}: ${what}`));
      page.on("console", (message) => {
        if (message.type() === "error") return fail(message.text());
        if (message.type() === "debug") return; // a server for development says that it is there
        seen.push(message.text());
        if (seen.length === lines) resolve(seen);
      });
      page.on("pageerror", fail);
      page.on("requestfailed", (request) => fail(`${request.url()} failed`));
      page.on("response", (response) => response.ok() || fail(`${response.url()}: ${response.status()}`));
      setTimeout(() => fail(`printed ${JSON.stringify(seen)} and no more for 30 s`), 30_000).unref();
      page.goto(address).catch(fail);
    });
  } finally {
    await page.close();
  }
}
