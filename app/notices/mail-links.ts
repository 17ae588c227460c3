import type { Audience } from "./audience";
import type { MailContent } from "./mail-facts";

const exam = "/exam";
const training = "/training";

/** Where a person chooses which mails to get. */
export const mailChoice = "/my-mails";

interface AboutPerson {
  readonly audience: Audience;
  readonly organisationId: string;
  readonly personId: string;
}

/** The holder goes to the exam; whoever looks after the person, to the person. */
const toExamOrPerson = ({ audience, organisationId, personId }: AboutPerson): string =>
  audience === "holder" ? exam : `/organisations/${organisationId}/people/${personId}`;

/** Where the one button of a mail leads. The addresses are those of `web/paths.ts`, which stands a floor higher; a test compares them. */
export function mailLink(content: MailContent): string {
  switch (content.template) {
    case "certificate_lapsing":
    case "certificate_lapsed":
    case "exam_available":
      return toExamOrPerson(content.facts);
    case "below_three_ahead":
    case "below_three_now":
    case "restored":
    case "status_decided":
      return `/organisations/${content.facts.organisationId}`;
    case "training_enrolled":
    case "training_waiting":
    case "training_seat_offered":
    case "training_changed":
    case "training_reminder":
    case "training_withdrawn":
      return `${training}/${content.facts.trainingSessionId}`;
    case "training_cancelled":
      return training;
    case "exam_passed":
    case "exam_not_passed":
    case "exam_score_changed":
    case "exam_waits_for_marking":
      return `${exam}/${content.facts.attemptId}/result`;
    case "report_to_mark":
      return `/marking/${content.facts.attemptId}/${content.facts.ordinal}`;
    case "cut_score_round":
      return `/cut-score/${content.facts.studyId}/rate`;
    case "certificate_issued":
    case "certificate_revoked":
    case "certificate_suspended":
    case "certificate_reinstated":
      return `/certificates/${content.facts.certificateId}`;
    case "support_contact_change":
      return "/support-contacts";
    case "address_refused": {
      const { organisationId, personId } = content.facts;
      return organisationId ? `/organisations/${organisationId}/people/${personId}` : "/notices?state=parked";
    }
    case "second_level_applied":
    case "second_level_decided":
      return `/organisations/${content.facts.organisationId}/second-level`;
    case "staff_digest":
      return "/organisations";
    case "invitation":
    case "password_reset":
      return `/link/${content.facts.token}`;
  }
}
