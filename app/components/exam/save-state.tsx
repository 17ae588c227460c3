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

interface ConnectionNoticeProps {
  state: KeeperState;
  /** The portal did not answer when another page was wanted of it. */
  unreachable: boolean;
  /** Where to sign in again. */
  signIn: string;
  onTakeOver: () => void;
}

/** Above the question, when something stands between the candidate's answers and the server. */
export function ConnectionNotice({ state, unreachable, signIn, onTakeOver }: ConnectionNoticeProps) {
  const words = useMessages(messages);
  const { status, waiting } = state;
  switch (status) {
    case "quiet":
    case "saving":
      return unreachable ? <Notice tone="warning">{words.unreachable}</Notice> : null;
    case "offline":
      return <Notice tone="warning">{waiting.length > 0 ? words.keptHere(waiting.length) : words.offline}</Notice>;
    case "signed_out":
      return (
        <Notice tone="warning">
          <p>{words.signedOut}</p>
          <a href={signIn} target="_blank" rel="noreferrer" className="link">
            {words.signIn}
          </a>
        </Notice>
      );
    case "elsewhere":
      return (
        <Notice tone="warning" urgent>
          <p className="mb-2">{words.elsewhere}</p>
          <button type="button" className="button button-quiet" onClick={onTakeOver}>
            {words.continueHere}
          </button>
        </Notice>
      );
    case "over":
      return <Notice tone="info">{words.over}</Notice>;
  }
}
