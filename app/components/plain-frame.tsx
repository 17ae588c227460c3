import type { ReactNode } from "react";
import { useMessages } from "./language";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import { plainFrameMessages } from "./plain-frame-messages";

/** The frame of pages that need no sign-in: the mark, one column, the language. */
export function PlainFrame({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const words = useMessages(plainFrameMessages);
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-1 flex-col px-4">
      <header className="flex items-center justify-between gap-4 py-4">
        <a href="/" className="tap flex items-center gap-2.5 font-semibold">
          <Mark className="h-6 w-auto" />
          {words.name}
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" className={`mx-auto w-full flex-1 py-8 ${wide ? "" : "max-w-md"}`}>
        {children}
      </main>
    </div>
  );
}
