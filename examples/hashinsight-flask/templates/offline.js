// The calculator without a network: its page and files are kept, and the sliders compute here anyway.

const NAME = "calculator-{{ version }}";
const PAGE = "/mining-calculator";
const FILES = {{ files | tojson }};

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES);
  // The page as a visitor sees it: nothing of whoever is logged in is kept.
  await cache.put(PAGE, await fetch(PAGE, { credentials: "omit", headers: { Accept: "text/html" } }));
}

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

async function forgetOlder() {
  const older = (await caches.keys()).filter((name) => name !== NAME);
  await Promise.all(older.map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (FILES.includes(`${pathname}${search}`)) event.respondWith(kept(event.request));
  if (mode === "navigate" && pathname === PAGE) event.respondWith(fetch(event.request).catch(() => caches.match(PAGE)));
});

async function kept(request) {
  return (await caches.match(request)) || fetch(request);
}
