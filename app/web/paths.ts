import { imageAddress } from "~/examination/images/image-address";

/** Every address of the portal, so that no link is spelled by hand. */
const query = (values: Record<string, string | number | undefined>): string => {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return set.length === 0 ? "" : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
};

const withFormat = (search: string, format: string): string => {
  const asked = new URLSearchParams(search);
  asked.set("format", format);
  return `?${asked}`;
};

export const paths = {
  home: () => "/",
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  signOut: () => "/sign-out",
  forgotPassword: () => "/forgot-password",
  oneTimeLink: (token: string) => `/link/${token}`,
  language: () => "/language",
  account: () => "/account",
  /** `search` begins with a question mark; without one the person's first view opens. */
  organisations: (search = "") => `/organisations${search}`,
  /** `search` is the page's, with its filter. */
  organisationsExport: (format: "csv" | "xlsx", search = "") => `/organisations/export/${format}${search}`,
  /** Clause 2.5 per person of the same organisations. */
  readinessExport: (format: "csv" | "xlsx", search = "") => `/organisations/support-access/${format}${search}`,
  forecast: () => "/organisations/forecast",
  newOrganisation: () => "/organisations/new",
  organisation: (id: string, on?: string) => `/organisations/${id}${query({ on })}`,
  whatIf: (organisationId: string) => `/organisations/${organisationId}/what-if`,
  secondLevel: (organisationId: string, done?: string) =>
    `/organisations/${organisationId}/second-level${query({ done })}`,
  absences: (organisationId: string) => `/organisations/${organisationId}/absences`,
  applications: () => "/second-level-applications",
  decisions: (organisationId: string) => `/organisations/${organisationId}/decisions`,
  people: (organisationId: string) => `/organisations/${organisationId}/people`,
  newPerson: (organisationId: string) => `/organisations/${organisationId}/people/new`,
  member: (organisationId: string, personId: string) => `/organisations/${organisationId}/people/${personId}`,
  training: (month?: string) => `/training${query({ month })}`,
  /** The calendar, with free seats of one course only. */
  freeTraining: (course: string, month?: string) => `/training${query({ month, course, seats: "free" })}`,
  newTrainingSession: () => "/training/new",
  trainingSession: (id: string, done?: string) => `/training/${id}${query({ done })}`,
  /** With the organisation and those of its people preselected who are to be enrolled. */
  enrolInTraining: (id: string, organisationId: string, personIds: readonly string[]) =>
    `/training/${id}${query({ organisation: organisationId, people: personIds.join(",") })}`,
  changeTrainingSession: (id: string) => `/training/${id}/change`,
  attendance: (id: string, part?: number, saved?: string) => `/training/${id}/attendance${query({ part, saved })}`,
  myRecord: () => "/me",
  exam: () => "/exam",
  attempt: (id: string, item?: number) => `/exam/${id}${query({ item })}`,
  answer: (id: string) => `/exam/${id}/answer`,
  examItems: (id: string) => `/exam/${id}/items`,
  examNote: (id: string) => `/exam/${id}/note`,
  examEvents: (id: string) => `/exam/${id}/events`,
  handIn: (id: string) => `/exam/${id}/hand-in`,
  examResult: (id: string) => `/exam/${id}/result`,
  examWindows: (done?: "set" | "withdrawn") => `/exam-windows${query({ done })}`,
  /** How it was sat, for exam managers. */
  attemptRecord: (id: string) => `/attempts/${id}`,
  practice: (section?: string) => `/practice${query({ section })}`,
  practiceRound: (id: string, item?: number) => `/practice/${id}${query({ item })}`,
  /** A round that is a mock examination, while it lasts. */
  mockExam: (roundId: string, item?: number) => `/practice/${roundId}/mock${query({ item })}`,
  mockAnswer: (roundId: string) => `/practice/${roundId}/answer`,
  mockItems: (roundId: string) => `/practice/${roundId}/items`,
  mockNote: (roundId: string) => `/practice/${roundId}/note`,
  mockHandIn: (roundId: string) => `/practice/${roundId}/hand-in`,
  formOutlook: () => "/forms",
  programme: (published?: number) => `/programme${query({ published })}`,
  examStatistics: () => "/exam-statistics",
  itemStatistics: (itemVersionId: string) => `/exam-statistics/${itemVersionId}`,
  /** `search` is the page's, with its filter. */
  examStatisticsExport: (format: "csv" | "xlsx", search = "") => `/exam-statistics/export/${format}${search}`,
  cutScores: () => "/cut-score",
  cutScore: (studyId: string) => `/cut-score/${studyId}`,
  /** The item among those of its section, to be read while the ratings are discussed. */
  ratedItem: (studyId: string, itemVersionId: string) =>
    `/cut-score/${studyId}/rate?item=${itemVersionId}#item-${itemVersionId}`,
  rateItems: (studyId: string, section?: string, saved?: string) =>
    `/cut-score/${studyId}/rate${query({ section, saved })}`,
  marking: (done?: string) => `/marking${query({ done })}`,
  markReport: (attemptId: string, ordinal: number) => `/marking/${attemptId}/${ordinal}`,
  regrades: () => "/regrades",
  regrade: (id: string) => `/regrades/${id}`,
  undoRegrade: (id: string, certificates: string) => `/regrades/${id}${query({ undo: certificates })}`,
  newRegrade: (itemVersionId: string) => `/regrades/new${query({ itemVersion: itemVersionId })}`,
  items: () => "/items",
  newItem: (kind?: string) => `/items/new${query({ kind })}`,
  newGeneratedItem: (generator: string) => `/items/new${query({ generator })}`,
  importItems: () => "/items/import",
  /** After a file that was too large to be read. */
  importedTooLarge: () => "/items/import?file=too_large",
  /** `search` is the question put to the list. */
  exportItems: (format: string, search = "") => `/items/export${withFormat(search, format)}`,
  item: (
    id: string,
    asked: { version?: number; against?: number; in?: string; example?: number; done?: string } = {},
  ) => `/items/${id}${query(asked)}`,
  changeItem: (id: string) => `/items/${id}/change`,
  exhibitImage: imageAddress,
  imageUpload: () => "/exhibit-images",
  certificate: (id: string) => `/certificates/${id}`,
  certificateDocument: (id: string) => `/certificates/${id}/document`,
  verify: (number?: string) => (number ? `/verify/${number}` : "/verify"),
  /** After a file that was too large to be compared. */
  verifiedTooLarge: () => "/verify?file=too_large",
  supportContacts: () => "/support-contacts",
  businessDays: (entity?: string) => `/support-contacts/business-days${query({ entity })}`,
  myMails: () => "/my-mails",
  myCalendar: () => "/my-calendar",
  /** For calendar programs, which have no account. */
  calendar: (token: string) => `/calendars/${token}.ics`,
  notices: () => "/notices",
  noticesPreview: (on?: string) => `/notices/preview${on ? `?on=${on}` : ""}`,
  jobs: () => "/jobs",
  audit: () => "/audit",
  mailbox: () => "/mailbox",
  /** `key` by `mailboxKey`. */
  mailboxMessage: (key: string) => `/mailbox/${key}`,
  mailboxHtml: (key: string) => `/mailbox/${key}/html`,
  mailboxAttachment: (key: string, filename: string) => `/mailbox/${key}/attachments/${filename}`,
} as const;

/** A Message-ID as a part of an address, without its angle brackets; and back, decoded as the router hands it over. */
export const mailboxKey = (messageId: string): string => encodeURIComponent(messageId.replace(/^<|>$/g, ""));
export const messageIdOf = (key: string): string => `<${key}>`;

/** Only an address of the portal itself may be gone back to after signing in. */
export function safeReturn(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) && next.length < 2_000 ? next : paths.home();
}
