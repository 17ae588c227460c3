import { useId } from "react";
import { InlineCode } from "~/components/item/inline-code";
import { ItemExhibits } from "~/components/item/item-exhibits";
import { ItemStem } from "~/components/item/item-stem";
import { useMessages } from "~/components/language";
import { ScrollFrame } from "~/components/scroll-frame";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { ReportData } from "./route";

/** What was asked, and the ticket as the candidate composed it. */
export function Ticket({
  data: { stemHtml, exhibits, fields, leftOut },
  stays,
}: {
  data: ReportData;
  /** In sight beside the form, where there is room for both. */
  stays: boolean;
}) {
  const words = useMessages(messages);
  const id = useId();
  const parts = (
    <>
      <Section title={words.asked}>
        <ItemStem html={stemHtml} />
        <ItemExhibits exhibits={exhibits} />
      </Section>
      <Section title={words.ticket}>
        <dl className="flex flex-col gap-4">
          {fields.map(({ id, name, pieces }) => (
            <div key={id}>
              <dt className="text-sm font-semibold">{name}</dt>
              {pieces.length === 0 ? (
                <dd className="text-muted">{words.emptyField}</dd>
              ) : (
                pieces.map((text) => (
                  <dd key={text} className="mt-1 border-l-2 border-edge pl-3 wrap-anywhere">
                    <InlineCode text={text} />
                  </dd>
                ))
              )}
            </div>
          ))}
          {leftOut.length > 0 && (
            <div className="border-t border-line pt-4 text-muted">
              <dt className="text-sm font-semibold">{words.leftOut}</dt>
              {leftOut.map((text) => (
                <dd key={text} className="mt-1 pl-3 wrap-anywhere">
                  <InlineCode text={text} />
                </dd>
              ))}
            </div>
          )}
        </dl>
      </Section>
    </>
  );
  if (!stays) return parts;
  return (
    <ScrollFrame labelledBy={id} className="bg-transparent bg-none xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)]">
      <p id={id} className="sr-only">
        {words.ticket}
      </p>
      <div className="grid gap-5">{parts}</div>
    </ScrollFrame>
  );
}
