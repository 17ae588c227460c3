import { Link, useLocation } from "@remix-run/react";
import { InlineCode } from "~/components/item/inline-code";
import { useMessages } from "~/components/language";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const formats = [
  ["json", "JSON"],
  ["yaml", "YAML"],
  ["qti", "QTI 3.0"],
] as const;

/** The items that the list shows as a file, and the way for files to come in. */
export function TakeAway({ mayWrite }: { mayWrite: boolean }) {
  const words = useMessages(messages);
  const { search } = useLocation();
  return (
    <>
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="py-1 text-muted">{words.takeAway}</span>
        {formats.map(([format, name]) => (
          <a key={format} href={paths.exportItems(format, search)} className="link tap py-1" download>
            {name}
          </a>
        ))}
        {mayWrite && (
          <Link to={paths.importItems()} className="link tap ml-auto py-1">
            {words.bringIn}
          </Link>
        )}
      </p>
      <p className="mt-1 max-w-prose text-sm text-muted">
        <InlineCode text={words.qtiLeavesOut} />
      </p>
    </>
  );
}
