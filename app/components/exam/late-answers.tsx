import { useMessages } from "~/components/language";
import { policy } from "~/kernel/policy";
import { lateMessages } from "./late-messages";

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

/** To which questions, by their numbers, and why. */
export function LateWords({ ordinals }: { ordinals: readonly number[] }) {
  const words = useMessages(lateMessages);
  return (
    <>
      <p className="font-semibold">{words.answers([...ordinals].sort((a, b) => a - b))}</p>
      <p>{words.rule(policy.lateAnswerSeconds)}</p>
      <p>{words.stored}</p>
    </>
  );
}
