import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeMessages } from "~/components/badge-messages";
import { decisionMessages } from "~/components/decision-messages";
import { standingMessages } from "~/components/standing-messages";
import { readWholeOverview } from "~/eligibility/read-overview.server";
import { dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { selectProgrammeLevels } from "~/organisations/organisation-queries.server";
import type { Language } from "~/platform/schema/people-tables";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { readQuestion } from "~/web/overview-query.server";
import { dayQuery } from "~/web/params.server";
import { type TableCell, tableFormats, tableResponse } from "~/web/table-file.server";
import { messages } from "./messages";

/** The overview as a file: all that its filters let through, in its order, as of its day. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "organisation.list");
  const format = tableFormats.find((one) => one === args.params.format);
  if (!format) throw notFound();
  const on = dayQuery(args.request, "on");
  const lines = await readWholeOverview(portal.db, on, readQuestion(args.request), now);
  const levels = new Map(
    (await selectProgrammeLevels(portal.db)).map(({ code, nameEn, nameDe }) => [
      code,
      language === "de" ? nameDe : nameEn,
    ]),
  );
  const rows = lines.map((line) => cellsOf(line, levels, language));
  const head = Object.values(messages[language]);
  return tableResponse({ name: `organisations-${on ?? dayIn("UTC", now)}`, head, rows }, format, language);
});

type Line = Awaited<ReturnType<typeof readWholeOverview>>[number];

function cellsOf(line: Line, levels: ReadonlyMap<string, string>, language: Language): TableCell[] {
  const { entity, cause, pastCause } = standingMessages[language];
  const { decision, status } = line;
  return [
    line.name,
    line.day,
    badgeMessages[language].organisation[status],
    line.count,
    line.fallsOn,
    line.causes.map(({ kind, name }) => (status === "not_met" ? pastCause : cause)[kind](name)).join("; "),
    decision && decisionMessages[language].outcome[decision.outcome],
    decision?.effectiveOn ?? null,
    decision?.remediationThrough ?? null,
    decision?.reason ?? null,
    line.levelCode && (levels.get(line.levelCode) ?? line.levelCode),
    entity[line.contractingEntity],
    line.timeZone,
  ];
}
