import { createHash } from "node:crypto";
import { type AppLoadContext, createCookie, createSessionStorage, type Session } from "@remix-run/node";
import { policy } from "~/kernel/policy";
import { RecentlyUsed } from "~/kernel/recently-used";
import {
  deleteSignInSession,
  insertSignInSession,
  selectOptionalSignInSession,
  updateSignInSession,
} from "~/people/sign-in-queries.server";
import type { Portal } from "~/platform/portal";

interface SignInData {
  personId?: string;
  userAgent?: string;
  address?: string;
}
type SignInSession = Session<SignInData>;

/** The database keeps only the hash: who reads it cannot sign in with what is found there. */
const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

const cookieFor = (portal: Portal) => {
  const secure = portal.baseUrl.startsWith("https:");
  return createCookie(secure ? "__Host-sign-in" : "sign-in", {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: policy.signInDays * 86_400,
    secrets: [portal.sessionSecret],
  });
};

function storageFor(portal: Portal) {
  return createSessionStorage<SignInData>({
    cookie: cookieFor(portal),
    async createData(data) {
      const token = portal.random.bytes(32).toString("base64url");
      const createdAt = portal.clock.now();
      const expiresAt = new Date(createdAt.getTime() + policy.signInDays * 86_400_000);
      await insertSignInSession(portal.db, {
        tokenHash: tokenHash(token),
        personId: data.personId ?? null,
        data: {},
        createdAt,
        expiresAt,
        userAgent: data.userAgent?.slice(0, 300) ?? null,
        address: data.address ?? null,
      });
      return token;
    },
    async readData(token) {
      const stored = await selectOptionalSignInSession(portal.db, tokenHash(token), portal.clock.now());
      return stored?.personId ? { personId: stored.personId } : null;
    },
    async updateData(token, data) {
      await updateSignInSession(portal.db, tokenHash(token), {
        personId: data.personId ?? null,
        data: {},
        lastSeenAt: portal.clock.now(),
      });
    },
    async deleteData(token) {
      await deleteSignInSession(portal.db, tokenHash(token));
    },
  });
}

/** Longer than what browsers send the portal; nobody fills the memory with what is longer. */
const longestRemembered = 600;
/** By what the browser sends: a signature that was right stays right, and to check it again costs as much as what a save asks of the database takes here. */
const hashes = new WeakMap<Portal, RecentlyUsed<string>>();

/** The hash under which the browser's sign-in is stored, if it has one; nothing is asked of the database. */
export async function signInHash({ portal }: AppLoadContext, request: Request): Promise<string | null> {
  const sent = request.headers.get("Cookie");
  if (sent === null) return null;
  const remembered = hashesOf(portal);
  const known = remembered.get(sent);
  if (known) return known;
  const token: unknown = await cookieFor(portal).parse(sent);
  if (typeof token !== "string") return null;
  const hash = tokenHash(token);
  if (sent.length <= longestRemembered) remembered.set(sent, hash);
  return hash;
}

function hashesOf(portal: Portal): RecentlyUsed<string> {
  const known = hashes.get(portal);
  if (known) return known;
  const made = new RecentlyUsed<string>(2_000);
  hashes.set(portal, made);
  return made;
}

function readSignIn(context: AppLoadContext, request: Request): Promise<SignInSession> {
  return storageFor(context.portal).getSession(request.headers.get("Cookie"));
}

/** A fresh session for the person; the one the browser had before ends. Returns the Set-Cookie value. */
export async function beginSignIn(context: AppLoadContext, request: Request, personId: string): Promise<string> {
  const storage = storageFor(context.portal);
  await storage.destroySession(await readSignIn(context, request));
  const session = await storage.getSession();
  session.set("personId", personId);
  session.set("userAgent", request.headers.get("User-Agent") ?? "");
  session.set("address", context.address);
  return storage.commitSession(session);
}

/** Ends the session here; returns the Set-Cookie value that clears the cookie. */
export async function endSignIn(context: AppLoadContext, request: Request): Promise<string> {
  return storageFor(context.portal).destroySession(await readSignIn(context, request));
}
