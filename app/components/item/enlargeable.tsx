import type { ReactNode } from "react";
import { useMessages } from "~/components/language";
import { ScrollFrame } from "~/components/scroll-frame";
import { itemMessages } from "./item-messages";

interface EnlargeableProps {
  /** The id of the caption. */
  labelledBy: string;
  /** The drawing as wide as its frame. */
  children: ReactNode;
  /** The same for the eye alone, to fill whatever width it is given. */
  enlarged: ReactNode;
}

/** A drawing that can be looked at twice as large, scrolling in its own frame. It opens without JavaScript and sends nothing to the form around it. */
export function Enlargeable({ labelledBy, children, enlarged }: EnlargeableProps) {
  const words = useMessages(itemMessages);
  return (
    <>
      <details className="disclosure peer">
        <summary className="link tap inline-block px-3 py-1 text-sm">{words.enlarge}</summary>
        <ScrollFrame labelledBy={labelledBy} className="max-h-[80vh] -outline-offset-2">
          <div className="w-[200%] min-w-[60rem]">{enlarged}</div>
        </ScrollFrame>
      </details>
      <div className="peer-open:hidden">{children}</div>
    </>
  );
}
