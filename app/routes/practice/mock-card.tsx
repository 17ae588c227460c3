import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface MockCardProps {
  items: number;
  minutes: number;
  /** When the mock examination that is open ends. */
  openUntil: string | null;
  finished: readonly { id: string; startedAt: string; scorePercent: number; passed: boolean }[];
  zone: string;
}

/** A whole examination to try out, and how the latest ones went. */
export function MockCard({ items, minutes, openUntil, finished, zone }: MockCardProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <Section title={words.mock}>
      <p className="mb-4 text-muted">{words.mockText(items, minutes)}</p>
      <Form method="post" reloadDocument>
        <SubmitButton>
          {openUntil ? words.mockGoOn(formatInstant(openUntil, language, zone, "time")) : words.mockStart}
        </SubmitButton>
      </Form>
      {finished.length > 0 && (
        <>
          <h3 className="mt-5 mb-2 text-sm font-semibold">{words.mocks}</h3>
          <ul className="flex flex-col gap-1 text-sm">
            {finished.map(({ id, startedAt, scorePercent }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4">
                <Link to={paths.practiceRound(id)} className="link tap">
                  {words.mockOf(formatInstant(startedAt, language, zone))}
                </Link>
                <span className="tabular-nums">{formatExactPercent(scorePercent, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
