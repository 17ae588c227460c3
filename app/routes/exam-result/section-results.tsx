import { formatExactPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Progress } from "~/components/progress";
import { isWeak, type SectionResult } from "~/examination/grade-attempt";
import { sectionNames } from "~/examination/section-names";
import { messages } from "./messages";

interface SectionResultsProps {
  sections: readonly SectionResult[];
  cutScorePercent: number;
}

/** How each section went, in words. */
export function SectionResults({ sections, cutScorePercent }: SectionResultsProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const shown = (percent: number) => formatExactPercent(percent, language);
  return (
    <ul className="flex flex-col gap-4">
      {sections.map((result) => {
        const { section, percent, minimumPercent, met } = result;
        return (
          <li key={section}>
            <Progress
              label={sectionNames[language][section]}
              value={percent}
              max={100}
              text={words.share(shown(percent), minimumPercent === null ? null : shown(minimumPercent))}
            />
            <p className={`mt-1 text-sm ${met ? "text-muted" : "font-semibold text-bad"}`}>
              {met ? (isWeak(result, cutScorePercent) ? words.weak : words.strong) : words.belowMinimum}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
