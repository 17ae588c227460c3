import type { LoaderFunctionArgs } from "@remix-run/node";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { calculatorOf, offersCalculator } from "~/examination/blueprint-limits";
import { readPresentations } from "~/examination/form-queries.server";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { selectProgramme } from "~/examination/programme-queries.server";
import { renderItem } from "~/examination/render-item.server";
import { isAnswered } from "~/examination/response";
import { notFound } from "~/kernel/rejection";
import { mockSitting } from "~/web/mock-sitting.server";
import { messages } from "./messages";
import type { MockPage } from "./mock-page";

/** What the page shows whoever sits the mock examination. Throws `not_found` for one without questions. */
export async function readMockPage(args: LoaderFunctionArgs): Promise<MockPage> {
  const { portal, actor, language, now, round, deadlineAt, timeZone } = await mockSitting(args);
  const form = await selectPracticeItems(portal.db, round.id);
  // Who comes back, in this browser or another, goes on at the first question without an answer.
  const firstOpen = 1 + form.findIndex(({ response }) => !isAnswered(response));
  const wanted = Number(new URL(args.request.url).searchParams.get("item") ?? firstOpen);
  const item = form[wanted - 1] ?? form[0];
  const [presentation] = item ? await readPresentations(portal.db, [item], language) : [];
  if (!item || !presentation) throw notFound();
  const { blueprint } = await selectProgramme(portal.db, secondLevelAdministrator.code, round.startedAt);
  return {
    title: messages[language].title,
    roundId: round.id,
    candidate: actor.fullName,
    now: now.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    zone: timeZone,
    over: now >= deadlineAt,
    turn: round.turn,
    answers: form.map(({ response, flagged, answeredAt, note }) => ({
      given: response,
      answered: isAnswered(response),
      flagged,
      savedAt: answeredAt?.toISOString() ?? null,
      note,
    })),
    item: renderItem(item, presentation),
    lastSequence: Math.max(...form.map(({ sequence }) => sequence)),
    lastNote: Math.max(...form.map(({ noteSequence }) => noteSequence)),
    calculator: form.map(({ kind }) => offersCalculator(calculatorOf(blueprint), kind)),
  };
}
