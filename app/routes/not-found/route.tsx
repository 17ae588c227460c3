import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { anybody } from "~/web/gate.server";

/** Every address that is none: as a route of its own, so that the page is in the person's language and has the request's number. */
export const loader = answering(async (args: LoaderFunctionArgs): Promise<null> => {
  await anybody(args);
  throw notFound();
});

export const meta = pageTitle;

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
