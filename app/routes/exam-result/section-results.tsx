import { Link } from "@remix-run/react";
import { formatExactPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Progress } from "~/components/progress";
import type { SectionResult } from "~/examination/grade-attempt";
import { sectionNames } from "~/examination/section-names";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { degreeOf } from "./section-degree";

interface SectionResultsProps {
  sections: readonly SectionResult[];
  cutScorePercent: number;
  /** Whether the reader is the candidate, who is led from a weak section to its practice. */
  own: boolean;
}

/** How each section went, in words. */
export function SectionResults({ sections, cutScorePercent, own }: SectionResultsProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const shown = (percent: number) => formatExactPercent(percent, language);
  return (
    <ul className="flex flex-col gap-4">
      {sections.map((result) => {
        const { section, percent, minimumPercent, met } = result;
        const degree = degreeOf(result, cutScorePercent);
        const isGrave = !met || degree === "far" || degree === "none";
        // Above the cut and below its own minimum all the same: that is all there is to say.
        const reasons = [met ? "" : words.belowMinimum, met || percent < cutScorePercent ? words.degrees[degree] : ""];
        const name = sectionNames[language][section];
        return (
          <li key={section}>
            <Progress
              label={name}
              value={percent}
              max={100}
              text={words.share(shown(percent), minimumPercent === null ? null : shown(minimumPercent))}
            />
            <p className={`mt-1 text-sm ${isGrave ? "font-semibold text-bad" : "text-muted"}`}>
              {reasons.filter(Boolean).join(" ")}
            </p>
            {own && degree !== "strong" && (
              <Link to={paths.practice(section)} className="link tap text-sm">
                {words.practiceOf(name)}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
