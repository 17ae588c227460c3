import type { AppLoadContext } from "@remix-run/node";
import { RecentlyUsed } from "~/kernel/recently-used";
import { selectSnapshot } from "~/platform/database/snapshot";

/** What is sent, and the body of a rendered page, which is not in the answer itself. */
export interface Answered {
  readonly answer: Response;
  readonly page?: string | undefined;
}

export type Make = (asked: Request, context: AppLoadContext) => Promise<Answered>;

interface Kept {
  readonly snapshot: string;
  readonly minute: number;
  readonly headers: [string, string][];
  readonly body: string;
  /** By which this answer differs from every other. */
  readonly own: { readonly cspNonce: string; readonly requestId: string };
}

/**
 * Pages that cost more than others and are gone back to: an organisation, the overview, the statistics. Their loaders read the database and the clock to the
 * minute, and of the request its address, cookies and language; nothing else may stand here.
 */
const kinds = [/^\/organisations(\/[0-9a-f-]{36})?$/, /^\/exam-statistics(\/[0-9a-f-]{36})?$/];
const mostKept = 200;
const mostLetters = 500_000;

/**
 * Gives an answer again to the same browser as long as nothing was committed to the database since, and at most to the end of the minute, when what goes by
 * days and hours may be another. Costs one statement, and nobody has to say what depends on what (docs/decisions/009-pages-kept-by-snapshot.md).
 */
export function keepingPages(): (make: Make) => Make {
  const pages = new RecentlyUsed<Kept>(mostKept);
  return (make) => async (asked, context) => {
    if (asked.method !== "GET" || !kinds.some((kind) => kind.test(new URL(asked.url).pathname))) {
      return make(asked, context);
    }
    const { db, clock } = context.portal;
    const key = [asked.url, asked.headers.get("Cookie"), asked.headers.get("Accept-Language")].join("\n");
    const minute = Math.floor(clock.now().getTime() / 60_000);
    // A database that cannot be asked is told of by the page itself.
    const snapshot = await selectSnapshot(db).catch(() => undefined);
    const kept = pages.get(key);
    if (kept && kept.snapshot === snapshot && kept.minute === minute) return again(kept, context);
    const made = await make(asked, context);
    const { answer } = made;
    if (snapshot === undefined || answer.status !== 200 || answer.headers.has("Set-Cookie")) return made;
    const body = made.page ?? (await answer.text());
    const told = { answer: new Response(null, answer), page: body };
    const { cspNonce, requestId } = context;
    // Under what was there before it was made: where something was written meanwhile, no later snapshot is that one.
    if (body.length <= mostLetters)
      pages.set(key, { snapshot, minute, headers: [...answer.headers.entries()], body, own: { cspNonce, requestId } });
    return told;
  };
}

function again({ headers, body, own }: Kept, { cspNonce, requestId }: AppLoadContext): Answered {
  const page = body.replaceAll(own.cspNonce, cspNonce).replaceAll(own.requestId, requestId);
  return { answer: new Response(null, { headers }), page };
}
