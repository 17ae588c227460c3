import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { ResponseFault } from "~/examination/save-answer.server";
import type { KeeperState } from "./answer-keeper";
import { messages } from "./messages";

interface SaveStateProps {
  status: KeeperState["status"];
  savedAt: string | null;
  zone: string;
  fault: ResponseFault | undefined;
  /** What is shown is an answer that the server did not take. */
  notTaken: boolean;
}

/** Under the answer, always in the same place: whether the server has it, and since when. */
export function SaveState({ status, savedAt, zone, fault, notTaken }: SaveStateProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const stored = savedAt ? words.savedAt(formatInstant(savedAt, language, zone, "timeWithSeconds")) : words.notSaved;
  const saved = notTaken ? words.keptOnly : stored;
  return (
    <div className="min-h-6 text-sm">
      <p role="status" className={status === "saving" || fault ? "sr-only" : "text-muted tabular-nums"}>
        {status === "quiet" && !fault ? saved : ""}
      </p>
      {status === "saving" && !fault && (
        <p aria-hidden="true" className="text-muted">
          {words.saving}
        </p>
      )}
      {status === "offline" && !fault && (
        // The notice above the question is read out; it may be out of sight of whoever is typing here.
        <p aria-hidden="true" className="font-semibold text-warn">
          {words.staysHere}
        </p>
      )}
      <p role="alert" className="font-semibold text-bad">
        {fault ? words.faults[fault] : ""}
      </p>
    </div>
  );
}

interface PlaceNoticeProps {
  status: KeeperState["status"];
  onTakeOver: () => void;
}

/** Above the question, when nothing can be entered here any more. */
export function PlaceNotice({ status, onTakeOver }: PlaceNoticeProps) {
  const words = useMessages(messages);
  if (status === "over") return <Notice tone="info">{words.over}</Notice>;
  if (status !== "elsewhere") return null;
  return (
    <Notice tone="warning" urgent>
      <p className="mb-2">{words.elsewhere}</p>
      <button type="button" className="button button-quiet" onClick={onTakeOver}>
        {words.continueHere}
      </button>
    </Notice>
  );
}
