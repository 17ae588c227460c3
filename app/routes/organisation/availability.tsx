import { formatDayRange, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import type { ThinDays } from "~/eligibility/availability";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

interface AvailabilityProps {
  /** With the names of those who are away. */
  thin: readonly ThinDays[];
}

/** Days on which enough are certified but too few of them are there: a hint, in words that do not alarm. */
export function Availability({ thin }: AvailabilityProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section title={words.availability}>
      <p className="measure mb-2 text-muted">{words.availabilityHint}</p>
      <ul className="flex flex-col gap-1">
        {thin.map(({ during, available, away }) => (
          <li key={during.start}>
            {words.thin(
              formatDayRange(during, language, "weekday"),
              number(available),
              number(policy.minimumAdministrators),
              away.join(", "),
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
