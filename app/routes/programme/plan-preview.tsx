import { Form, Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { SubmitButton } from "~/components/button";
import { ClauseList } from "~/components/clause-list";
import { drawMessages } from "~/components/draw-messages";
import { DrawNotice } from "~/components/draw-notice";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Differences } from "~/components/programme-differences";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { PlanPreview } from "./preview-plan.server";

/** Where the answer to a check stands: the form sends there who has no JavaScript. */
export const answerId = "answer";

/** The answer to a check stands far above its button: it takes focus, each one anew, and with it what is to be read first. */
export function CheckedPlan({ preview, children }: { preview: PlanPreview; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is not read, its arrival is the event
  useEffect(() => box.current?.focus(), [preview]);
  return (
    <div ref={box} id={answerId} tabIndex={-1} className="flex scroll-mt-4 flex-col gap-5">
      {children}
      <Preview preview={preview} />
    </div>
  );
}

/** A plan that was checked: what changes, what the bank says, and, where forms can be drawn, the button that publishes just that. */
function Preview({ preview }: { preview: PlanPreview }) {
  const words = useMessages(messages);
  const drawing = useMessages(drawMessages);
  const language = useLanguage();
  const { typed, cutScore, outlook, activeFrom } = preview;
  return (
    <Section title={words.checked}>
      <div className="flex flex-col gap-4">
        <div>
          <h3 className="font-semibold">{words.comparedWith(preview.comparedWith)}</h3>
          <Differences differences={preview.differences} />
          <p className="mt-2">
            {activeFrom
              ? words.startsAt(formatInstant(activeFrom, language, policy.staffTimeZone))
              : words.startsAtOnce}
          </p>
        </div>
        {preview.replaced.map((version) => (
          <Notice key={version} tone="warning">
            {words.replaces(version)}
          </Notice>
        ))}
        {cutScore.isForAnother && (
          <Notice tone="warning">
            {words.forAnotherPlan(formatExactPercent(cutScore.cutScorePercent, language))}{" "}
            <Link to={paths.cutScores()} className="link">
              {words.studies}
            </Link>
          </Notice>
        )}
        <DrawNotice {...outlook} />
        <ClauseList title={drawing.uncovered} clauses={outlook.uncovered} />
        <ClauseList title={drawing.once} clauses={outlook.coveredOnce} />
        {outlook.fault ? (
          <p>{words.cannotPublish}</p>
        ) : (
          <Form method="post" className="flex flex-col gap-3">
            {Object.entries(typed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <p>{words.changeBelow}</p>
            <div>
              <SubmitButton name="step" value="publish">
                {words.publish}
              </SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </Section>
  );
}
