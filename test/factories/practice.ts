import { readContents } from "~/examination/form-queries.server";
import { modelAnswer } from "~/examination/model-answer";
import { type PracticeItem, selectPracticeItems } from "~/examination/practice-queries.server";
import { keyOf } from "~/examination/present-item";
import type { Section } from "~/examination/section-names";
import { startPractice } from "~/examination/start-practice.server";
import type { Db } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { examMorning, trainedPartner } from "./examination";

/** Minutes after the morning on which rounds of practice start. */
export const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);

export type Practice = Awaited<ReturnType<typeof practiceOf>>;

/** Trained engineers who have not practised yet, and what is done with their rounds. */
export async function practiceOf(db: Db, { engineers }: { engineers: number }) {
  const { engineerIds } = await trainedPartner(db, { engineers });
  const unused = [...engineerIds];
  return {
    /** Somebody without a round. */
    nextPerson(): string {
      const personId = unused.pop();
      if (!personId) throw new Error("more engineers are needed");
      return personId;
    },
    /** A round by section, or, without one, a mock examination. */
    start: (personId: string, section: Section | null, now = examMorning, seed = personId) =>
      startPractice(db, { personId, section }, now, seededRandom(seed)),
    itemsOf: (roundId: string) => selectPracticeItems(db, roundId),
    /** As a browser would send it. */
    async rightAnswer(item: PracticeItem) {
      const [content] = await readContents(db, [item]);
      if (!content) throw new Error("an item without content");
      return JSON.parse(JSON.stringify(modelAnswer(keyOf(content, item.seed))));
    },
  };
}
