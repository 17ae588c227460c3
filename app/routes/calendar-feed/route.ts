import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/kernel/rejection";
import { publishedTrainings } from "~/notices/training-calendar";
import { readCalendarFeed } from "~/training/calendar-feed.server";
import { selectFeedOwner } from "~/training/calendar-feed-queries.server";
import { answering } from "~/web/answering.server";
import { anybody } from "~/web/gate.server";
import { paths } from "~/web/paths";

/** A person's trainings, for whoever has the address: calendar programs sign in nowhere. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, now } = await anybody(args);
  const [, token] = /^([A-Za-z0-9_-]{32})\.ics$/.exec(args.params.file ?? "") ?? [];
  if (!token) throw notFound();
  const { personId, language } = await selectFeedOwner(portal.db, token);
  const content = publishedTrainings(await readCalendarFeed(portal.db, personId, now), {
    language,
    from: portal.mail.from,
    linkTo: (trainingSessionId) => portal.baseUrl + paths.trainingSession(trainingSessionId),
  });
  return new Response(content, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="trainings.ics"',
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
});
