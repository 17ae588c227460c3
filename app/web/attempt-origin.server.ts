import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { noteOrigin } from "~/examination/note-origin.server";

/** Notes from where a request of a candidate's own attempt came. It is information only: what it cannot store never costs an answer. */
export async function noteOriginOf(
  { request, context: { portal, address } }: LoaderFunctionArgs | ActionFunctionArgs,
  attemptId: string,
  now: Date,
): Promise<void> {
  const origin = { attemptId, address, userAgent: request.headers.get("User-Agent") };
  await noteOrigin(portal.db, origin, now).catch((error: unknown) =>
    portal.logger.warn({ err: error, attemptId }, "origin of a request not noted"),
  );
}
