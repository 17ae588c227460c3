import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";

/** An empty folder for the test that calls it, removed when that has finished. In memory where there is enough: a busy disk is what most would wait for. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(inject("embeddedFolder"), "scratch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A data folder that was opened before and closed, migrated and otherwise empty, for the test that calls it: to make one takes longer than most
 * tests of it. Stands with the run's other databases, in memory where there is enough.
 */
export function usedFolder(): string {
  const folder = mkdtempSync(join(inject("embeddedFolder"), "used-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(inject("embeddedFolder"), "template"), folder, { recursive: true });
  return folder;
}
