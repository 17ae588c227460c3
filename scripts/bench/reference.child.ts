import { createServer } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { connect } from "~/platform/database/connect";
import { bareBuild } from "./reference/bare-build";
import { createUpsertTable, upsert } from "./reference/upsert";

/**
 * What the portal is compared with, in a process of the same kind: bytes from bare node:http, a bare page and a bare action of Remix behind Express, and
 * upserts straight through the pool of an embedded database in DATA_DIR, or of the server at DATABASE_URL.
 */
const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir = "" } = process.env;
const database = await connect(databaseUrl ? { databaseUrl } : { dataDir });
await createUpsertTable(database.pool);

const app = express();
app.disable("x-powered-by");
for (const singleFetch of [false, true]) {
  const base = singleFetch ? "/single-fetch" : "/bare";
  app.use(base, (request, _response, next) => {
    request.originalUrl = request.url;
    next();
  });
  const getLoadContext = () => ({ upsert: (index: number) => upsert(database.pool, index) }) as never;
  const remix = createRequestHandler({ build: bareBuild(singleFetch), mode: "production", getLoadContext });
  app.use(base, (request, response, next) => void remix(request, response, next));
}

const bodies = new Map<number, Buffer>();
function bytes(count: number): Buffer {
  const body = bodies.get(count) ?? Buffer.alloc(count, "x");
  bodies.set(count, body);
  return body;
}

async function upserts(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await upsert(database.pool, index);
}

createServer((request, response) => {
  const [, room, size] = (request.url ?? "").split("/");
  switch (room) {
    case "readyz":
      response.end();
      return;
    case "bytes":
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(bytes(Number(size)));
      return;
    case "upserts":
      void upserts(Number(size)).then(() => response.end());
      return;
    default:
      app(request, response);
  }
}).listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => void database.close().then(() => process.exit(0)));
