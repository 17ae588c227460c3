import type { APIRequestContext } from "playwright-core";

/** A step on the way to a page: an address (`/…`), one below the page where one stands (`./…`), or the first link in `main` that leads to such an address. */
type Step = string | RegExp;

export interface Way {
  /** The address of the account; nobody signs in for "". */
  readonly as: string;
  readonly steps: readonly Step[];
}

const uuid = "[0-9a-f-]{36}";
const to = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll(":id", uuid)}$`);

const distributor = "admin@rheinwerk.example";
const partner = "admin@nordlicht.example";
const engineer = "engineer@nordlicht.example";
const trainer = "training@ionos.example";
const examiner = "exam@ionos.example";
const auditor = "audit@ionos.example";
const portalAdmin = "portal@ionos.example";

const way = (as: string, ...steps: readonly Step[]): Way => ({ as, steps });
const anItem = ["/items", to("/items/:id")];
const aStatistic = ["/exam-statistics", /^\/exam-statistics\/[0-9a-f-]{36}/];

/** Every page of app/routes.ts that the demo world can show as it is: who opens it, and how it is reached. The first that is listed is looked at. */
export const ways: Readonly<Record<string, readonly Way[]>> = {
  "/": [way(partner, "/"), way(auditor, "/"), way(engineer, "/")],
  "/sign-in": [way("", "/sign-in")],
  "/forgot-password": [way("", "/forgot-password")],
  "/link/:token": [way("", "/link/used-up")],
  "/gallery/:view?": [way("", "/gallery"), way("", "/gallery/forms"), way("", "/gallery/lists")],
  "/verify/:number?": [way("", "/verify"), way("", "/verify/SLA-0000-0000-0000-00"), way("", "/verify/abc")],
  "/*": [way("", "/no-such-page"), way(partner, "/audit")],
  "/organisations": [way(auditor, "/organisations"), way(auditor, "/organisations?text=nobody-is-called-so")],
  "/organisations/new": [way(portalAdmin, "/organisations/new")],
  "/organisations/:organisationId": [way(auditor, "/organisations", to("/organisations/:id"))],
  "/organisations/:organisationId/people": [way(distributor, "/", "./people")],
  "/organisations/:organisationId/people/new": [way(distributor, "/", "./people/new")],
  "/organisations/:organisationId/people/:personId": [
    way(distributor, "/", "./people", /\/people\/[0-9a-f-]{36}$/),
    way(portalAdmin, "/organisations", to("/organisations/:id"), "./people", /\/people\/[0-9a-f-]{36}$/),
  ],
  "/organisations/:organisationId/what-if": [way(distributor, "/", "./what-if")],
  "/organisations/:organisationId/absences": [way(distributor, "/", "./absences")],
  "/organisations/:organisationId/second-level": [way(distributor, "/", "./second-level")],
  "/organisations/:organisationId/decisions": [
    way(portalAdmin, "/organisations", to("/organisations/:id"), "./decisions"),
    way(auditor, "/organisations", to("/organisations/:id"), "./decisions"),
  ],
  "/organisations/forecast": [way(auditor, "/organisations/forecast")],
  "/support-contacts": [way(portalAdmin, "/support-contacts"), way(partner, "/support-contacts")],
  "/support-contacts/business-days": [way(portalAdmin, "/support-contacts/business-days")],
  "/exam-windows": [way(examiner, "/exam-windows")],
  "/marking": [way(examiner, "/marking")],
  "/marking/:attemptId/:ordinal": [way(examiner, "/marking", /^\/marking\/[0-9a-f-]{36}\/\d+$/)],
  "/second-level-applications": [way(portalAdmin, "/second-level-applications")],
  "/attempts/:attemptId": [
    way(
      examiner,
      "/organisations?text=Nordlicht",
      to("/organisations/:id"),
      "./people",
      /\/people\/[0-9a-f-]{36}$/,
      to("/attempts/:id"),
    ),
  ],
  "/me": [way(engineer, "/me"), way(distributor, "/me")],
  "/my-calendar": [way(engineer, "/my-calendar")],
  "/my-mails": [way(engineer, "/my-mails")],
  "/notices": [way(portalAdmin, "/notices"), way(auditor, "/notices?recipient=nobody-is-called-so")],
  "/notices/preview": [way(auditor, "/notices/preview")],
  "/jobs": [way(portalAdmin, "/jobs")],
  "/audit": [way(auditor, "/audit"), way(auditor, "/audit?verify=yes&action=nothing")],
  "/mailbox": [way(trainer, "/mailbox"), way(trainer, "/mailbox?to=nobody@example.org")],
  "/mailbox/:key": [way(trainer, "/mailbox", /^\/mailbox\/./)],
  "/certificates/:certificateId": [
    way(engineer, "/me", to("/certificates/:id")),
    way(
      examiner,
      "/organisations?text=Nordlicht",
      to("/organisations/:id"),
      "./people",
      /\/people\/[0-9a-f-]{36}$/,
      to("/certificates/:id"),
    ),
  ],
  "/exam": [way(engineer, "/exam"), way(distributor, "/exam")],
  "/exam/:attemptId/result": [way(engineer, "/me", to("/exam/:id/result"))],
  "/practice": [way(engineer, "/practice")],
  "/forms": [way(examiner, "/forms")],
  "/programme": [way(examiner, "/programme"), way(auditor, "/programme")],
  "/items": [way(examiner, "/items"), way(examiner, "/items?text=nothing-is-called-so")],
  "/items/new": [
    way(examiner, "/items/new"),
    way(examiner, "/items/new?kind=single_choice"),
    way(examiner, "/items/new?generator=hop_loss"),
  ],
  "/items/import": [way(examiner, "/items/import")],
  "/items/:itemId": [way(examiner, ...anItem)],
  "/items/:itemId/change": [way(examiner, ...anItem, "./change")],
  "/exam-statistics": [way(examiner, "/exam-statistics")],
  "/exam-statistics/:itemVersionId": [way(examiner, ...aStatistic)],
  "/cut-score": [way(examiner, "/cut-score")],
  "/regrades": [way(examiner, "/regrades")],
  "/regrades/new": [way(examiner, ...aStatistic, /^\/regrades\/new/)],
  "/training": [
    way(partner, "/training"),
    way(trainer, "/training?month=2020-01"),
    way(trainer, "/training?language=en"),
  ],
  "/training/new": [way(trainer, "/training/new")],
  "/training/:trainingSessionId": [
    way(partner, "/training", to("/training/:id")),
    way(trainer, "/training", to("/training/:id")),
  ],
  "/training/:trainingSessionId/change": [way(trainer, "/training", to("/training/:id"), "./change")],
  "/training/:trainingSessionId/attendance": [way(trainer, "/training", to("/training/:id"), "./attendance")],
};

/** Each way by itself, under a name for it. */
export const listed = Object.entries(ways).flatMap(([path, each]) =>
  each.map((way) => ({ path, way, title: `${path} ${way.as} ${way.steps.at(-1)}` })),
);

/** Pages that show what people have written, each in their own language, or mails to people of both. */
export const otherPeoplesWords: ReadonlySet<string> = new Set([
  "/",
  "/audit",
  "/items",
  "/items/:itemId",
  "/mailbox",
  "/mailbox/:key",
  "/marking/:attemptId/:ordinal",
  "/organisations",
  "/organisations/:organisationId/decisions",
  "/second-level-applications",
  "/support-contacts/business-days",
]);

/** Pages whose title is a name, or the subject of a mail. */
export const named: ReadonlySet<string> = new Set([
  // Leads partner admins to their organisation.
  "/",
  "/organisations/:organisationId",
  "/organisations/:organisationId/people/:personId",
  "/mailbox/:key",
]);

/** Pages of something under way that the demo world does not hold: accessibility-under-way.test.ts begins it in a copy. */
export const begun: readonly string[] = [
  "/exam/:attemptId",
  "/exam/:attemptId/hand-in",
  "/practice/:roundId",
  "/practice/:roundId/mock",
  "/practice/:roundId/hand-in",
  "/cut-score/:studyId",
  "/cut-score/:studyId/rate",
  "/regrades/:regradeId",
];

/** Where the way ends. Only addresses are followed, without a browser; what stands there is not looked at. */
export async function addressOf(request: APIRequestContext, { steps }: Way): Promise<string> {
  let address = "/";
  for (const step of steps) {
    if (typeof step === "string" && step.startsWith("/")) {
      address = step;
      continue;
    }
    // A connection that the server has just closed is no fault.
    const response = await request.get(address, { maxRetries: 3 });
    const here = new URL(response.url()).pathname;
    address = typeof step === "string" ? here + step.slice(1) : linkIn(await response.text(), step, here);
  }
  return address;
}

function linkIn(html: string, pattern: RegExp, here: string): string {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const links = [...main.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const found = links.find((href) => pattern.test(href));
  if (!found) throw new Error(`${here} has no link to ${pattern}`);
  return found;
}
