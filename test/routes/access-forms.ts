import { currentDeclaration } from "~/examination/declaration";
import type { Place } from "./access-world";

type Fields = Readonly<Record<string, string>>;

/** What a `POST` line of the access matrix sends. */
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

/** By the key of the `POST` line. */
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
  "/exam": {
    complete: () => ({ rules: "on", honour: "on", declaration: String(currentDeclaration), programme: "1" }),
  },
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
  "/programme": { complete: () => ({ step: "check", durationMinutes: "60", reason: "of the test" }) },
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
    complete: () => ({ step: "undo", certificates: "kept", fingerprint: "", reason: "of the test" }),
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
