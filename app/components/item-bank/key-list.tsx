import { InlineCode } from "~/components/item/inline-code";

/** What is right, a line each, as staff read it. */
export function KeyList({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {lines.map((line) => (
        <li key={line} className="border-l-2 border-good pl-2 whitespace-pre-wrap wrap-anywhere">
          <InlineCode text={line} />
        </li>
      ))}
    </ul>
  );
}
