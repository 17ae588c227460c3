import type { AppLoadContext } from "@remix-run/node";
import { selectSnapshot } from "~/platform/database/snapshot";
import { isId } from "../params.server";

/** What is sent, and the body of a rendered page, which is not in the answer itself. */
export interface Answered {
  readonly answer: Response;
  readonly page?: string | undefined;
}

export type Make = (asked: Request, context: AppLoadContext) => Promise<Answered>;

interface Kept {
  readonly snapshot: string;
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
/** Two bytes each in memory. */
const mostLetters = 3_000_000;

/** The pages of the present minute. */
class Shelf {
  private pages = new Map<string, Kept>();
  private minute = 0;
  private letters = 0;

  get(minute: number, key: string): Kept | undefined {
    return minute === this.minute ? this.pages.get(key) : undefined;
  }

  put(minute: number, key: string, kept: Kept): void {
    if (kept.body.length > mostLetters) return;
    if (minute !== this.minute || this.letters + kept.body.length > mostLetters) {
      this.pages = new Map();
      this.minute = minute;
      this.letters = 0;
    }
    this.letters += kept.body.length - (this.pages.get(key)?.body.length ?? 0);
    this.pages.set(key, kept);
  }
}

const isWorthKeeping = ({ method, url, headers }: Request): boolean =>
  method === "GET" &&
  kinds.some((kind) => kind.test(new URL(url).pathname)) &&
  Boolean(headers.get("Cookie")?.includes("sign-in="));

/**
 * Gives an answer again to the same browser as long as nothing was committed to the database since, and at most to the end of the minute, when what goes by
 * days and hours may be another. Costs one statement, and nobody has to say what depends on what (docs/decisions/009-pages-kept-by-snapshot.md).
 */
export function keepingPages(): (make: Make) => Make {
  const shelf = new Shelf();
  return (make) => async (asked, context) => {
    if (!isWorthKeeping(asked)) return make(asked, context);
    const { db, clock } = context.portal;
    const key = [asked.url, asked.headers.get("Cookie"), asked.headers.get("Accept-Language")].join("\n");
    const minute = Math.floor(clock.now().getTime() / 60_000);
    const snapshot = await selectSnapshot(db).catch((error: unknown) => {
      context.memory.failed = error;
    });
    const kept = shelf.get(minute, key);
    if (kept && kept.snapshot === snapshot) return again(kept, context);
    const made = await make(asked, context);
    const { answer } = made;
    const { cspNonce, requestId } = context;
    // An id that a proxy has given could be any word of the page.
    if (!snapshot || answer.status !== 200 || answer.headers.has("Set-Cookie") || !isId(requestId)) return made;
    const body = made.page ?? (await answer.text());
    // Under what was there before it was made: where something was written meanwhile, no later snapshot is that one.
    shelf.put(minute, key, { snapshot, headers: [...answer.headers.entries()], body, own: { cspNonce, requestId } });
    return { answer: new Response(null, answer), page: body };
  };
}

function again({ headers, body, own }: Kept, { cspNonce, requestId }: AppLoadContext): Answered {
  const page = body.replaceAll(own.cspNonce, cspNonce).replaceAll(own.requestId, requestId);
  return { answer: new Response(null, { headers }), page };
}
