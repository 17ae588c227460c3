import { certificateMessages } from "~/components/certificate-messages";
import { formatDay, formatDayRange } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { Day } from "~/kernel/calendar";
import type { RevocationReason, SuspensionReason } from "~/platform/schema/certification-tables";
import { messages } from "./messages";

interface Decision {
  readonly kind: "suspended" | "revoked";
  readonly from: Day;
  readonly until: Day | null;
  readonly reasonClass: SuspensionReason | RevocationReason;
  readonly note: string | null;
}

export function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
  const language = useLanguage();
  const words = useMessages(messages);
  const { reasons } = useMessages(certificateMessages);
  if (decisions.length === 0) return <p className="text-muted">{words.none}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {decisions.map((decision) => (
        <li key={`${decision.kind}-${decision.from}`}>
          <p className="font-semibold">
            {decision.kind === "suspended" ? words.suspendedRow : words.revokedRow}{" "}
            {decision.until
              ? formatDayRange({ start: decision.from, end: decision.until }, language)
              : `${words.since} ${formatDay(decision.from, language)}`}{" "}
            – {reasons[decision.reasonClass]}
          </p>
          {decision.note && <p className="text-sm text-muted">{decision.note}</p>}
        </li>
      ))}
    </ul>
  );
}
