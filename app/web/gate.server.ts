import { type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { forbidden, notFound } from "~/kernel/rejection";
import { type Actor, type Permission, resolve, type Tenant } from "~/people/permissions";
import { selectOptionalActorOfSignIn } from "~/people/person-queries.server";
import type { Portal } from "~/platform/portal";
import type { Language } from "~/platform/schema/people-tables";
import { anonymousLanguage } from "./language.server";
import type { SignedIn } from "./load-context";
import { paths } from "./paths";
import { signInHash } from "./sign-in-session.server";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export interface Admitted {
  readonly portal: Portal;
  readonly actor: Actor;
  readonly language: Language;
  /** The one instant of this request. */
  readonly now: Date;
}

async function lookUp(context: AppLoadContext, request: Request): Promise<SignedIn | null> {
  if (!request.headers.get("Cookie")?.includes("sign-in=")) return null;
  const tokenHash = await signInHash(context, request);
  if (!tokenHash) return null;
  if (context.memory.failed !== undefined) throw context.memory.failed;
  const actor = await selectOptionalActorOfSignIn(context.portal.db, tokenHash, context.portal.clock.now());
  return actor ? { actor, language: actor.language } : null;
}

/** Who sent the request, or null; asked for once, however many loaders run. */
function signedIn({ context, request }: Args): Promise<SignedIn | null> {
  context.memory.signedIn ??= lookUp(context, request);
  return context.memory.signedIn;
}

/** The first line of a page that everybody may see: says so, and tells who is there. */
export async function anybody(
  args: Args,
): Promise<{ portal: Portal; actor: Actor | null; language: Language; now: Date }> {
  const found = await signedIn(args);
  const portal = args.context.portal;
  return {
    portal,
    actor: found?.actor ?? null,
    language: found?.language ?? anonymousLanguage(args.request),
    now: portal.clock.now(),
  };
}

/**
 * The first line of every other loader and action. Not signed in: to the sign-in page and back. Permission held, but not for this tenant:
 * 404, as for what does not exist. Permission not held: 403.
 */
export async function may(args: Args, permission: Permission, tenant: Tenant = {}): Promise<Admitted> {
  const found = await signedIn(args);
  if (!found) throw redirect(paths.signIn(comeBackTo(args.request)));
  switch (resolve(found.actor, permission, tenant)) {
    case "granted":
      return {
        portal: args.context.portal,
        actor: found.actor,
        language: found.language,
        now: args.context.portal.clock.now(),
      };
    case "foreign_tenant":
      throw notFound();
    case "forbidden":
      throw forbidden();
  }
}

function comeBackTo(request: Request): string | undefined {
  if (request.method !== "GET") return undefined;
  const url = new URL(request.url);
  url.searchParams.delete("_data");
  return url.pathname === "/" ? undefined : url.pathname + url.search;
}
