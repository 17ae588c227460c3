import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { decisionOn } from "~/organisations/decision";
import { selectDecisionHistory } from "~/organisations/decision-queries.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";
import { selectStandings } from "./standing-queries.server";

/** The computed status of today beside what staff have decided, with every decision there was. */
export async function readStatus(db: Reader, organisationId: string, now: Date) {
  const { id, name, timeZone } = await selectOrganisation(db, organisationId);
  const today = dayIn(timeZone, now);
  const history = await selectDecisionHistory(db, organisationId);
  const [standing] = await selectStandings(db, { now, organisationIds: [organisationId] }, policy);
  return {
    organisation: { id, name, timeZone },
    today,
    computed: standing?.status ?? "not_applicable",
    decision: decisionOn(
      history.filter(({ supersededAt }) => supersededAt === null),
      today,
    ),
    history,
  };
}
