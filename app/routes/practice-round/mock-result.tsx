import { LinkButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { formatExactPercent, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Progress } from "~/components/progress";
import { Section } from "~/components/section";
import type { PracticeResult } from "~/examination/practice-queries.server";
import { isAnswered } from "~/examination/response";
import { sectionNames } from "~/examination/section-names";
import { paths } from "~/web/paths";
import { AnsweredQuestion } from "./answered-question";
import type { ShownQuestion } from "./load-round.server";
import { messages } from "./messages";

interface MockResultProps {
  result: PracticeResult | null;
  questions: readonly ShownQuestion[];
}

/** How the mock examination went, by section, and every question with its answer. */
export function MockResult({ result, questions }: MockResultProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  if (!result || !("sections" in result)) return null;
  const percent = (value: number) => formatExactPercent(value, language);
  const { passed, scorePercent, cutScorePercent, sections } = result;
  const names = sectionNames[language];
  const labelOf = ({ item, given, feedback }: ShownQuestion) => {
    const name = `${words.question(item.ordinal)}: ${names[item.section]}\u00a0·`;
    if (!feedback || !isAnswered(given)) return `${name} ${words.unanswered}`;
    const { points, maxPoints } = feedback;
    const partly = points > 0 ? words.partly : words.wrong;
    const verdict = points === maxPoints ? words.right : partly;
    return `${name} ${verdict}, ${words.earned(formatNumber(points, language), formatNumber(maxPoints, language))}`;
  };
  const below = sections.filter(({ met }) => !met).map(({ section }) => names[section]);
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <Notice tone={passed ? "success" : "warning"} title={passed ? words.passed : words.notPassed}>
        {words.score(percent(scorePercent), percent(cutScorePercent))}
        {below.length > 0 && ` ${words.belowMinimum(below.join(", "))}`}
      </Notice>
      <Section title={words.bySection}>
        <ul className="flex flex-col gap-4">
          {sections.map(({ section, percent: share, minimumPercent }) => (
            <li key={section}>
              <Progress
                label={names[section]}
                value={share}
                max={100}
                text={words.sectionShare(percent(share), minimumPercent === null ? null : percent(minimumPercent))}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.review}>
        <ul className="flex flex-col gap-2">
          {questions.map((question) => (
            <li key={question.item.ordinal}>
              <Disclosure label={labelOf(question)}>
                {question.feedback && <AnsweredQuestion question={question} feedback={question.feedback} />}
              </Disclosure>
            </li>
          ))}
        </ul>
      </Section>
      <p>
        <LinkButton look="primary" to={paths.practice()}>
          {words.backToPractice}
        </LinkButton>
      </p>
    </div>
  );
}
