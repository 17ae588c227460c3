import { formatNumber } from "~/components/format";
import { InlineCode } from "~/components/item/inline-code";
import { ItemExhibits } from "~/components/item/item-exhibits";
import { ItemStem } from "~/components/item/item-stem";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { FeedbackPoint, ItemFeedback } from "~/examination/practice-feedback";
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { ShownQuestion } from "./load-round.server";
import { messages } from "./messages";

interface AnsweredQuestionProps {
  question: ShownQuestion;
  feedback: ItemFeedback;
  /** Left out where it stands above already. */
  heading?: string;
  /** Of how it went, for links and focus. */
  id?: string;
}

/** The question again, how the answer went point by point, and why. */
export function AnsweredQuestion({ question: { item }, feedback, heading, id }: AnsweredQuestionProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { points, maxPoints, rationale, details } = feedback;
  const [tone, title] =
    points === maxPoints
      ? (["success", words.right] as const)
      : points > 0
        ? (["warning", words.partly] as const)
        : (["danger", words.wrong] as const);
  return (
    <>
      {heading && <h2 className="mb-4 text-xl">{heading}</h2>}
      <ItemStem html={item.stemHtml} />
      <ItemExhibits exhibits={item.exhibits} />
      <div className="mt-5 flex flex-col gap-4">
        <div id={id} tabIndex={id ? -1 : undefined} className="scroll-mt-4">
          <Notice tone={tone} title={title}>
            {words.earned(formatNumber(points, language), formatNumber(maxPoints, language))}
          </Notice>
        </div>
        <ul className="flex flex-col gap-2">
          {details.map((detail) => (
            <li key={`${detail.state}/${detail.text}`}>
              <Detail detail={detail} kind={item.kind} />
            </li>
          ))}
        </ul>
        <div>
          <h3 className="text-sm font-semibold">{words.because}</h3>
          <ItemStem html={rationale} size="text-base" />
        </div>
      </div>
    </>
  );
}

interface Look {
  readonly sign: string;
  readonly className: string;
}

/** State by sign and word, not by colour alone. */
const looks: Record<FeedbackPoint["state"], Look> = {
  hit: { sign: "✓", className: "border-good/40 bg-good-soft" },
  missed: { sign: "○", className: "border-warn/40 bg-warn-soft" },
  wrong: { sign: "✗", className: "border-bad/40 bg-bad-soft" },
  left: { sign: "–", className: "border-line" },
  open: { sign: "○", className: "border-warn/40 bg-warn-soft" },
  neutral: { sign: "–", className: "border-line bg-sunken" },
};

/** Of options: the sign says what is right, what is filled was chosen. */
const choiceLooks: typeof looks = {
  ...looks,
  missed: { sign: "✓", className: "border-good" },
  left: { sign: "✗", className: "border-line" },
};

function Detail({ detail, kind }: { detail: FeedbackPoint; kind: ItemKind }) {
  const words = useMessages(messages);
  const isChoice = kind === "single_choice" || kind === "multiple_choice";
  const states = isChoice ? { ...words.states, ...words.choiceStates } : words.states;
  const { text, state, right, given, note } = detail;
  const { sign, className } = (isChoice ? choiceLooks : looks)[state];
  return (
    <div className={`flex items-start gap-3 rounded border px-3 py-2 ${className}`}>
      <span aria-hidden="true" className="w-4 flex-none text-center font-semibold">
        {sign}
      </span>
      <div className="min-w-0 flex-1">
        <p
          className={kind === "mark_evidence" ? "overflow-wrap-anywhere font-mono text-sm break-words" : "break-words"}
        >
          <InlineCode text={text ?? states[state]} />
        </p>
        <p className="text-sm text-muted">
          {text !== null && <span className="font-semibold">{states[state]}</span>}
          {right !== null && (
            <>
              {text !== null && " · "}
              {words.rightOne} <InlineCode text={right} />
            </>
          )}
          {given !== null && (
            <>
              {" · "}
              {words.yours} <InlineCode text={given} />
            </>
          )}
        </p>
        {note && <p className="text-sm">{note}</p>}
      </div>
    </div>
  );
}
