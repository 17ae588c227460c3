import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { type Section as ExamSection, sectionNames, sections } from "~/examination/section-names";
import { messages } from "./messages";

interface SectionChoiceProps {
  open: readonly ExamSection[];
  /** Comes first and stands out. */
  asked: ExamSection | null;
}

/** Every section of the examination, to begin with or to go on. */
export function SectionChoice({ open, asked }: SectionChoiceProps) {
  const words = useMessages(messages);
  const names = sectionNames[useLanguage()];
  const inOrder = asked ? [asked, ...sections.filter((section) => section !== asked)] : sections;
  return (
    <Section title={words.bySection}>
      <p className="mb-3 text-muted">{words.bySectionText}</p>
      <Form method="post">
        <ul className="divide-y divide-line">
          {inOrder.map((section) => {
            const isOpen = open.includes(section);
            return (
              <li key={section} className="flex items-center justify-between gap-4 py-2">
                <span className={section === asked ? "min-w-0 font-semibold" : "min-w-0"}>{names[section]}</span>
                <SubmitButton
                  look={section === asked ? "primary" : "quiet"}
                  name="section"
                  value={section}
                  aria-label={isOpen ? words.goOnOf(names[section]) : words.startOf(names[section])}
                >
                  {isOpen ? words.goOn : words.start}
                </SubmitButton>
              </li>
            );
          })}
        </ul>
      </Form>
    </Section>
  );
}
