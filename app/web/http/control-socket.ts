import { chmod, mkdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { join } from "node:path";

/** What a command may ask of the running portal. */
export interface Control {
  listJobs(): Promise<unknown>;
  /** Undefined when there is no job of that name. */
  runJob(name: string): Promise<unknown>;
  /** The same without keeping anything. */
  rehearseJob(name: string): Promise<unknown>;
}

export interface ControlSocket {
  stop(): Promise<void>;
}

/** In the data folder, which only the portal's user may enter. */
const socketPath = (dataDir: string): string => join(dataDir, "control.sock");

async function answer(control: Control, incoming: IncomingMessage): Promise<[status: number, body: unknown]> {
  const [, room, name, how, ...rest] = (incoming.url ?? "").split("/");
  if (room !== "jobs" || (how !== undefined && how !== "rehearsal") || rest.length > 0) return [404, {}];
  if (incoming.method === "GET" && name === undefined) return [200, await control.listJobs()];
  if (incoming.method !== "POST" || name === undefined) return [405, {}];
  const report = await (how ? control.rehearseJob : control.runJob)(decodeURIComponent(name));
  return report === undefined ? [404, {}] : [200, report];
}

/**
 * HTTP on a Unix domain socket in the data folder, for its owner alone: commands reach the portal that holds the embedded database open.
 * Call it while the folder's lock is held: a socket that lies there already is a dead process's.
 */
export async function openControlSocket(dataDir: string, control: Control): Promise<ControlSocket> {
  const path = socketPath(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await rm(path, { force: true });
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { "Content-Type": "application/json", Connection: "close" }).end(JSON.stringify(body));
    answer(control, incoming).then(
      ([status, body]) => send(status, body),
      (error: unknown) => send(500, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return {
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const nobodyThere = new Set(["ENOENT", "ECONNREFUSED"]);

/** Asks the portal that runs on this data folder; undefined when none does. A job may take as long as it takes. */
export function askControlSocket(
  dataDir: string,
  method: "GET" | "POST",
  path: string,
): Promise<{ status: number; body: unknown } | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: socketPath(dataDir), method, path }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => {
        text += chunk;
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(text) as unknown }));
      incoming.on("error", reject);
    });
    asking.on("error", (error: NodeJS.ErrnoException) => {
      if (nobodyThere.has(error.code ?? "")) resolve(undefined);
      else reject(error);
    });
    asking.end();
  });
}
