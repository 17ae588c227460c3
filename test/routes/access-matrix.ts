import type { Place } from "./access-world";

/**
 * Who may what, at every address. To add a route: one line `GET` for its loader and one line `POST` for its action (several, with a `#name`,
 * where the action does several things), and for each `POST` line what is sent in `forms` below. A route that is not listed fails the test.
 *
 * A cell is the answer to the person at the head of the column: `in` to the sign-in page, `go` redirected elsewhere, `ok` admitted, or
 * the status of the refusal. Three answers `a,b,c` are those for things of the own distributor, of its reseller, and of a foreign partner;
 * one answer holds for all three. What nobody has must be answered as what is foreign, or with 404; `absent=` says otherwise (`a/b`: either).
 */
export const matrix = `
                                                         nobody auditor training exam portal partner_admin engineer   certified  reseller_engineer
GET  /                                                   in     go      go       go   go     go            go         go         go
GET  /sign-in                                            ok     go      go       go   go     go            go         go         go
POST /sign-in                                            ok     go      go       go   go     go            go         go         go
GET  /forgot-password                                    ok     ok      ok       ok   ok     ok            ok         ok         ok
POST /forgot-password                                    ok     ok      ok       ok   ok     ok            ok         ok         ok
GET  /link/:token                                        ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=ok
POST /link/:token                                        ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=409
GET  /sign-out                                           go     go      go       go   go     go            go         go         go
POST /sign-out                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /language                                           go     go      go       go   go     go            go         go         go
POST /language                                           ok     ok      ok       ok   ok     ok            ok         ok         ok
GET  /gallery/:view?                                     ok     ok      ok       ok   ok     ok            ok         ok         ok
GET  /verify/:number?                                    ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=ok
POST /verify/:number?                                    ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=ok
GET  /calendars/:file                                    ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=404
GET  /*                                                  404    404     404      404  404    404           404        404        404

GET  /organisations                                      in     ok      ok       ok   ok     403           403        403        403
POST /organisations#save_view                            in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/forecast                             in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/export/:format                       in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/support-access/:format               in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/new                                  in     403     403      403  ok     403           403        403        403
POST /organisations/new                                  in     403     403      403  ok     403           403        403        403
GET  /organisations/:organisationId                      in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId                      in     403     403      403  ok     403           403        403        403
GET  /organisations/:organisationId/what-if              in     ok      ok       ok   ok     ok,ok,404     403        403        403
GET  /organisations/:organisationId/absences             in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/absences             in     403     403      403  403    ok,ok,404     403        403        403
GET  /organisations/:organisationId/second-level         in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/second-level#apply   in     403     403      403  403    ok,ok,404     403        403        403
POST /organisations/:organisationId/second-level#approve in     403     403      403  ok     403,403,404   403        403        403
POST /organisations/:organisationId/second-level#opt_out in     403     403      403  ok     ok,ok,404     403        403        403
GET  /second-level-applications                          in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/:organisationId/decisions            in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/decisions            in     403     403      403  ok     403           403        403        403
GET  /organisations/:organisationId/people               in     ok      ok       ok   ok     ok,ok,404     403        403        403
GET  /organisations/:organisationId/people/new           in     403     403      403  ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/people/new           in     403     403      403  ok     ok,ok,404     403        403        403
GET  /organisations/:organisationId/people/:personId     in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/people/:personId#attest in  403     403      403  403    ok,ok,404     403        403        403
POST /organisations/:organisationId/people/:personId     in     403     403      403  ok     ok,ok,404     403        403        403

GET  /me                                                 in     ok      ok       ok   ok     ok            ok         ok         ok
POST /me                                                 in     403     403      403  403    ok            ok         ok         ok
GET  /support-contacts                                   in     ok      ok       ok   ok     ok            ok         ok         ok
POST /support-contacts                                   in     403     403      403  ok     403           403        403        403
GET  /support-contacts/business-days                     in     ok      ok       ok   ok     403           403        403        403
POST /support-contacts/business-days                     in     403     403      403  ok     403           403        403        403
GET  /my-mails                                           in     ok      ok       ok   ok     ok            ok         ok         ok
POST /my-mails                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /my-calendar                                        in     ok      ok       ok   ok     ok            ok         ok         ok
POST /my-calendar                                        in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /notices                                            in     ok      403      403  ok     403           403        403        403
POST /notices                                            in     403     403      403  ok     403           403        403        403
GET  /notices/preview                                    in     ok      403      403  ok     403           403        403        403
GET  /jobs                                               in     ok      403      403  ok     403           403        403        403
POST /jobs                                               in     403     403      403  ok     403           403        403        403
GET  /audit                                              in     ok      403      403  ok     403           403        403        403
GET  /mailbox                                            in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /mailbox/:key                                       in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /mailbox/:key/html                                  in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /mailbox/:key/attachments/:filename                 in     ok      ok       ok   ok     ok            ok         ok         ok

GET  /training                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /training/new                                       in     403     ok       403  403    403           403        403        403
POST /training/new                                       in     403     ok       403  403    403           403        403        403
GET  /training/:trainingSessionId                        in     ok      ok       ok   ok     ok            ok         ok         ok
POST /training/:trainingSessionId#enrol                  in     403     ok       403  403    ok,ok,404     403        403        403
POST /training/:trainingSessionId#enrol_self             in     403     403      403  403    403           403        403        403                absent=403/404
POST /training/:trainingSessionId#accept                 in     404     ok       404  404    ok,ok,404     404        404        404
POST /training/:trainingSessionId#withdraw               in     404     ok       404  404    ok,ok,404     404        404        404
GET  /training/:trainingSessionId/change                 in     403     ok       403  403    403           403        403        403
POST /training/:trainingSessionId/change                 in     403     ok       403  403    403           403        403        403
GET  /training/:trainingSessionId/attendance             in     403     ok       403  403    403           403        403        403
POST /training/:trainingSessionId/attendance             in     403     ok       403  403    403           403        403        403

GET  /practice                                           in     ok      ok       ok   ok     ok            ok         ok         ok
POST /practice                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /practice/:roundId                                  in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:roundId                                  in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/mock                         in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:mockRoundId/mock                         in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/answer                       in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:mockRoundId/answer                       in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/items                        in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:mockRoundId/note                         in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/hand-in                      in     404     404      404  404    404           404        ok,404,404 404
GET  /items                                              in     ok      403      ok   403    403           403        403        403
GET  /items/export                                       in     ok      403      ok   403    403           403        403        403
GET  /items/new                                          in     403     403      ok   403    403           403        403        403
POST /items/new                                          in     403     403      ok   403    403           403        403        403
GET  /items/import                                       in     403     403      ok   403    403           403        403        403
POST /items/import                                       in     403     403      ok   403    403           403        403        403
GET  /items/:itemId                                      in     ok      403      ok   403    403           403        403        403
POST /items/:itemId#comment                              in     403     403      ok   403    403           403        403        403
POST /items/:itemId#settle                               in     403     403      ok   403    403           403        403        403
POST /items/:itemId#retire                               in     403     403      ok   403    403           403        403        403
GET  /items/:itemId/change                               in     403     403      ok   403    403           403        403        403
POST /items/:itemId/change                               in     403     403      ok   403    403           403        403        403
GET  /forms                                              in     ok      403      ok   403    403           403        403        403

GET  /exam                                               in     403     403      403  403    ok            ok         ok         ok
POST /exam                                               in     403     403      403  403    ok            go         ok         go
GET  /exam/:runningAttemptId                             in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId                             in     403     403      403  403    404           ok,404,404 404        404,ok,404
GET  /exam/:runningAttemptId/answer                      in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId/answer                      in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exhibit-images                                     in     403     403      ok   403    403           403        403        403
GET  /exhibit-images/:sha256                             in     ok      404      ok   404    404           404        404        404                absent=404
GET  /exam/:runningAttemptId/items                       in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId/note                        in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId/events                      in     403     403      403  403    404           ok,404,404 404        404,ok,404
GET  /exam-windows                                       in     ok      403      ok   403    403           403        403        403
POST /exam-windows                                       in     403     403      ok   403    403           403        403        403
GET  /attempts/:finishedAttemptId                        in     ok      403      ok   403    403           403        403        403
GET  /exam/:runningAttemptId/hand-in                     in     403     403      403  403    404           ok,404,404 404        404,ok,404
GET  /exam/:finishedAttemptId/result                     in     ok      ok       ok   ok     ok,ok,404     404        ok,404,404 404
GET  /certificates/:certificateId                        in     ok      ok       ok   ok     ok,ok,404     404        ok,404,404 404
POST /certificates/:certificateId                        in     403     403      ok   403    403           403        403        403
GET  /certificates/:certificateId/document               in     ok      ok       ok   ok     ok,ok,404     404        ok,404,404 404

GET  /exam-statistics                                    in     ok      403      ok   403    403           403        403        403
GET  /exam-statistics/:itemVersionId                     in     ok      403      ok   403    403           403        403        403
GET  /exam-statistics/export/:format                     in     ok      403      ok   403    403           403        403        403
GET  /marking                                            in     ok      403      ok   ok     403           403        403        403
GET  /marking/:markedAttemptId/:markedOrdinal            in     ok      403      ok   ok     403           403        403        403
POST /marking/:markedAttemptId/:markedOrdinal            in     403     403      ok   403    403           403        403        403
GET  /regrades                                           in     ok      403      ok   403    403           403        403        403
GET  /regrades/new                                       in     403     403      404  403    403           403        403        403
POST /regrades/new                                       in     403     403      404  403    403           403        403        403
GET  /regrades/:regradeId                                in     ok      403      ok   403    403           403        403        403
POST /regrades/:regradeId                                in     403     403      ok   403    403           403        403        403
GET  /cut-score                                          in     ok      ok       ok   ok     ok            ok         ok         ok
POST /cut-score                                          in     403     403      ok   403    403           403        403        403
GET  /cut-score/:studyId                                 in     ok      404      ok   404    404           404        404        404
POST /cut-score/:studyId#conduct                         in     403     403      ok   403    403           403        403        403
POST /cut-score/:studyId#remark                          in     ok      404      ok   404    404           404        404        404
GET  /cut-score/:studyId/rate                            in     ok      404      ok   404    404           404        404        404
POST /cut-score/:studyId/rate                            in     ok      404      ok   404    404           404        404        404

POST /practice/:mockRoundId/hand-in                      in     404     404      404  404    404           404        ok,404,404 404
POST /exam/:runningAttemptId/hand-in                     in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /training/:trainingSessionId#cancel                 in     403     ok       403  403    403           403        403        403
`;

type Fields = Readonly<Record<string, string>>;

/** What a `POST` line sends. */
interface Sent {
  /** By whom is refused: all that the action needs to change something, were it not refused. */
  readonly complete: (place: Place, day: string) => Fields;
  /** By whom is admitted: nothing at all, unless said otherwise, so that nothing changes for the lines below. */
  readonly probe?: (place: Place, day: string) => Fields;
  /** What the admitted are answered, the first and whoever comes after; a form that lacks everything is a 400. */
  readonly admitted?: number | readonly number[];
  /** Sent as JSON rather than as a form. */
  readonly asJson?: boolean;
  /** What `complete` cannot hold: sent in its place. */
  readonly json?: unknown;
}

const aSession = (day: string, place: Place): Fields => ({
  courseCode: "second-level",
  trainerId: place.personId,
  language: "en",
  timeZone: "Europe/Berlin",
  partCount: "1",
  day1: day,
  from1: "09:00",
  to1: "12:00",
  capacity: "5",
  place: "Karlsruhe",
  closesDay: day,
  closesTime: "08:00",
  currency: "EUR",
  revision: "1",
});

export const forms: Readonly<Record<string, Sent>> = {
  "/sign-in": { complete: () => ({}) },
  "/forgot-password": { complete: () => ({}) },
  "/link/:token": { complete: () => ({}) },
  "/sign-out": { complete: () => ({ everywhere: "yes" }), admitted: 302 },
  "/language": { complete: () => ({}), admitted: 404 },
  "/verify/:number?": { complete: () => ({}) },
  "/practice": { complete: () => ({ section: "storage" }), probe: () => ({ section: "none" }) },
  "/practice/:roundId": { complete: () => ({ go: "finish" }), admitted: 302 },
  "/practice/:mockRoundId/mock": { complete: () => ({ ordinal: "1", flagged: "on" }), admitted: 404 },
  "/practice/:mockRoundId/answer": {
    complete: () => ({ client: "other" }),
    json: { client: "other", answer: { ordinal: 1, sequence: 1, agoMs: 0, flagged: true, given: {} } },
    asJson: true,
  },
  "/practice/:mockRoundId/note": {
    complete: () => ({ client: "other" }),
    json: { client: "other", note: { ordinal: 1, sequence: 1, text: "of the test" } },
    asJson: true,
  },
  "/practice/:mockRoundId/hand-in": { complete: () => ({}), admitted: 302 },
  "/exhibit-images": { complete: () => ({ file: "" }) },
  "/items/new": { complete: () => ({ intent: "save", code: "NEW-001" }), admitted: 404 },
  "/items/import": { complete: () => ({ text: "{}" }) },
  "/items/:itemId#comment": { complete: () => ({ step: "comment", version: "1", remark: "a remark" }) },
  "/items/:itemId#settle": { complete: () => ({ step: "resolved", remarkId: "1" }) },
  "/items/:itemId#retire": {
    complete: () => ({ step: "retired", version: "1", remark: "of the test" }),
    probe: () => ({ step: "retired" }),
  },
  "/items/:itemId/change": {
    complete: () => ({ intent: "save", basedOn: "1" }),
    probe: () => ({ intent: "save", basedOn: "1" }),
  },
  "/organisations/new": {
    complete: () => ({
      name: "Neuwerk",
      contractingEntity: "ionos_se",
      levelCode: "partner",
      timeZone: "Europe/Berlin",
      language: "de",
    }),
  },
  "/organisations#save_view": { complete: () => ({ intent: "save_view", name: "Mine" }), probe: () => ({}) },
  "/organisations/:organisationId/decisions": {
    complete: (_place, day) => ({ intent: "decide", outcome: "granted", effectiveOn: day, reason: "of the test" }),
  },
  "/organisations/:organisationId": {
    complete: (_place, day) => ({ levelCode: "partner", from: day }),
    probe: (_place, day) => ({ levelCode: "partner", from: day }),
    admitted: 302,
  },
  "/organisations/:organisationId/second-level#apply": {
    complete: () => ({ intent: "apply", reason: "of the test", plan: "of the test" }),
    probe: () => ({ intent: "apply" }),
  },
  "/organisations/:organisationId/second-level#approve": {
    complete: ({ adminId }, day) => ({ intent: "approve", applicationId: adminId, from: day }),
    probe: () => ({ intent: "approve" }),
  },
  "/organisations/:organisationId/second-level#opt_out": {
    complete: () => ({ intent: "opt_out", sure: "yes" }),
    probe: () => ({ intent: "opt_out" }),
  },
  "/organisations/:organisationId/people/new": {
    complete: () => ({ fullName: "Nia New", email: "nia@example.org", language: "en", administrator: "on" }),
  },
  "/organisations/:organisationId/people/:personId#attest": {
    complete: () => ({ intent: "attest", "points[0]": "dcd_access" }),
    probe: () => ({ intent: "attest", "points[0]": "nothing" }),
  },
  "/organisations/:organisationId/people/:personId": {
    complete: (_place, day) => ({ intent: "end", endsOn: day }),
  },
  "/organisations/:organisationId/absences": {
    complete: ({ adminId }, day) => ({ intent: "plan_absence", personId: adminId, from: day, through: day }),
  },
  "/me": { complete: () => ({ intent: "plan_absence" }), admitted: 404 },
  "/support-contacts": {
    complete: (_place, day) => ({
      intent: "schedule",
      entity: "ionos_se",
      role: "support",
      phone: "1",
      effectiveOn: day,
    }),
  },
  "/support-contacts/business-days": {
    complete: (_place, day) => ({ intent: "add", entity: "ionos_se", name: "Of the test", day }),
  },
  "/my-calendar": { complete: () => ({ intent: "create" }), probe: () => ({ intent: "nothing" }) },
  "/my-mails": { complete: () => ({ "wanted[0]": "restored" }), admitted: 302 },
  "/notices": { complete: ({ outboxMessageId }) => ({ outboxMessageId }) },
  "/jobs": { complete: () => ({ job: "housekeeping" }) },
  "/training/new": { complete: (place, day) => aSession(day, place) },
  "/training/:trainingSessionId#enrol": {
    complete: ({ organisationId, sitterId }) => ({ intent: "enrol", organisationId, "personIds[0]": sitterId }),
    probe: ({ organisationId, adminId }) => ({ intent: "enrol", organisationId, "personIds[0]": adminId }),
    admitted: 409,
  },
  "/training/:trainingSessionId#enrol_self": { complete: () => ({ intent: "enrol_self" }) },
  "/training/:trainingSessionId#accept": {
    complete: ({ enrolmentId }) => ({ intent: "accept", enrolmentId }),
    probe: ({ endedEnrolmentId: enrolmentId }) => ({ intent: "accept", enrolmentId }),
    admitted: 409,
  },
  "/training/:trainingSessionId#withdraw": {
    complete: ({ enrolmentId }) => ({ intent: "withdraw", enrolmentId }),
    probe: ({ endedEnrolmentId: enrolmentId }) => ({ intent: "withdraw", enrolmentId }),
    admitted: 409,
  },
  "/training/:trainingSessionId#cancel": {
    complete: () => ({ intent: "cancel" }),
    probe: () => ({ intent: "cancel" }),
    admitted: [302, 409],
  },
  "/training/:trainingSessionId/change": { complete: (place, day) => aSession(day, place) },
  "/training/:trainingSessionId/attendance": { complete: ({ partId }) => ({ partId, intent: "all_present" }) },
  "/exam": { complete: () => ({ rules: "on", honour: "on", declaration: "1" }) },
  "/exam/:runningAttemptId": { complete: () => ({ ordinal: "1", flagged: "on" }), admitted: 404 },
  "/exam/:runningAttemptId/answer": { complete: () => ({ client: "other" }), asJson: true },
  "/exam-windows": {
    complete: (_, day) => ({
      opensDay: day,
      opensTime: "08:00",
      closesDay: day,
      closesTime: "18:00",
      timeZone: "UTC",
      agreed: "closes_always_open",
      reason: "of the test",
    }),
  },
  "/exam/:runningAttemptId/note": {
    complete: () => ({ client: "other" }),
    json: { client: "other", note: { ordinal: 1, sequence: 1, text: "of the test" } },
    asJson: true,
  },
  "/exam/:runningAttemptId/events": {
    complete: () => ({ client: "other" }),
    json: { client: "other", events: [{ sequence: 1, kind: "focus_lost", ordinal: 1, agoMs: 0 }] },
    asJson: true,
  },
  "/exam/:runningAttemptId/hand-in": { complete: () => ({}), admitted: 302 },
  "/marking/:markedAttemptId/:markedOrdinal": { complete: () => ({ remark: "of the test" }) },
  "/regrades/new": { complete: () => ({ treatment: "full_marks", reason: "of the test" }) },
  "/regrades/:regradeId": {
    complete: () => ({ step: "undo", certificates: "kept", reason: "of the test" }),
  },
  "/cut-score": { complete: () => ({ title: "Another", forms: "1", judges: "a@example.org b@example.org" }) },
  "/cut-score/:studyId#conduct": { complete: () => ({ step: "abandon", reason: "of the test" }) },
  "/cut-score/:studyId#remark": {
    complete: ({ itemVersionId }) => ({ step: "remark", itemVersionId, remark: "of the test" }),
    probe: () => ({ step: "remark" }),
  },
  "/cut-score/:studyId/rate": {
    complete: ({ itemVersionId }) => ({ [`percent-${itemVersionId}`]: "50" }),
    admitted: 302,
  },
  "/certificates/:certificateId": {
    complete: (_place, day) => ({ decision: "revoke", from: day, reasonClass: "conduct", note: "of the test" }),
  },
};
