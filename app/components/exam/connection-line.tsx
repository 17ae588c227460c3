import type { ReactNode } from "react";
import { useMessages } from "~/components/language";
import type { KeeperState } from "./answer-keeper";
import { messages } from "./messages";

/** More answers than a form has questions, for the longest of the sentences. */
const many = 99;

interface ConnectionLineProps {
  state: Pick<KeeperState, "status" | "waiting">;
  /** The portal did not answer when another page was wanted of it. */
  unreachable: boolean;
  /** Where to sign in again. */
  signIn: string;
}

/**
 * Above the question, when answers do not reach the server. The longest of what it can say takes its place unseen from the beginning, at every width and
 * size of text: the connection comes and goes while somebody is about to press, and nothing moves away from under the pointer.
 */
export function ConnectionLine({ state: { status, waiting }, unreachable, signIn }: ConnectionLineProps) {
  const words = useMessages(messages);
  const longest = [words.keptHere(many), words.offline, words.unreachable, `${words.signedOut} ${words.signIn}`]
    .sort((a, b) => a.length - b.length)
    .at(-1);
  const said = (): ReactNode => {
    if (status === "offline") return waiting.length > 0 ? words.keptHere(waiting.length) : words.offline;
    if (status !== "signed_out") return (status === "quiet" || status === "saving") && unreachable && words.unreachable;
    return (
      <>
        {words.signedOut}{" "}
        <a href={signIn} target="_blank" rel="noreferrer" className="link">
          {words.signIn}
        </a>
      </>
    );
  };
  const text = said();
  return (
    <div
      aria-live="polite"
      data-room={longest}
      className="-mx-2 grid text-sm font-semibold *:[grid-area:1/1] before:invisible before:px-2 before:py-0.5 before:pl-8 before:[grid-area:1/1] before:content-[attr(data-room)]"
    >
      {text && (
        <p className="relative max-w-none self-start rounded bg-warn-soft px-2 py-0.5 pl-8 text-wrap text-warn">
          <svg viewBox="0 0 20 20" className="absolute top-1 left-2 size-4 fill-current" aria-hidden="true">
            <path d="M10 1 19.6 18.4H.4zM9 7.2v5h2v-5zm0 6.6V16h2v-2.2z" fillRule="evenodd" />
          </svg>
          {text}
        </p>
      )}
    </div>
  );
}
