import { Agent, request } from "node:http";

/** One request of a load. */
export interface Shot {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** The only answer that is no error; 200 when left out. */
  readonly expected?: number;
}

interface Loaded {
  readonly latenciesMs: readonly number[];
  readonly seconds: number;
}

/**
 * Sends `count` requests over `connections` kept-alive connections, each sending its next one when it has read the last. Throws on any answer but
 * the expected, so that errors, which are quick, are never taken for speed. Asks for no compression: the same bytes for all that is compared.
 */
export async function load(
  url: string,
  shotOf: (index: number) => Shot,
  { count, connections }: { count: number; connections: number },
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latenciesMs: number[] = [];
  let next = 0;
  const send = async () => {
    while (next < count) {
      const startedAt = performance.now();
      await fire(agent, url, shotOf(next++));
      latenciesMs.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, send));
    return { latenciesMs, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    agent.destroy();
  }
}

/** Sends one request and reads its answer to the end; throws when it is not what the shot expects. */
export function fire(agent: Agent, url: string, shot: Shot): Promise<void> {
  const { method = "GET", path, headers, body, expected = 200 } = shot;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const sent = request(url + path, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const { statusCode } = response;
      let text = "";
      if (statusCode === expected) response.resume();
      else {
        response.on("data", (chunk) => {
          text += chunk;
        });
      }
      response.on("error", reject);
      response.on("end", () => {
        if (statusCode === expected) resolve();
        else reject(new Error(`${method} ${path} was answered ${statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      // The server had closed the connection that was kept; as a browser does, on another one.
      if (sent.reusedSocket && error.code === "ECONNRESET") fire(agent, url, shot).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });
}
