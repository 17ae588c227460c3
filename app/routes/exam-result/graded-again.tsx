import type { SerializeFrom } from "@remix-run/node";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import type { GradedAgain as Grading } from "~/examination/regrade/regraded-attempt-queries.server";
import { messages } from "./messages";

/** When and why the result became another one, with what it was before and after. Items and keys stay secret. */
export function GradedAgain({ gradings, timeZone }: { gradings: SerializeFrom<Grading[]>; timeZone: string }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const outcome = (score: number, passed: boolean) =>
    words.outcome(formatExactPercent(score, language), passed ? words.passed : words.notPassed);
  if (gradings.length === 0) return null;
  return (
    <Section title={words.gradedAgain}>
      <ul className="flex flex-col gap-3">
        {gradings.map(({ at, step, scoreBefore, scoreAfter, passedBefore, passedAfter, passKept }) => (
          <li key={`${at}${step}`}>
            <p>{words.gradedAgainWhy[step](formatInstant(at, language, timeZone))}</p>
            <p className="mt-1">
              {words.beforeAndAfter(outcome(scoreBefore, passedBefore), outcome(scoreAfter, passedAfter))}
              {passKept && ` ${words.passKept}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
