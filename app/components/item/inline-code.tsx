import { Fragment } from "react";

/** Plain text in which `backticks` set commands and names apart. */
export function InlineCode({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
      <Fragment key={index}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
      <code key={index} className="rounded-sm bg-sunken px-1 font-mono text-[0.92em]">
        {part}
      </code>
    ),
  );
}

/** The same for places that hold no elements. */
export const withoutCode = (text: string): string => text.replaceAll("`", "");
