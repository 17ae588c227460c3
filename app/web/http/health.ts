import type { Express } from "express";
import { selectDelayedMails } from "~/notices/ledger-queries.server";
import { answersWithin } from "~/platform/database/answers";
import type { Portal } from "~/platform/portal";

const patienceMilliseconds = 2_000;

/** `/healthz`: the process lives. `/readyz`: it can serve, because the database answers; and whether mails wait for their server. */
export function healthRoutes(app: Express, portal: Portal): void {
  app.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "alive" });
  });
  app.get("/readyz", (_request, response, next) => {
    readiness(portal)
      .then(({ ready, ...said }) =>
        response
          .status(ready ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json(said),
      )
      .catch(next);
  });
}

async function readiness(portal: Portal) {
  const mail = portal.mail.kind;
  const ready = await answersWithin(portal.database, patienceMilliseconds);
  if (!ready) return { ready, status: "unavailable", database: "does not answer", mail };
  // Without its mail server the portal serves all the same, and loses nothing.
  const { count } = await selectDelayedMails(portal.db);
  return { ready, status: "ready", database: "answers", mail, mailsDelayed: count };
}
