import type { Difference } from "~/examination/programme-versions";
import { sectionNames } from "~/examination/section-names";
import { formatExactPercent } from "./format";
import { useLanguage, useMessages } from "./language";
import { programmeDifferenceMessages } from "./programme-difference-messages";

function useDifferenceWords(): (difference: Difference) => string {
  const words = useMessages(programmeDifferenceMessages);
  const language = useLanguage();
  const percent = (value: number) => formatExactPercent(value, language);
  return (difference) => {
    const { changed } = words;
    switch (difference.what) {
      case "items":
      case "weight":
      case "minimum": {
        const said = (value: number | null) =>
          value === null ? words.none : difference.what === "minimum" ? percent(value) : String(value);
        const { section, before, after } = difference;
        return changed[difference.what](sectionNames[language][section], said(before), said(after));
      }
      case "duration":
        return changed.duration(difference.before, difference.after);
      case "calculator":
        return changed.calculator(words.calculatorUses[difference.before], words.calculatorUses[difference.after]);
      case "training":
        return difference.after ? changed.trainingRequired : changed.trainingNotRequired;
      case "cut_score":
        return changed.cutScore(percent(difference.before), percent(difference.after));
    }
  };
}

/** What one version says otherwise than another, a line each. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const inWords = useDifferenceWords();
  const words = useMessages(programmeDifferenceMessages);
  if (differences.length === 0) return <p>{words.noDifference}</p>;
  return (
    <ul className="list-disc pl-5">
      {differences.map((difference) => (
        <li key={`${difference.what} ${"section" in difference ? difference.section : ""}`}>{inWords(difference)}</li>
      ))}
    </ul>
  );
}
