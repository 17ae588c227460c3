import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { policy } from "~/kernel/policy";
import { lateMessages } from "./late-messages";
import { useLeftOver } from "./use-left-over";

/** In place of the questions, before the result: what of this browser does not count, because it arrived after the end. */
export function LateAnswers({ ordinals, result }: { ordinals: readonly number[]; result: string }) {
  const words = useMessages(lateMessages);
  return (
    <main id="main" className="mx-auto flex w-full max-w-prose flex-col gap-4 px-4 py-16">
      <div role="alert" className="flex flex-col gap-4">
        <h1>{words.title}</h1>
        <LateWords ordinals={ordinals} />
      </div>
      <p>
        <a href={result} className="button button-primary">
          {words.toResult}
        </a>
      </p>
    </main>
  );
}

interface LateNoticeProps {
  /** Of which the portal knew when the page was made. */
  known: readonly number[];
  attemptId: string;
  /** Takes the answers of the attempt; null where it is another person's. */
  address: string | null;
  children: React.ReactNode;
}

/** With the result; nothing where everything counts. Sends what this browser still keeps first. */
export function LateNotice({ known, attemptId, address, children }: LateNoticeProps) {
  const words = useMessages(lateMessages);
  const late = useLeftOver(attemptId, address);
  const ordinals = [...new Set([...known, ...late])];
  return (
    <div aria-live="polite" className="empty:sr-only">
      {ordinals.length > 0 && (
        <Notice tone="warning" title={words.title}>
          <LateWords ordinals={ordinals} />
          {children}
        </Notice>
      )}
    </div>
  );
}

/** To which questions, by their numbers, and why. */
function LateWords({ ordinals }: { ordinals: readonly number[] }) {
  const words = useMessages(lateMessages);
  return (
    <>
      <p className="font-semibold">{words.answers([...ordinals].sort((a, b) => a - b))}</p>
      <p>{words.rule(policy.lateAnswerSeconds)}</p>
      <p>{words.stored}</p>
    </>
  );
}
