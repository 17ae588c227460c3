import { Link } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface WithoutGuessProps {
  items: { count: number; first: readonly { itemId: string; code: string }[] };
  /** Whether a figure stands above for which something had to be assumed. */
  assumed: boolean;
}

/** The items whose authors have not guessed how difficult they are, to be opened; nothing when there are none. */
export function WithoutGuess({ items: { count, first }, assumed }: WithoutGuessProps) {
  const words = useMessages(messages);
  if (count === 0) return null;
  return (
    <div className="mt-3 max-w-[70ch]">
      <p>
        {words.withoutGuess(count)} {assumed && words.assumed}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {first.map(({ itemId, code }) => (
          <li key={itemId}>
            <Link to={paths.item(itemId)} className="link">
              {code}
            </Link>
          </li>
        ))}
        {count > first.length && <li>{words.more(count - first.length)}</li>}
      </ul>
    </div>
  );
}
