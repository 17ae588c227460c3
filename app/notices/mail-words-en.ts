import { addDays } from "~/kernel/calendar";
import { formatInstant } from "~/kernel/instant-words";
import type { Audience } from "./audience";
import { examEnglish } from "./exam-words-en";
import type { BelowAheadFacts, BelowNowFacts, FallCause, LapseFacts } from "./mail-facts";
import { day, ofHolder, sentences, whyYou } from "./mail-sentences-en";
import { staffEnglish } from "./staff-words-en";
import { trainingEnglish } from "./training-words-en";
import type { WordsByTemplate } from "./worded-mail";

const count = (value: number): string =>
  value === 1 ? "1 certified administrator" : `${value} certified administrators`;

/** "Your certificate", or whose. */
const certificateOf = ({ audience, personName }: { audience: Audience; personName: string }): string =>
  audience === "holder" ? "Your certificate" : `The certificate of ${personName}`;

const lapseConsequence = (facts: LapseFacts): string => {
  const from = day(addDays(facts.validThrough, 1));
  return ofHolder(
    facts,
    `If nothing is done, you no longer count among the certified administrators of ${facts.organisationName} from ${from}.`,
    `If nothing is done, ${facts.personName} no longer counts among the certified administrators of ${facts.organisationName} from ${from}.`,
  );
};

function cause({ causeKind, causePersonName }: FallCause): string {
  const who = causePersonName ?? "one person";
  switch (causeKind) {
    case "certificate_ends":
      return `The certificate of ${who} ends.`;
    case "certificate_suspended":
      return `The certificate of ${who} is suspended.`;
    case "certificate_revoked":
      return `The certificate of ${who} was revoked.`;
    case "membership_ends":
      return `The membership of ${who} ends.`;
    case "not_administrator":
      return `${who} no longer counts as administrator.`;
    case "level_changed":
      return "The programme level has changed.";
    case null:
      return "";
  }
}

const duty = ({ mandatory, minimum }: BelowAheadFacts | BelowNowFacts): string =>
  mandatory
    ? `For a distributor, second-level support is mandatory and needs ${minimum} certified administrators at all times (clauses 2.2 and 2.7 of the support agreement).`
    : `Second-level support status needs ${minimum} certified administrators at all times (clause 2.7 of the support agreement).`;

export const english: WordsByTemplate = {
  certificate_lapsing: (facts) => ({
    subject: `${certificateOf(facts)} ends on ${day(facts.validThrough)}`,
    lead: `${certificateOf(facts)} is valid through ${day(facts.validThrough)}. It can be renewed by the exam now: the new year follows the old one, so no day is lost.`,
    details: [["Certificate", facts.certificateNumber]],
    consequence: lapseConsequence(facts),
    action: ofHolder(facts, "Go to the exam", `See ${facts.personName}`),
    reason: whyYou(facts),
  }),
  certificate_lapsed: (facts) => ({
    subject: `${certificateOf(facts)} has ended`,
    lead: `${certificateOf(facts)} was valid through ${day(facts.validThrough)}.`,
    details: [["Certificate", facts.certificateNumber]],
    consequence: ofHolder(
      facts,
      `Until you pass the exam again, you do not count among the certified administrators of ${facts.organisationName}.`,
      `Until the exam is passed again, ${facts.personName} does not count among the certified administrators of ${facts.organisationName}.`,
    ),
    action: ofHolder(facts, "Go to the exam", `See ${facts.personName}`),
    reason: whyYou(facts),
  }),
  below_three_ahead: (facts) => ({
    subject: `${facts.organisationName}: only ${count(facts.countThen)} from ${day(facts.fallsOn)}`,
    lead: sentences(
      `${facts.organisationName} has ${count(facts.count)} today. On ${day(facts.fallsOn)} the number falls to ${facts.countThen}.`,
      cause(facts),
    ),
    consequence: sentences(
      `If nothing is done, ${facts.organisationName} is below the minimum from ${day(facts.fallsOn)}.`,
      duty(facts),
    ),
    action: "See what to do",
    reason: whyYou(facts),
  }),
  below_three_now: (facts) => ({
    subject: `${facts.organisationName} is below ${facts.minimum} certified administrators`,
    lead: sentences(
      `Since ${day(facts.belowSince)}, ${facts.organisationName} has only ${count(facts.count)}.`,
      cause(facts),
    ),
    consequence: sentences(duty(facts), "We repeat this mail every week until the number is reached again."),
    action: "See what to do",
    reason: whyYou(facts),
  }),
  restored: (facts) => ({
    subject: `${facts.organisationName} has ${count(facts.count)} again`,
    lead: `Since ${day(facts.restoredOn)}, ${facts.organisationName} has ${count(facts.count)} again and meets the minimum of ${facts.minimum}.`,
    consequence: "There is nothing to do.",
    action: "See the organisation",
    reason: whyYou(facts),
  }),
  ...trainingEnglish,
  ...staffEnglish,
  ...examEnglish,
  certificate_issued: (facts) => ({
    subject: `${certificateOf(facts)} has been issued`,
    lead: `${certificateOf(facts)} is valid from ${day(facts.validFrom)} through ${day(facts.validThrough)}.`,
    details: [["Certificate", facts.certificateNumber]],
    consequence: "We remind you in good time before it ends.",
    action: "See the certificate",
    reason: whyYou(facts),
  }),
  certificate_revoked: (facts) => ({
    subject: `${certificateOf(facts)} has been revoked`,
    lead: `${certificateOf(facts)} is revoked as of ${day(facts.effectiveOn)}.`,
    details: [
      ["Certificate", facts.certificateNumber],
      [
        "Reason",
        { exam_misconduct: "misconduct in the exam", issued_in_error: "issued in error", conduct: "conduct" }[
          facts.reasonClass
        ],
      ],
    ],
    consequence:
      "It no longer counts and its verification page says so. To be certified again, the exam has to be passed again.",
    action: "See the certificate",
    reason: whyYou(facts),
  }),
  certificate_suspended: (facts) => ({
    subject: `${certificateOf(facts)} is suspended`,
    lead: `${certificateOf(facts)} is suspended from ${day(facts.effectiveOn)}.`,
    details: [
      ["Certificate", facts.certificateNumber],
      [
        "Reason",
        { under_investigation: "under investigation", conduct: "conduct", administrative: "administrative" }[
          facts.reasonClass
        ],
      ],
    ],
    consequence: "Until it is reinstated it does not count, and its verification page says so.",
    action: "See the certificate",
    reason: whyYou(facts),
  }),
  certificate_reinstated: (facts) => ({
    subject: `${certificateOf(facts)} counts again`,
    lead: `${certificateOf(facts)} counts again from ${day(facts.effectiveOn)} and is valid through ${day(facts.validThrough)}.`,
    details: [["Certificate", facts.certificateNumber]],
    consequence: "There is nothing to do.",
    action: "See the certificate",
    reason: whyYou(facts),
  }),
  address_refused: (facts) => ({
    subject: `Mail to ${facts.personName} is refused`,
    lead: `The mail server refuses mail to ${facts.personName}. What the portal has to say does not arrive there.`,
    details: [["Address", facts.address], ...(facts.answer ? [["Its answer", facts.answer] as const] : [])],
    consequence:
      "Until the address works again, warnings about this person's certificate reach only you. Please find out what is wrong with it.",
    action: facts.organisationId ? `See ${facts.personName}` : "See the mails that wait",
    reason: facts.organisationName
      ? `You get this mail because you administer ${facts.organisationName} in the portal.`
      : "You get this mail because you look after the portal at IONOS.",
  }),
  second_level_applied: (facts) => ({
    subject: `${facts.organisationName} applies for second-level support`,
    lead: `${facts.applicantName} has applied for second-level support for ${facts.organisationName} and says by which plan the required administrators are to be certified.`,
    consequence: "Until IONOS decides, nothing changes for the organisation, and it is waiting for an answer.",
    action: "Read and decide",
    reason: "You get this mail because you look after the portal at IONOS.",
  }),
  second_level_decided: (facts) => ({
    subject:
      facts.outcome === "approved"
        ? `${facts.organisationName}: application for second-level support approved`
        : `${facts.organisationName}: application for second-level support declined`,
    lead:
      facts.outcome === "approved"
        ? `IONOS has approved the application of ${facts.organisationName}${facts.obligedFrom ? ` from ${day(facts.obligedFrom)}` : ""}. The organisation is in preparation until ${count(facts.needed)} are there.`
        : `IONOS has declined the application of ${facts.organisationName} for second-level support.`,
    details: facts.reason ? [["Reason", facts.reason]] : [],
    consequence:
      facts.outcome === "approved"
        ? `From the day on which ${count(facts.needed)} are reached, so many are needed at all times.`
        : "Nothing changes for the organisation. It can apply again at any time.",
    action: facts.outcome === "approved" ? "See what is to be done" : "See the application",
    reason: `You get this mail because you administer ${facts.organisationName} in the portal.`,
  }),
  staff_digest: (facts) => ({
    subject:
      facts.entries.length + facts.more === 1
        ? "A certificate of a partner ends soon"
        : `${facts.entries.length + facts.more} certificates of partners end soon`,
    lead: "Since the last mail of this kind, the end of these certificates has come closer. Holders and partner admins have been told.",
    details: [
      ...facts.entries.map(
        ({ personName, organisationName, certificateNumber, validThrough }) =>
          [day(validThrough), `${personName}, ${organisationName} (${certificateNumber})`] as const,
      ),
      ...(facts.more > 0 ? [["More", String(facts.more)] as const] : []),
    ],
    consequence: "If one of them brings an organisation below the minimum, you get a mail of its own about that.",
    action: "See the organisations",
    reason: "You get this mail because you look after partners at IONOS; once a day at most.",
  }),
  invitation: (facts) => ({
    subject: "Your account in the Partner Certification Portal",
    lead: "An account has been opened for you in the portal for training and certification of IONOS Cloud partners. Choose a password to use it.",
    consequence: `The link works once, until ${formatInstant(facts.expiresAt, "en", "UTC")}. After that you can ask for a new one on the sign-in page.`,
    action: "Choose a password",
    reason: "You get this mail because somebody entered you as a member of your organisation.",
  }),
  password_reset: (facts) => ({
    subject: "Choose a new password",
    lead: "Somebody, probably you, asked for a new password for your account.",
    consequence: `The link works once, until ${formatInstant(facts.expiresAt, "en", "UTC")}. If it was not you, there is nothing to do: your password stays as it is.`,
    action: "Choose a new password",
    reason: "You get this mail because your address was entered on the sign-in page.",
  }),
};
