import type { Express } from "express";
import { answersWithin } from "~/platform/database/answers";
import type { Portal } from "~/platform/portal";

const patienceMilliseconds = 2_000;

/** `/healthz`: the process lives. `/readyz`: it can serve, because the database answers. */
export function healthRoutes(app: Express, portal: Portal): void {
  app.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "alive" });
  });
  app.get("/readyz", (_request, response, next) => {
    answersWithin(portal.database, patienceMilliseconds)
      .then((ready) =>
        response
          .status(ready ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json({
            status: ready ? "ready" : "unavailable",
            database: ready ? "answers" : "does not answer",
            mail: portal.mail.kind,
          }),
      )
      .catch(next);
  });
}
