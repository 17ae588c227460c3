import { readContents } from "~/examination/form-queries.server";
import { feedbackOn, type ItemFeedback } from "~/examination/practice-feedback";
import { type PracticeItem, type PracticeRound, selectPracticeItems } from "~/examination/practice-queries.server";
import { presentItem } from "~/examination/present-item";
import { renderItem, renderWords } from "~/examination/render-item.server";
import type { ItemResponse } from "~/examination/response";
import type { ShownItem } from "~/examination/shown-item";
import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";

export interface ShownQuestion {
  readonly item: ShownItem;
  readonly given: ItemResponse | null;
  /** Null until it may be told; the explanation as HTML, by the way of the question. */
  readonly feedback: ItemFeedback | null;
}

const showFeedback = (feedback: ItemFeedback): ItemFeedback => ({
  ...feedback,
  rationale: renderWords(feedback.rationale),
});

/** The questions as the page shows them; the key only of those that are graded. */
async function show(db: Reader, items: readonly PracticeItem[], language: Language): Promise<ShownQuestion[]> {
  const contents = await readContents(db, items);
  return items.flatMap((item, index) => {
    const content = contents[index];
    if (!content) return [];
    const { seed, response, earned, points: maxPoints } = item;
    const given = { content, seed, response, maxPoints, language };
    return [
      {
        item: renderItem(item, presentItem(content, seed, language)),
        given: response,
        feedback: earned === null ? null : showFeedback(feedbackOn({ ...given, points: earned })),
      },
    ];
  });
}

/** Practice by section: the latest question. */
export async function loadSectionRound(db: Reader, round: PracticeRound, language: Language) {
  const [question] = await show(db, (await selectPracticeItems(db, round.id)).slice(-1), language);
  if (!question) throw notFound();
  return question;
}

/** A finished mock examination: every question with its answer. */
export const loadReview = async (db: Reader, round: PracticeRound, language: Language) =>
  show(db, await selectPracticeItems(db, round.id), language);
