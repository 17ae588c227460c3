import { join } from "node:path";
import { verifyChain } from "~/audit/verify-chain.server";
import { connect } from "~/platform/database/connect";
import { readEnvironment } from "~/platform/env";
import { explainAndExit } from "~/web/http/start-failure";

const faults = {
  missing: "is missing",
  changed: "has been changed",
  cut_off: "and what follows it has been cut off",
  added: "was added past the end of the chain",
} as const;

/** Recomputes the hash chain of the audit trail and says whether it is whole; exit status 1 when it is not. */
try {
  const { databaseUrl, dataDir } = readEnvironment();
  const database = await connect(databaseUrl ? { databaseUrl } : { dataDir: join(dataDir, "database") });
  try {
    const verdict = await verifyChain(database.db);
    if (verdict.whole) console.log(`The audit trail is whole: ${verdict.events} events, last hash ${verdict.hash}.`);
    else {
      console.error(`The audit trail is broken: event ${verdict.brokenAt} ${faults[verdict.fault]}.`);
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
} catch (error) {
  explainAndExit(error);
}
