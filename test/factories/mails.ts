import { addDays, type Day } from "~/kernel/calendar";
import type { LapseFacts, PlannedNotice } from "~/notices/mail-facts";
import { planNotices } from "~/notices/plan-notices.server";
import { insertPerson } from "~/people/person-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { DeliveryOutcome, Mail, MailTransport } from "~/platform/mail-transport";

export const subjectId = (ordinal: number): string => `00000000-0000-4000-8000-${String(ordinal).padStart(12, "0")}`;

export async function aPerson(
  db: Db,
  email: string,
  language: "en" | "de" = "en",
  fullName = "Ada Example",
): Promise<string> {
  const createdAt = new Date("2026-01-01T08:00:00Z");
  const id = await inTransaction(db, (trx) => insertPerson(trx, { fullName, email, language, createdAt }));
  if (!id) throw new Error(`${email} is there already`);
  return id;
}

export const lapseFacts = (validThrough: Day = "2027-03-09"): LapseFacts => ({
  audience: "holder",
  personId: subjectId(900),
  personName: "Ada Example",
  organisationId: subjectId(901),
  organisationName: "Nordlicht Systems",
  certificateId: subjectId(902),
  certificateNumber: "PCP-2026-000042-17",
  validThrough,
});

export const lapseNotice = (
  recipientId: string,
  stage: string,
  certificate = 1,
): Extract<PlannedNotice, { kind: "certificate_lapsing" }> => ({
  kind: "certificate_lapsing",
  subjectId: subjectId(certificate),
  cycle: subjectId(certificate),
  stage,
  recipientId,
  organisationId: null,
  facts: lapseFacts(addDays("2027-03-09", certificate)),
});

export const plan = (db: Db, notices: readonly PlannedNotice[], now: Date): Promise<number> =>
  inTransaction(db, (trx) => planNotices(trx, notices, now));

/** A mail server in memory that answers as told and remembers every mail that reached it. */
export function postbox(
  answer: (mail: Mail) => DeliveryOutcome | Promise<DeliveryOutcome> = () => ({ outcome: "accepted" }),
) {
  const arrived: Mail[] = [];
  const mail: MailTransport = {
    kind: "smtp",
    from: "Partner Certification Portal <portal@portal.example>",
    async deliver(message) {
      arrived.push(message);
      return answer(message);
    },
    close: () => undefined,
  };
  return { mail, arrived };
}
