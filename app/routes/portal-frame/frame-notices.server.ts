import { cutScoreMessages } from "~/components/cut-score-messages";
import { formatDay } from "~/components/format";
import type { JudgedStudy } from "~/examination/cut-score/study-queries.server";
import type { Day } from "~/kernel/calendar";
import type { Language } from "~/platform/schema/people-tables";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** What a person is told on the start page, with where it leads. */
export interface FrameNotice {
  readonly text: string;
  readonly label: string;
  readonly to: string;
}

/** Here and not in `messages.ts`: few people are ever told, and every page would bring the sentences. */
const sentences = {
  en: {
    newContacts: (day: string) => `From ${day}, other support contacts hold for you.`,
    judge: (title: string) => `You are a judge of the cut-score study “${title}”.`,
    open: (round: number) => `Round ${round} is open.`,
  },
  de: {
    newContacts: (day: string) => `Ab ${day} gelten für Sie andere Supportkontakte.`,
    judge: (title: string) => `In der Studie „${title}“ zur Bestehensgrenze schätzen Sie Aufgaben ein.`,
    open: (round: number) => `Runde ${round} ist offen.`,
  },
};

/** In the words of whoever is told. */
export function frameNotices(
  { newContactsOn, judged }: { newContactsOn: Day | undefined; judged: JudgedStudy | undefined },
  language: Language,
): FrameNotice[] {
  const words = sentences[language];
  const { rate } = cutScoreMessages[language];
  const { contacts, judging } = messages[language];
  const told: (FrameNotice | undefined)[] = [
    newContactsOn && {
      text: words.newContacts(formatDay(newContactsOn, language, "full")),
      label: contacts,
      to: paths.supportContacts(),
    },
    judged && {
      text: [words.judge(judged.title), ...(judged.openRound ? [words.open(judged.openRound)] : [])].join(" "),
      label: judged.openRound ? rate : judging,
      to: judged.openRound ? paths.rateItems(judged.id) : paths.cutScore(judged.id),
    },
  ];
  return told.filter((each) => each !== undefined);
}
