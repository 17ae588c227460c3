import type { Day } from "~/kernel/calendar";
import { type Decision, isOverdue } from "~/organisations/decision";
import { decisionMessages } from "./decision-messages";
import { formatDay } from "./format";
import { useLanguage, useMessages } from "./language";
import { Badge, type BadgeShape, type BadgeTone } from "./status-badge";

const looks: Record<Decision["outcome"], [BadgeTone, BadgeShape]> = {
  granted: ["good", "tick"],
  remediation: ["warn", "clock"],
  suspended: ["warn", "pause"],
  withdrawn: ["bad", "cross"],
};

/** What staff have decided; of a remediation also how long there is, or that the time is up. */
export function DecisionBadge({ decision, day }: { decision: Decision; day: Day }) {
  const words = useMessages(decisionMessages);
  const language = useLanguage();
  const { outcome, remediationThrough } = decision;
  const [tone, shape] = looks[outcome];
  const overdue = isOverdue(decision, day);
  const last = remediationThrough && formatDay(remediationThrough, language);
  return (
    <Badge tone={overdue ? "bad" : tone} shape={shape} long>
      {[words.outcome[outcome], last && (overdue ? words.overdue(last) : words.until(last))].filter(Boolean).join(", ")}
    </Badge>
  );
}
