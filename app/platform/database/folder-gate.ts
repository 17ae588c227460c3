import { closeSync, constants, openSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** open(2) flags that lock the file as it is opened; Node has no names for them. Windows: libuv's UV_FS_O_EXLOCK. */
const lockWhileOpen = process.platform === "win32" ? 0x1000_0000 : 0x20 | constants.O_NONBLOCK;
const heldByAnother = new Set(["EADDRINUSE", "EAGAIN", "EWOULDBLOCK", "EBUSY"]);

const isHeld = (error: unknown): boolean =>
  error instanceof Error && "code" in error && heldByAnother.has(String(error.code));

/**
 * An exclusive claim on the folder that the kernel grants to one process at a time and takes back when that process
 * ends. Returns how to give it back, or undefined while another process holds it. On Linux a socket in the abstract
 * namespace, named by device and inode so that no other spelling of the path slips by; it leaves no trace on disk.
 * Elsewhere a file locked while it is open.
 */
export async function takeGate(folder: string): Promise<(() => void) | undefined> {
  try {
    return process.platform === "linux" ? await bindAbstractSocket(folder) : lockFile(folder);
  } catch (error) {
    if (isHeld(error)) return undefined;
    throw error;
  }
}

async function bindAbstractSocket(folder: string): Promise<() => void> {
  const { dev, ino } = statSync(folder);
  const server = createServer((visitor) => visitor.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ path: `\0partner-certification-portal-${dev}-${ino}`, exclusive: true }, resolve);
  });
  server.unref();
  return () => server.close();
}

function lockFile(folder: string): () => void {
  const file = openSync(join(folder, "owner.lock"), constants.O_RDWR | constants.O_CREAT | lockWhileOpen, 0o600);
  return () => closeSync(file);
}
