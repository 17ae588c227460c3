import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { Kept } from "./answer-keeper";
import { messages } from "./messages";

interface OvertakenNoticeProps {
  overtaken: readonly Kept[];
  current: number;
  looking: boolean;
  onGo: (ordinal: number) => void;
  onLook: (looking: boolean) => void;
  onUse: () => void;
  onLeave: () => void;
}

/** Above the question, while an answer of this window stands against one that another window has stored since: to which questions, and what to do about it. */
export function OvertakenNotice({ overtaken, current, looking, onGo, onLook, onUse, onLeave }: OvertakenNoticeProps) {
  const words = useMessages(messages);
  if (overtaken.length === 0) return null;
  const isHere = overtaken.some(({ ordinal }) => ordinal === current);
  const elsewhere = overtaken.filter(({ ordinal }) => ordinal !== current);
  return (
    <Notice tone="warning" urgent>
      <p>{words.overtaken(overtaken.map(({ ordinal }) => ordinal))}</p>
      {isHere && (
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="button button-quiet" onClick={() => onLook(!looking)}>
            {looking ? words.lookAway : words.lookAtKept}
          </button>
          <button type="button" className="button button-quiet" onClick={onUse}>
            {words.useKept}
          </button>
          <button type="button" className="button button-quiet" onClick={onLeave}>
            {words.leaveKept}
          </button>
        </div>
      )}
      {elsewhere.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {elsewhere.map(({ ordinal }) => (
            <button key={ordinal} type="button" className="button button-quiet" onClick={() => onGo(ordinal)}>
              {words.toQuestion(ordinal)}
            </button>
          ))}
        </div>
      )}
    </Notice>
  );
}
