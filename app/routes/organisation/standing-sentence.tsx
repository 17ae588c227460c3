import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { standingMessages } from "~/components/standing-messages";
import type { FallView, StandingView } from "~/eligibility/standing-view";
import { addDays, type Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface StandingSentenceProps {
  standing: StandingView;
  /** Whose people the reasons lead to; null where they lead nowhere, because the standing is a supposed one. */
  organisationId: string | null;
  day: Day;
  /** Name of the level, whether it leaves second-level support to choice, and from which day it is chosen where that is to come. */
  level: { name: string; optional: boolean; bindsFrom?: Day | null } | null;
}

/** Where the organisation stands, until when, and what makes it change: in words, before any picture. */
export function StandingSentence({ standing, organisationId, day, level }: StandingSentenceProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const [count, minimum] = [
    formatNumber(standing.count, language),
    formatNumber(policy.minimumAdministrators, language),
  ];
  const causes = (fall: FallView) => <Causes fall={fall} past={fall.day <= day} organisationId={organisationId} />;
  switch (standing.status) {
    case "not_applicable":
      if (!level) return <>{words.noLevel}</>;
      if (!level.optional) return <>{words.notAvailable(level.name)}</>;
      return (
        <>
          {level.bindsFrom
            ? words.bindsFrom(formatDay(level.bindsFrom, language, "long"), minimum)
            : words.notOptedIn(minimum)}
        </>
      );
    case "in_preparation":
      return <>{words.preparing(count, minimum)}</>;
    case "not_met":
      return (
        <>
          {words.notMet(count, minimum)}{" "}
          {standing.fallen && (
            <>
              {words.fell(formatDay(standing.fallen.day, language, "long"))} {causes(standing.fallen)}.
            </>
          )}
        </>
      );
    case "met":
    case "at_risk":
      if (!standing.runway) return <>{`${words.enough(count, minimum)} ${words.safe}`}</>;
      return (
        <>
          {words.enough(count, minimum)}{" "}
          {words.falls(formatDay(standing.runway.day, language, "long"), formatNumber(standing.runway.count, language))}{" "}
          {causes(standing.runway)}. {organisationId && <Renewal fall={standing.runway} day={day} />}
        </>
      );
  }
}

interface CausesProps {
  fall: FallView;
  past: boolean;
  organisationId: string | null;
}

/** Everybody who stops counting on the day, each a link to the person. */
function Causes({ fall, past, organisationId }: CausesProps) {
  const words = useMessages(messages);
  const { cause, pastCause } = useMessages(standingMessages);
  return fall.causes.map(({ personId, name, kind }, index) => (
    <Fragment key={personId}>
      {index > 0 && (index === fall.causes.length - 1 ? ` ${words.and} ` : ", ")}
      {organisationId ? (
        <Link to={paths.member(organisationId, personId)} className="link">
          {(past ? pastCause : cause)[kind](name)}
        </Link>
      ) : (
        (past ? pastCause : cause)[kind](name)
      )}
    </Fragment>
  ));
}

/** When the one certificate that ends can be renewed; said only where one renewal is the whole answer. */
function Renewal({ fall, day }: { fall: FallView; day: Day }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const from = fall.causes.length === 1 ? fall.causes[0]?.renewableFrom : null;
  if (!from) return null;
  const last = formatDay(addDays(fall.day, -1), language, "long");
  return <>{from <= day ? words.renewNow(last) : words.renewFrom(formatDay(from, language, "long"))}</>;
}
