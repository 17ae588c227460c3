import { answerPractice, nextPracticeItem } from "~/examination/answer-practice.server";
import { finishPractice } from "~/examination/finish-practice.server";
import { readContents } from "~/examination/form-queries.server";
import { modelAnswer } from "~/examination/model-answer";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { keyOf, presentItem } from "~/examination/present-item";
import type { Section } from "~/examination/section-names";
import { startPractice } from "~/examination/start-practice.server";
import { seededRandom } from "~/platform/random";
import type { DemoEvent, World } from "./world";
import { wrongAnswer } from "./wrong-answer";

/** Days ago, the section, and how many of four questions are known by then: it gets better. */
const evenings: readonly (readonly [daysAgo: number, section: Section, known: number])[] = [
  [26, "storage", 1],
  [21, "storage", 2],
  [21, "compute", 2],
  [16, "storage", 2],
  [12, "compute", 3],
  [9, "network", 2],
  [6, "storage", 3],
  [4, "network", 3],
  [2, "compute", 4],
];
const questions = 4;

/** Somebody whose renewal is due practises in the evenings, and has one round still open. */
export function practiceEvents(world: World): DemoEvent[] {
  return evenings.map(([daysAgo, section, known]) => ({
    at: world.instant("Europe/Berlin", daysAgo, "19:00"),
    happen: (now) => practise(world, section, known, now),
  }));
}

async function practise({ db, people }: World, section: Section, known: number, now: Date): Promise<void> {
  const personId = people.get("nordlicht/1");
  if (!personId) throw new Error("nobody practises");
  const random = seededRandom(`practice at ${now.toISOString()}`);
  const { roundId } = await startPractice(db, { personId, section }, now, random);
  const key = { roundId, personId };
  for (let question = 1; question <= questions; question++) {
    const item = (await selectPracticeItems(db, roundId)).at(-1);
    const [content] = item ? await readContents(db, [item]) : [];
    if (!item || !content) throw new Error(`no question of ${section} to practise`);
    const rightKey = keyOf(content, item.seed);
    const given =
      question <= known ? modelAnswer(rightKey) : wrongAnswer(rightKey, presentItem(content, item.seed, "de"));
    await answerPractice(db, { ...key, ordinal: item.ordinal, given, language: "de" }, now);
    await nextPracticeItem(db, key);
  }
  if (section !== "compute") await finishPractice(db, key, now);
}
