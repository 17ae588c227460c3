import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { parseItemContent } from "../item";
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

/** Writes down what is to be done about the item version. Nothing is graded: that is for the dry run to show and for applying it to do. */
export async function proposeRegrade(db: Db, command: ProposeRegrade, now: Date): Promise<{ regradeId: string }> {
  const { actorId, itemVersionId, treatment, takePassesAway, reason } = command;
  return inTransaction(db, async (trx) => {
    const { kind, content, code, version } = await selectRegradedVersion(trx, itemVersionId);
    const namesAnswer = "answer" in treatment;
    if (namesAnswer && !canNameAnswer(kind, "generator" in parseItemContent(content))) {
      throw conflict("answer_cannot_be_named");
    }
    const proposed = { itemVersionId, treatment, takePassesAway, reason, createdAt: now, createdBy: actorId };
    const regradeId = await insertRegrade(trx, proposed);
    const after = { code, version, treatment, takePassesAway };
    const subject = { subjectType: "regrade", subjectId: regradeId };
    await recordEvents(trx, [{ actorId, action: "regrade.proposed", ...subject, after, reason }], now);
    return { regradeId };
  });
}
