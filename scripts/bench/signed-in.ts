import type { AppLoadContext } from "@remix-run/node";
import type { Portal } from "~/platform/portal";
import { beginSignIn } from "~/web/sign-in-session.server";

/** Signs the person in, as the sign-in page does; what the browser sends as its cookie from then on. */
export async function signedIn(portal: Portal, personId: string): Promise<string> {
  const context: AppLoadContext = { portal, requestId: "", cspNonce: "", address: "127.0.0.1", memory: {} };
  const cookie = await beginSignIn(context, new Request(portal.baseUrl), personId);
  return cookie.slice(0, cookie.indexOf(";"));
}
