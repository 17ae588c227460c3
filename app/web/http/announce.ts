import { demoAccounts } from "~/demo/demo-accounts";
import type { Environment } from "~/platform/env";
import type { RunningServer } from "./serve";

/** Tells whoever started the portal where it is and, in the demo, how to get in. */
export function announce(running: RunningServer, env: Environment, print: (line: string) => void): void {
  print(`\nPartner Certification Portal: ${running.baseUrl}   (mode: ${env.mode})`);
  if (env.startsAt) print(`The clock was set to ${running.portal.clock.now().toISOString()} and ticks on from there.`);
  if (env.mode !== "demo") return;
  print(`\nDemo accounts, all with the password "${demoAccounts.password}":`);
  for (const account of demoAccounts.accounts) print(`  ${account.email.padEnd(30)} ${account.en}`);
  print("");
}
