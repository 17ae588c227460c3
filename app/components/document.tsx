import type { ReactNode } from "react";
import styles from "../styles.css?url";
import { DemoStrip, type PortalKind } from "./demo-strip";
import { LanguageProvider } from "./language";
import type { Language } from "./messages";

/** What every document links to. */
export const documentLinks = [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

interface DocumentProps {
  readonly language: Language;
  /** Undefined where it could not be asked for. */
  readonly kind: PortalKind | undefined;
  /** Title and links. */
  readonly head: ReactNode;
  readonly children: ReactNode;
  readonly scripts?: ReactNode;
}

/** The frame of every document, whether the router renders it or not. */
export function Document({ language, kind, head, children, scripts }: DocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {head}
      </head>
      <body>
        <LanguageProvider language={language}>
          {kind && <DemoStrip {...kind} />}
          {children}
        </LanguageProvider>
        {scripts}
      </body>
    </html>
  );
}
