// Runs examples/receiver/worker.js in workerd until standard input ends. Its argument is JSON: `bindings`
// are the worker's variables and secrets. Prints {"url"}, then each request that the worker makes to others.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Miniflare, Response } from "miniflare";

const here = dirname(fileURLToPath(import.meta.url));
const worker = join(here, "..", "..", "examples", "receiver", "worker.js");
const given = JSON.parse(process.argv[2]);

/** No request leaves this machine: Turnstile knows one good token, GitHub takes everything. */
async function others(request) {
  const body = await request.text();
  const headers = Object.fromEntries(request.headers);
  console.log(JSON.stringify({ method: request.method, url: request.url, headers, body }));
  if (!request.url.startsWith("https://challenges.cloudflare.com/")) return new Response(null, { status: 204 });
  const success = JSON.parse(body).response === "good";
  return Response.json({ success, hostname: success ? "127.0.0.1" : undefined });
}

const runtime = new Miniflare({
  modulesRoot: join(here, "..", ".."),
  modules: [
    { type: "ESModule", path: join(here, "wrapped.mjs") },
    { type: "ESModule", path: worker },
  ],
  compatibilityDate: "2026-04-01",
  bindings: given.bindings,
  r2Buckets: ["STORE"],
  cf: false,
  host: "127.0.0.1",
  port: 0,
  outboundService: others,
});
console.log(JSON.stringify({ url: (await runtime.ready).origin }));
process.stdin.on("end", () => runtime.dispose().then(() => process.exit())).resume();
