import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "./free-port";

/** A line to a server that can be cut and mended, as a cable can: what is on its way is lost, and who calls is refused. */
export interface Severable {
  /** The server's address by way of the line. */
  readonly url: string;
  cut(): Promise<void>;
  /** Lets nothing through any more and says nothing of it, until it is mended. */
  hold(): void;
  mend(): Promise<void>;
}

export async function severable(serverUrl: string): Promise<Severable> {
  const far = new URL(serverUrl);
  const port = await freePort();
  const open = new Set<Socket>();
  let server: Server | undefined;
  let held = false;
  const line: Severable = {
    url: Object.assign(new URL(serverUrl), { host: `127.0.0.1:${port}` }).href,
    async cut() {
      server?.close();
      for (const socket of open) socket.destroy();
      if (server) await once(server, "close");
      server = undefined;
    },
    hold() {
      held = true;
      for (const socket of open) socket.unpipe();
    },
    async mend() {
      held = false;
      server = createServer((near) => {
        const beyond = connect(Number(far.port), far.hostname);
        for (const socket of [near, beyond]) {
          open.add(socket);
          socket.on("error", () => socket.destroy());
          socket.on("close", () => {
            open.delete(socket);
            near.destroy();
            beyond.destroy();
          });
        }
        if (!held) near.pipe(beyond).pipe(near);
      }).listen(port, "127.0.0.1");
      await once(server, "listening");
    },
  };
  await line.mend();
  return line;
}
