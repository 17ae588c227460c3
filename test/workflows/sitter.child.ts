import { writeSync } from "node:fs";
import { connect } from "~/platform/database/connect";
import { type AttemptWorld, freezeDocuments, handInNow, saveLastAnswer, standingOf } from "../factories/exam-works";
import { countStatements } from "../set-up/mortal-database";

// Goes through the end of an exam: last answer, hand-in, document. Kills itself after so many statements (0: never), and says on standard output
// how things stand at first and, after each step, that it was acknowledged.
const [target = "", world = "{}", statement = "0"] = process.argv.slice(2);
const facts = JSON.parse(world) as AttemptWorld;
const say = (line: string) => writeSync(1, `${line}\n`);

const database = await connect(target.startsWith("postgresql:") ? { databaseUrl: target } : { dataDir: target });
say(`stands ${JSON.stringify(await standingOf(database, facts.attemptId))}`);
countStatements(database.pool, { statement: Number(statement), when: "answered" }, () => {
  process.kill(process.pid, "SIGKILL");
});
say((await saveLastAnswer(database.db, facts)).outcome);
say((await handInNow(database.db, facts)).outcome.replace("already_", ""));
await freezeDocuments(database.db);
say("frozen");
await database.close();
