import { Disclosure } from "~/components/confirm";
import { DefinitionList } from "~/components/definition-list";
import { formatExactPercent, formatPercent } from "~/components/format";
import { creditMessages } from "~/components/item/credit-messages";
import { useLanguage, useMessages } from "~/components/language";
import { markingMessages } from "~/components/marking-messages";
import { Section } from "~/components/section";
import type { Blueprint } from "~/examination/blueprint";
import type { CalculatorUse } from "~/examination/blueprint-limits";
import { sectionNames } from "~/examination/section-names";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

const kinds = [
  "single_choice",
  "multiple_choice",
  "numeric",
  "ordering",
  "matching",
  "mark_evidence",
  "incident_report",
] as const;

interface ExamRulesProps {
  items: number;
  sections: Blueprint["sections"];
  durationMinutes: number;
  cutScorePercent: number;
  calculator: CalculatorUse;
}

/** All that a candidate should know before the start: time, saving, the end, what happens when the connection drops, and what is recorded. */
export function ExamRules({ items, sections, durationMinutes, cutScorePercent, calculator }: ExamRulesProps) {
  const words = useMessages(messages);
  const credit = useMessages(creditMessages);
  const marking = useMessages(markingMessages);
  const language = useLanguage();
  const percent = (value: number) => formatPercent(value / 100, language);
  const weights = sections.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Section title={words.rules}>
      <DefinitionList
        entries={[
          { term: words.questions, value: words.questionsText(items, sections.length) },
          { term: words.duration, value: words.durationText(durationMinutes) },
          { term: words.toPass, value: words.toPassText(formatExactPercent(cutScorePercent, language)) },
          { term: words.saving, value: words.savingText },
          { term: words.connection, value: words.connectionText(policy.lateAnswerSeconds) },
          { term: words.window, value: words.windowText },
          { term: words.end, value: words.endText },
          { term: words.again, value: words.againText(policy.coolDownDays) },
          {
            term: words.aids,
            value: [words.notesText, words.calculatorText[calculator], words.aidsText].filter(Boolean).join(" "),
          },
          { term: words.recorded, value: <Recorded /> },
        ]}
      />
      <div className="mt-3">
        <Disclosure label={credit.title}>
          <DefinitionList
            entries={[
              ...kinds.map((kind) => ({ term: credit.names[kind], value: credit.rules[kind] })),
              {
                term: words.markedTicket,
                value: `${words.markedTicketText} ${marking.rule(policy.markingTolerancePercent)}`,
              },
            ]}
          />
        </Disclosure>
      </div>
      <table className="mt-4 w-full text-sm">
        <caption className="sr-only">{words.sections}</caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="py-1 text-left font-semibold">
              {words.section}
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-semibold">
              {words.share}
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-semibold">
              {words.minimum}
            </th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ section, weight, minimumPercent }) => (
            <tr key={section} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {sectionNames[language][section]}
              </th>
              <td className="py-1 pl-4 text-right">{percent((weight / weights) * 100)}</td>
              <td className="py-1 pl-4 text-right">{minimumPercent === undefined ? "–" : percent(minimumPercent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What staff see afterwards of how the exam was sat. */
function Recorded() {
  const words = useMessages(messages);
  return (
    <>
      <p>{words.recordedText}</p>
      <ul className="my-1 list-disc pl-5">
        {Object.values(words.recordedList).map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
      <p>{words.recordedUntil(policy.integrityDays)}</p>
    </>
  );
}
