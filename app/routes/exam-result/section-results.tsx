import { Link } from "@remix-run/react";
import { formatExactPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Progress } from "~/components/progress";
import type { SectionResult } from "~/examination/grade-attempt";
import { sectionNames } from "~/examination/section-names";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface SectionResultsProps {
  sections: readonly SectionResult[];
  cutScorePercent: number;
}

/** How each section went, in words; where it was weak, the way to the training. */
export function SectionResults({ sections, cutScorePercent }: SectionResultsProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const shown = (percent: number) => formatExactPercent(percent, language);
  const isWeak = ({ met, percent }: SectionResult) => !met || percent < cutScorePercent;
  return (
    <>
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
                {met ? (isWeak(result) ? words.weak : words.strong) : words.belowMinimum}
              </p>
            </li>
          );
        })}
      </ul>
      {sections.some(isWeak) && (
        <p className="mt-5 border-t border-line pt-4 text-sm">
          {words.trainingHint}{" "}
          <Link to={paths.training()} className="link">
            {words.training}
          </Link>
        </p>
      )}
    </>
  );
}
