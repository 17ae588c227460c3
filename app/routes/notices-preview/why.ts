import { formatDay } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import type { Language } from "~/components/messages";
import type { Day } from "~/kernel/calendar";
import type { TemplateFacts } from "~/notices/mail-facts";
import type { messages } from "./messages";
import type { ToldGroup } from "./told-groups";

type Words = (typeof messages)["en"];
type Facts<K extends keyof TemplateFacts> = TemplateFacts[K];

/** Why a notice is told, in a line or two; empty for what its name says already. */
export function whyLines({ kind, stage, facts }: ToldGroup, words: Words, language: Language): string[] {
  const day = (value: Day) => formatDay(value, language);
  switch (kind) {
    case "certificate_lapsing":
    case "certificate_lapsed": {
      const { certificateNumber, validThrough } = facts as Facts<typeof kind>;
      const ends = words.ends(certificateNumber, day(validThrough));
      return kind === "certificate_lapsing" ? [ends, words.daysBefore(stage)] : [ends];
    }
    case "below_three_ahead": {
      const ahead = facts as Facts<typeof kind>;
      return [
        words.falls(ahead.count, ahead.countThen, day(ahead.fallsOn)),
        ...causeLine(ahead, words),
        words.daysBefore(stage),
      ];
    }
    case "below_three_now": {
      const now = facts as Facts<typeof kind>;
      return [words.below(now.count, now.minimum, day(now.belowSince)), ...causeLine(now, words)];
    }
    case "restored": {
      const { count, restoredOn } = facts as Facts<typeof kind>;
      return [words.restored(count, day(restoredOn))];
    }
    case "training_reminder": {
      const { courseTitleEn, courseTitleDe, parts, timeZone } = facts as Facts<typeof kind>;
      const starts = formatInstant(parts[0]?.startsAt ?? "", language, timeZone);
      return [words.session(language === "de" ? courseTitleDe : courseTitleEn, starts), words.daysBefore(stage)];
    }
    default:
      return [];
  }
}

function causeLine(
  { causeKind, causePersonName }: Facts<"below_three_now"> | Facts<"below_three_ahead">,
  words: Words,
) {
  return causeKind ? [words.causes[causeKind](causePersonName ?? "")] : [];
}
