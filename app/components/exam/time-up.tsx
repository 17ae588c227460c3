import { useMessages } from "~/components/language";
import { messages } from "./messages";

/** Between the deadline and the result: nothing can be entered any more, what was given in time is on its way. */
export function TimeUp({ result, children }: { result: string; children?: React.ReactNode }) {
  const words = useMessages(messages);
  return (
    <main id="main" className="mx-auto flex w-full max-w-prose flex-col gap-4 px-4 py-16">
      <div role="alert" className="flex flex-col gap-4">
        <h1>{words.timeIsUp}</h1>
        <p>{words.timeIsUpText}</p>
      </div>
      {children}
      <p>
        <a href={result} className="button button-quiet">
          {words.toResult}
        </a>
      </p>
    </main>
  );
}
