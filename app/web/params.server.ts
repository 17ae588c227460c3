import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Day, parseDay } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A path parameter that names a row. What cannot be an id is not found, as an id that nobody has. */
export function idParam(args: Pick<LoaderFunctionArgs | ActionFunctionArgs, "params">, name: string): string {
  const value = args.params[name]?.toLowerCase() ?? "";
  if (!uuid.test(value)) throw notFound();
  return value;
}

export const isId = (value: string): boolean => uuid.test(value);

/** `?on=2026-03-12`; anything else counts as not asked. */
export const dayQuery = (request: Request, name: string): Day | undefined =>
  parseDay(new URL(request.url).searchParams.get(name) ?? "");
