import type { LoaderFunctionArgs } from "@remix-run/node";
import { readWholeOverview } from "~/eligibility/read-overview.server";
import { dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { selectReadinessOfMembers } from "~/organisations/readiness-queries.server";
import { lackingOf, readinessByMember, readinessPoints } from "~/organisations/support-access";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { readQuestion } from "~/web/overview-query.server";
import { type TableCell, tableFormats, tableResponse } from "~/web/table-file.server";
import { messages } from "./messages";

type Member = ReturnType<
  typeof readinessByMember<Awaited<ReturnType<typeof selectReadinessOfMembers>>[number]>
>[number];

/** Clause 2.5 as a file, as of today: everybody who belongs to the organisations that the overview's filters let through, and what is attested of them. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "support_access.export");
  const format = tableFormats.find((one) => one === args.params.format);
  if (!format) throw notFound();
  const organisations = await readWholeOverview(portal.db, undefined, readQuestion(args.request), now);
  const ids = organisations.map(({ id }) => id);
  const members = readinessByMember(await selectReadinessOfMembers(portal.db, ids, now));
  const words = messages[language];
  const rows = members.map((member) => cellsOf(member, words));
  const name = `support-access-${dayIn("UTC", now)}`;
  return tableResponse({ name, head: Object.values(words.head), rows }, format, language);
});

function cellsOf({ member, points }: Member, { yes, no }: { yes: string; no: string }): TableCell[] {
  const attested = readinessPoints.filter((point) => points[point]);
  return [
    member.organisationName,
    member.fullName,
    member.email,
    member.administrator ? yes : no,
    lackingOf(attested).length === 0 ? yes : no,
    ...readinessPoints.flatMap((point) => {
      const on = points[point];
      return [on ? dayIn(member.timeZone, on.at) : null, on?.by ?? null];
    }),
    member.timeZone,
  ];
}
