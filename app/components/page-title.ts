import { isRouteErrorResponse, type MetaDescriptor } from "@remix-run/react";
import type { Language } from "./messages";
import { plainFrameMessages } from "./plain-frame-messages";
import { problemOf } from "./problem-of";

interface Asked {
  /** What the page's loader has found: undefined where it has thrown. */
  readonly data: unknown;
  readonly error?: unknown;
  readonly matches: readonly { readonly id: string; readonly data: unknown }[];
}

/** The title of a page: as its loader says, of what went wrong, or else the portal's name. */
export function pageTitle({ data, error, matches }: Asked): MetaDescriptor[] {
  const root = matches.find(({ id }) => id === "root")?.data as { language?: Language } | undefined;
  const told = isRouteErrorResponse(error) && error.data?.language === "de" ? "de" : "en";
  const language = root?.language ?? told;
  if (error) return [{ title: problemOf(error, language).title }];
  const { title } = (data ?? {}) as { title?: string };
  return [{ title: title ?? plainFrameMessages[language].name }];
}
