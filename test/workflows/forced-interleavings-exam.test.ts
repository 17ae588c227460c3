import { expect } from "vitest";
import { verifyExamMonths } from "~/examination/statistics/verify-exam-months.server";
import { seededRandom } from "~/platform/random";
import { handInNow, saveLastAnswer, worldOfACandidate, worldOfAnAttempt } from "../factories/exam-works";
import { anAttempt, examMorning } from "../factories/examination";
import { keepAll, sat, toldAndCounted } from "../factories/kept-statistics";
import { aSmallBank } from "../factories/sat-exams";
import { endings, pair, playPairs, rowsOf } from "../set-up/interleaved-pairs";

playPairs([
  pair("start / start of one candidate", {
    prepare: worldOfACandidate,
    play: ({ engineerIds }) => ({
      a: ({ db }) => anAttempt(db, engineerIds[0] ?? "", examMorning, "a"),
      b: ({ db }) => anAttempt(db, engineerIds[0] ?? "", examMorning, "b"),
    }),
    check: async (database, _world, played) => {
      expect(endings(played).sort()).toEqual(["attempt_active", "done"]);
      expect(await rowsOf(database, "select count(*)::int as attempts from attempt")).toEqual([{ attempts: 1 }]);
    },
  }),
  pair("hand in / hand in", {
    // With every answer given, so that it is passed whichever items were drawn.
    prepare: async (database) => {
      const world = await worldOfAnAttempt(database);
      await saveLastAnswer(database.db, world);
      return world;
    },
    play: (world) => ({ a: ({ db }) => handInNow(db, world, "a"), b: ({ db }) => handInNow(db, world, "b") }),
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      const outcomes = played.outcomes.map((one) =>
        one.status === "fulfilled" ? (one.value as { outcome: string }).outcome : null,
      );
      expect(outcomes.sort()).toEqual(["already_finished", "finished"]);
      expect(await rowsOf(database, "select count(*)::int as certificates from certificate")).toEqual([
        { certificates: 1 },
      ]);
    },
  }),
  pair("answer / hand in", {
    prepare: worldOfAnAttempt,
    play: (world) => ({ a: ({ db }) => saveLastAnswer(db, world), b: ({ db }) => handInNow(db, world) }),
    check: async (database, { attemptId, ordinal }, { outcomes: [saved] }) => {
      const acknowledged = saved?.status === "fulfilled" && (saved.value as { outcome: string }).outcome === "saved";
      const [row] = await rowsOf<{ stored: boolean; graded: boolean }>(
        database,
        "select response is not null as stored, coalesce(points, 0) > 0 as graded from attempt_item where attempt_id = $1 and ordinal = $2",
        [attemptId, ordinal],
      );
      expect(row).toEqual({ stored: acknowledged, graded: acknowledged });
    },
  }),
  pair("hand in / keep the month's statistics", {
    // One result stands in the month already.
    prepare: async (database) => {
      const world = await worldOfAnAttempt(database);
      await aSmallBank(database);
      await sat(database, seededRandom("sat before"), examMorning);
      return world;
    },
    play: (world) => ({ a: ({ db }) => handInNow(db, world), b: ({ db }) => keepAll(db) }),
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      const { told, counted } = await toldAndCounted(database, new Date("2027-06-01T00:00:00Z"));
      expect(told).toEqual(counted);
      expect(await verifyExamMonths(database.db)).toMatchObject({ different: [] });
    },
  }),
]);
