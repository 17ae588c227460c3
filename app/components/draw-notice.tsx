import { type Section, sectionNames } from "~/examination/section-names";
import { drawMessages } from "./draw-messages";
import { useLanguage, useMessages } from "./language";
import { Notice } from "./notice";

interface DrawNoticeProps {
  sections: readonly { section: Section; missing: number }[];
  fault: { section: Section } | { clause: string } | null;
  attemptsWithoutRepeat: number;
  attemptsTried: number;
}

/** The one thing to know: whether the next candidate gets a form. */
export function DrawNotice({ sections, fault, attemptsWithoutRepeat, attemptsTried }: DrawNoticeProps) {
  const words = useMessages(drawMessages);
  const names = sectionNames[useLanguage()];
  if (!fault) {
    return (
      <Notice tone={attemptsWithoutRepeat < 2 ? "warning" : "success"} title={words.canDraw}>
        {words.canDrawText(attemptsWithoutRepeat, attemptsTried)}
      </Notice>
    );
  }
  const lacking = sections.filter(({ missing }) => missing > 0);
  const together = "section" in fault ? words.lacksTogether(names[fault.section]) : words.notCoverable(fault.clause);
  return (
    <Notice tone="danger" title={words.cannotDraw}>
      <ul>
        {lacking.map(({ section, missing }) => (
          <li key={section}>{words.lacks(names[section], missing)}</li>
        ))}
        {lacking.length === 0 && <li>{together}</li>}
      </ul>
    </Notice>
  );
}
