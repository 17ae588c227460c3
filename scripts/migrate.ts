import { connect } from "~/platform/database/connect";
import { migrateToLatest } from "~/platform/database/migrate";
import { readEnvironment } from "~/platform/env";

const { databaseUrl, dataDir } = readEnvironment();

/** Brings the configured database up to this version's schema. The portal also does so itself when it starts. */
async function migrate(): Promise<void> {
  const database = await connect(databaseUrl ? { databaseUrl } : { dataDir });
  try {
    const { applied } = await migrateToLatest(database);
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to do: the database is up to date.");
  } finally {
    await database.close();
  }
}

migrate().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
