import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { takeGate } from "./folder-gate";

/** Who has the folder open, as written in `owner.json`; `boot` and `started` tell a process from a later one with its number. */
interface Owner {
  pid: number;
  host: string;
  boot: string;
  started: string;
}

/** The folder is open in another process; the message is for the person who started this one. */
class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/** How long a refused process looks for the owner's name, which a process that is just starting has yet to write. */
const lookForOwnerMs = 500;

function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const boot = (): string => readOptional("/proc/sys/kernel/random/boot_id")?.trim() ?? "";

/** Start time in clock ticks since boot, proc(5) field 22, counted behind the name, which may hold anything. Empty without /proc. */
const started = (pid: number): string => readOptional(`/proc/${pid}/stat`)?.split(") ").pop()?.split(" ")[19] ?? "";

function readOwner(file: string): Owner | undefined {
  const text = readOptional(file);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Owner);
  } catch {
    return undefined;
  }
}

const runsHere = (owner: Owner): boolean =>
  owner.host === hostname() && owner.boot === boot() && owner.started === started(owner.pid);

async function inUse(folder: string, file: string): Promise<FolderInUseError> {
  for (let waited = 0; waited < lookForOwnerMs; waited += 50) {
    const owner = readOwner(file);
    if (owner && (runsHere(owner) || owner.host !== hostname())) return refusal(folder, owner);
    await wait(50);
  }
  return new FolderInUseError(
    `The data folder ${folder} is already open in another process. Stop that one first or set DATA_DIR to another folder.`,
  );
}

const refusal = (folder: string, { pid, host }: Owner): FolderInUseError =>
  new FolderInUseError(
    `The data folder ${folder} is already open in process ${pid} on ${host}. Stop that one first or set DATA_DIR to another folder.`,
  );

/**
 * Makes this process the folder's only owner until the returned function is called or the process ends, however it
 * ends. Throws `FolderInUseError` within a second, having changed nothing, while another owner lives. Two walls: the
 * kernel's (`takeGate`), released by the kernel and never stolen by age, and `owner.json` for owners that this kernel
 * gate cannot see. An owner on another host is believed for ever: only a person can know that it is gone.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = join(folder, "owner.json");
  const openGate = await takeGate(folder);
  if (!openGate) throw await inUse(folder, file);
  const previous = readOwner(file);
  if (previous && previous.host !== hostname()) {
    openGate();
    const { message } = refusal(folder, previous);
    throw new FolderInUseError(
      `${message} If that computer or container no longer exists, delete ${file} and start again.`,
    );
  }
  if (previous && previous.started !== "" && previous.pid !== process.pid && runsHere(previous)) {
    openGate();
    throw refusal(folder, previous);
  }
  const me: Owner = { pid: process.pid, host: hostname(), boot: boot(), started: started(process.pid) };
  writeFileSync(`${file}.new`, JSON.stringify(me), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return () => {
    rmSync(file, { force: true });
    openGate();
  };
}
