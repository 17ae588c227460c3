import { Link } from "@remix-run/react";
import { DecisionBadge } from "~/components/decision-badge";
import { useMessages } from "~/components/language";
import type { Day } from "~/kernel/calendar";
import type { Decision } from "~/organisations/decision";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** Beside the computed status: what IONOS has decided, and the way to the reasons. */
export function DecisionNote({
  organisationId,
  decision,
  day,
}: {
  organisationId: string;
  decision: Decision | null;
  day: Day;
}) {
  const words = useMessages(messages);
  return (
    <>
      {decision && <DecisionBadge decision={decision} day={day} />}
      <Link to={paths.decisions(organisationId)} className="link tap py-0.5 text-sm">
        {decision ? words.decisions : words.noDecision}
      </Link>
    </>
  );
}
