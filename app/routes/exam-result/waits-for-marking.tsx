import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

interface WaitsForMarkingProps {
  /** By when the ticket should be marked. */
  markedBy: string | null;
  /** Two markings have not settled it. */
  third: boolean;
  timeZone: string;
}

/** Instead of a result that does not stand yet: why, and what happens next. */
export function WaitsForMarking({ markedBy, third, timeZone }: WaitsForMarkingProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const steps = [
    markedBy && words.nextMarked(formatInstant(markedBy, language, timeZone)),
    words.nextTold,
    words.nextPassed,
    words.nextFailed,
  ].filter((step) => step !== null);
  return (
    <>
      <Notice tone="info" title={words.waiting}>
        {words.waitingText(policy.markersPerReport)}
        {third && <span className="mt-2 block">{words.thirdText}</span>}
      </Notice>
      <Section title={words.nextTitle}>
        <ol className="flex list-decimal flex-col gap-2 pl-6">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}
