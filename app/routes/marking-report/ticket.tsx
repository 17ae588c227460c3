import { InlineCode } from "~/components/item/inline-code";
import { ItemExhibits } from "~/components/item/item-exhibits";
import { ItemStem } from "~/components/item/item-stem";
import { useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { ReportData } from "./route";

/** What was asked, and the ticket as the candidate composed it. */
export function Ticket({ data: { stemHtml, exhibits, fields, leftOut } }: { data: ReportData }) {
  const words = useMessages(messages);
  return (
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
}
