/** Loaded into each server that is measured (`node --import`): tells over IPC what the process has used, threads and garbage collection included. */
export interface Gauge {
  /** User and system time since the process began. */
  readonly cpuMs: number;
  readonly residentBytes: number;
}

process.on("message", (message) => {
  if (message !== "gauge") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() } satisfies Gauge);
});
// A bench that is killed takes its servers along.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Asking keeps nobody alive who wants to end.
process.channel?.unref();
