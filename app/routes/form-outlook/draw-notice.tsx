import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { type Section, sectionNames } from "~/examination/section-names";
import { messages } from "./messages";

interface DrawNoticeProps {
  sections: readonly { section: Section; missing: number }[];
  fault: { section: Section } | { clause: string } | null;
  attemptsWithoutRepeat: number;
  attemptsTried: number;
}

/** The one thing to know: whether the next candidate gets a form. */
export function DrawNotice({ sections, fault, attemptsWithoutRepeat, attemptsTried }: DrawNoticeProps) {
  const words = useMessages(messages);
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
