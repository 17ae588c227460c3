import { Link } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface PartLinksProps {
  sessionId: string;
  parts: readonly number[];
  current: number;
}

/** One large link a part; the shown one is marked for eyes and for screen readers. */
export function PartLinks({ sessionId, parts, current }: PartLinksProps) {
  const words = useMessages(messages);
  return (
    <nav aria-label={words.parts} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {parts.map((ordinal) => (
          <li key={ordinal}>
            <Link
              to={paths.attendance(sessionId, ordinal)}
              aria-current={ordinal === current ? "page" : undefined}
              className={`button min-h-11 ${ordinal === current ? "border-accent bg-accent-soft text-accent" : "button-quiet"}`}
            >
              {words.part(ordinal)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
