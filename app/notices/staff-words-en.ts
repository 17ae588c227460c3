import { formatDay } from "~/kernel/day-words";
import { contactDetails, entityNames } from "./contact-details";
import type { ContactChangeFacts, StatusDecidedFacts } from "./mail-facts";
import type { StaffWords } from "./worded-mail";

const day = (value: StatusDecidedFacts["effectiveOn"]): string => formatDay(value, "en", "long");

const decided = ({ organisationName, outcome, effectiveOn, remediationThrough }: StatusDecidedFacts) =>
  ({
    granted: {
      subject: `${organisationName}: second-level support status granted`,
      lead: `IONOS has granted ${organisationName} second-level support status from ${day(effectiveOn)}.`,
      consequence:
        "It is kept by having the certified administrators of clause 2.7 at all times. The portal warns you when somebody's certificate nears its end.",
    },
    remediation: {
      subject: `${organisationName}: time until ${day(remediationThrough ?? effectiveOn)} to meet the requirements again`,
      lead: `IONOS gives ${organisationName} until ${day(remediationThrough ?? effectiveOn)} to meet the requirements of second-level support status again (clauses 2.2 and 2.7 of the support agreement).`,
      consequence:
        "If nothing is done by then, IONOS decides anew. The page of your organisation says what is missing.",
    },
    suspended: {
      subject: `${organisationName}: second-level support status suspended`,
      lead: `IONOS has suspended the second-level support status of ${organisationName} from ${day(effectiveOn)}.`,
      consequence:
        "It stays suspended until IONOS decides otherwise. The page of your organisation says what is missing.",
    },
    withdrawn: {
      subject: `${organisationName}: second-level support status withdrawn`,
      lead: `IONOS has withdrawn the second-level support status of ${organisationName} from ${day(effectiveOn)}.`,
      consequence:
        "From that day on your organisation does not hold the status. Your contact at IONOS can tell you how to earn it again.",
    },
  })[outcome];

const roles = { support: "the 24/7 IONOS Cloud Support", management: "the Head of 24/7 IONOS Cloud Support" };

const changed = ({ event, role, effectiveOn }: ContactChangeFacts) => {
  const from = day(effectiveOn);
  return {
    scheduled: {
      subject: `New contact details of ${roles[role]} from ${from}`,
      lead: `From ${from}, ${roles[role]} is reached as follows.`,
      consequence: `Until then the present details hold. If nothing is done, your people call a number that may no longer be answered: please pass the new details on to your support staff before ${from}.`,
    },
    completed: {
      subject: `Contact details of ${roles[role]} are complete`,
      lead: `From ${from}, ${roles[role]} can also be reached by what was not given so far.`,
      consequence: "What you know already goes on to hold. Please pass the details on to your support staff.",
    },
    corrected: {
      subject: `Corrected: contact details of ${roles[role]} from ${from}`,
      lead: `We announced other contact details of ${roles[role]} and correct them: from ${from}, they are as follows.`,
      consequence: `What we announced before does not hold. Please pass the corrected details on to your support staff before ${from}.`,
    },
    cancelled: {
      subject: `Contact details of ${roles[role]} stay as they are`,
      lead: `We announced other contact details of ${roles[role]} from ${from}. This change does not take place.`,
      consequence: "The present details go on to hold. Please tell whoever you have passed the announced ones on to.",
    },
  }[event];
};

export const staffEnglish: StaffWords = {
  status_decided: (facts) => ({
    ...decided(facts),
    details: [["Reason", facts.reason]],
    action: "See the organisation",
    reason: `You get this mail because you administer ${facts.organisationName} in the portal.`,
  }),
  support_contact_change: (facts) => ({
    ...changed(facts),
    details: contactDetails(facts, {
      phone: "Phone",
      email: "Email",
      phoneUntil: "Phone until then",
      emailUntil: "Email until then",
    }),
    action: "See the support contacts",
    reason: `You get this mail because you administer an organisation whose contract is with ${entityNames[facts.contractingEntity]}: changed contacts are announced to it five business days ahead (clause 2.4.3 of the support agreement).`,
  }),
};
