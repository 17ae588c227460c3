import { isDeepStrictEqual } from "node:util";
import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { parseItemContent } from "../item";
import { answerInWords } from "./answer-in-words";
import { insertRegrade, selectRegradedVersion } from "./regrade-queries.server";
import { canNameAnswer, type Treatment } from "./treatment";

export interface ProposeRegrade {
  readonly actorId: string;
  readonly itemVersionId: string;
  readonly treatment: Treatment;
  /** Results that fall below the cut lose their pass, and their certificate is suspended; otherwise passes are kept. */
  readonly takePassesAway: boolean;
  readonly reason: string;
}

/**
 * Writes down what is to be done about the item version. Nothing is graded: that is for the dry run to show and for applying it to do. Throws
 * `answer_cannot_be_named`, and `answer_is_the_key` where the answer that is named is the one that the item has.
 */
export async function proposeRegrade(db: Db, command: ProposeRegrade, now: Date): Promise<{ regradeId: string }> {
  const { actorId, itemVersionId, treatment, takePassesAway, reason } = command;
  return inTransaction(db, async (trx) => {
    const { kind, content, code, version } = await selectRegradedVersion(trx, itemVersionId);
    const item = parseItemContent(content);
    if ("answer" in treatment && !canNameAnswer(kind, "generator" in item)) {
      throw conflict("answer_cannot_be_named");
    }
    const [en, de] = [answerInWords(treatment, item, "en"), answerInWords(treatment, item, "de")];
    if (en && isDeepStrictEqual(en.key, en.named)) throw conflict("answer_is_the_key");
    const proposed = { itemVersionId, treatment, takePassesAway, reason, createdAt: now, createdBy: actorId };
    const regradeId = await insertRegrade(trx, proposed);
    // Whoever reads the trail knows choices by their words; the ids stand in the regrade itself.
    const answer = en && de && { byKey: { en: en.key, de: de.key }, named: { en: en.named, de: de.named } };
    const after = { code, version, treatment: treatment.kind, ...answer, takePassesAway };
    const subject = { subjectType: "regrade", subjectId: regradeId };
    await recordEvents(trx, [{ actorId, action: "regrade.proposed", ...subject, after, reason }], now);
    return { regradeId };
  });
}
