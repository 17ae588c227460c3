import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

const page = (path: string, folder: string) => route(path, `routes/${folder}/route.tsx`);
const resource = (path: string, folder: string) => route(path, `routes/${folder}/route.ts`);

/** Every address, once. `web/paths.ts` builds links to them; the access matrix in test/routes says who may open which. */
export default [
  index("routes/home/route.tsx"),
  page("sign-in", "sign-in"),
  page("forgot-password", "forgot-password"),
  page("link/:token", "one-time-link"),
  resource("sign-out", "sign-out"),
  resource("language", "language"),
  page("gallery", "gallery"),
  route("verify/:number?", "routes/verify/route.tsx"),
  resource("certificates/:certificateId/document", "certificate-document"),
  resource("mailbox/:key/html", "mailbox-html"),
  page("exam/:attemptId", "exam-attempt"),
  resource("exam/:attemptId/answer", "exam-answer"),
  resource("exam/:attemptId/items", "exam-items"),
  page("exam/:attemptId/hand-in", "exam-hand-in"),
  layout("routes/portal-frame/route.tsx", [
    page("organisations", "organisations"),
    page("organisations/new", "organisation-new"),
    page("organisations/:organisationId", "organisation"),
    page("organisations/:organisationId/people", "people"),
    page("organisations/:organisationId/people/new", "person-new"),
    page("organisations/:organisationId/people/:personId", "person"),
    page("me", "my-record"),
    page("notices", "notices"),
    page("notices/preview", "notices-preview"),
    page("jobs", "jobs"),
    page("audit", "audit"),
    page("mailbox", "mailbox"),
    page("mailbox/:key", "mailbox-message"),
    page("certificates/:certificateId", "certificate"),
    page("exam", "exam"),
    page("exam/:attemptId/result", "exam-result"),
    page("practice", "practice"),
    page("practice/:roundId", "practice-round"),
    page("forms", "form-outlook"),
    page("training", "training-calendar"),
    route("training/new", "routes/training-session-form/new.tsx"),
    page("training/:trainingSessionId", "training-session"),
    route("training/:trainingSessionId/change", "routes/training-session-form/change.tsx"),
    page("training/:trainingSessionId/attendance", "training-attendance"),
  ]),
  page("*", "not-found"),
] satisfies RouteConfig;
