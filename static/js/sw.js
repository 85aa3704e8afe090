// Keeps one release of the site in the browser, whole, and serves nothing of any other.
// The build fills in the three marked values: see xtask/src/site/release.rs.
const release = "%release%";
const base = "%base%";
// Every address of the release below the base, with the SHA-256 of what it must answer.
const digests = "%files%";

// A site looks only at caches of its own: others of the same host have another base.
const mine = `book ${base} `;
const cacheName = mine + release;
const unknownPage = "404.html";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
self.addEventListener("message", (event) => {
  if (event.data === "take") self.skipWaiting();
  else if (event.data && event.data.release) event.waitUntil(meet(event.source, event.data.release));
});
self.addEventListener("fetch", (event) => {
  const address = below(event.request);
  if (address !== null && isOurs(address, event.request)) {
    event.respondWith(answer(address, event.request));
  }
});

// All or nothing: where one file cannot be had or kept, the release before it stays.
async function install() {
  // A release that comes back after another one may still be here, and in use.
  const wasThere = await caches.has(cacheName);
  try {
    const cache = await caches.open(cacheName);
    await Promise.all(Object.keys(digests).map((address) => keep(cache, address)));
  } catch (error) {
    if (!wasThere) await caches.delete(cacheName);
    throw error;
  }
}

async function keep(cache, address) {
  const found = (await kept(address)) || (await fetched(address));
  if (!found) throw new Error(`${base + address} is not of the release ${release}`);
  const headers = { "content-type": found.type };
  await cache.put(base + address, new Response(found.bytes, { headers }));
}

// What an earlier release has kept is taken where it is the same to the last bit.
async function kept(address) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(mine)) continue;
    const response = await (await caches.open(name)).match(base + address);
    const found = response && (await checked(address, response));
    if (found) return found;
  }
  return null;
}

async function fetched(address) {
  const response = await fetch(base + address, { cache: "reload", credentials: "same-origin" });
  return response.ok ? checked(address, response) : null;
}

// A host that is in the middle of a change answers with files of two releases: the digest tells.
async function checked(address, response) {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const type = response.headers.get("content-type") || "application/octet-stream";
  return hex === digests[address] ? { bytes, type } : null;
}

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(mine) && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// Pages that came before this worker are served by it once all of them say that they are of its
// release; until then each keeps to the host that it came from.
const met = new Map();

async function meet(page, itsRelease) {
  met.set(page.id, itsRelease);
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ id }) => met.get(id) === release)) await self.clients.claim();
}

// The address below the base that a request means; null where it is none of ours.
function below(request) {
  const url = new URL(request.url);
  const inside = url.origin === self.location.origin && url.pathname.startsWith(base);
  if (request.method !== "GET" || !inside) return null;
  const path = url.pathname.slice(base.length);
  return path.endsWith("/index.html") || path === "index.html" ? path.slice(0, -10) : path;
}

function isOurs(address, request) {
  // What other sites show in frames is for the host to give: a release does not keep it.
  const isFrame = address.startsWith("embed/") && !has(address);
  return has(address) || (request.mode === "navigate" && !isFrame);
}

function has(address) {
  return Object.hasOwn(digests, address);
}

async function answer(address, request) {
  if (has(address)) return (await cached(address)) || fetch(request);
  if (has(`${address}/`)) return Response.redirect(withSlash(request.url));
  const lost = await cached(unknownPage);
  return lost ? new Response(lost.body, { status: 404, headers: lost.headers }) : fetch(request);
}

function withSlash(address) {
  const url = new URL(address);
  url.pathname += "/";
  return url;
}

async function cached(address) {
  return (await caches.open(cacheName)).match(base + address);
}
