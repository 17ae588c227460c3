import type { ChainVerdict as Verdict } from "~/audit/verify-chain.server";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { messages } from "./messages";

/** What recomputing every link has found. */
export function ChainVerdict({ verdict }: { verdict: Verdict }) {
  const words = useMessages(messages);
  return (
    <div className="mb-5">
      {verdict.whole ? (
        <Notice tone="success" title={words.whole(verdict.events)}>
          <p className="text-sm">
            {words.lastHash}: <code className="break-all font-mono">{verdict.hash}</code>
          </p>
        </Notice>
      ) : (
        <Notice tone="danger" urgent title={words.broken[verdict.fault](verdict.brokenAt)}>
          {words.brokenNext}
        </Notice>
      )}
    </div>
  );
}
