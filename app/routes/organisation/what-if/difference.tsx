import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { StandingView } from "~/eligibility/standing-view";
import { daysBetween } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

/** What the changes do to the number and to the day on which it falls, in words. */
export function Difference({ before, after }: { before: StandingView; after: StandingView }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const sentences: string[] = [];
  if (after.count !== before.count) {
    sentences.push(words.count(formatNumber(after.count, language), formatNumber(before.count, language)));
  }
  const [was, is] = [before.runway?.day, after.runway?.day];
  if (is && was && is !== was) {
    const days = daysBetween(was, is);
    sentences.push((days < 0 ? words.earlier : words.later)(formatDay(is, language, "long"), Math.abs(days)));
  }
  if (is && !was) {
    sentences.push(
      words.newFall(formatDay(is, language, "long"), formatNumber(policy.minimumAdministrators, language)),
    );
  }
  if (was && !is && after.metSince) sentences.push(words.noFall);
  return <p className="measure text-lg">{sentences.length > 0 ? sentences.join(" ") : words.same}</p>;
}
