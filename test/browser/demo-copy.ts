import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type RunningPortal, startPortal } from "#test/set-up/running-portal";
import { quickFolder } from "#test/set-up/server-cluster";
import { demoWorld } from "./demo-world";

/** A portal over a copy of the demo world that may be changed, stopped and started again at another time. */
export class DemoCopy {
  private portal: RunningPortal | undefined;
  private constructor(readonly dataDir: string) {}

  static async make(): Promise<DemoCopy> {
    const { folder } = await demoWorld();
    const dataDir = await mkdtemp(join(await quickFolder(2 ** 29), "portal-journey-"));
    await cp(folder, dataDir, { recursive: true });
    return new DemoCopy(dataDir);
  }

  /** Starts it; with `now`, its clock stands there and ticks on. `at`: where it was before, as its browsers know it. */
  async start(now?: Date, at?: string): Promise<string> {
    this.portal = await startPortal({
      DATA_DIR: this.dataDir,
      ...(now ? { PORTAL_NOW: now.toISOString() } : {}),
      ...(at ? { PORT: new URL(at).port } : {}),
    });
    return this.portal.url;
  }

  async stop(): Promise<void> {
    await this.portal?.stop();
    this.portal = undefined;
  }

  /** As when the machine loses its power. */
  async kill(): Promise<void> {
    const child = this.portal?.process;
    if (child && child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    this.portal = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
