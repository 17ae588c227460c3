import { afterAll, beforeAll } from "vitest";
import { publishBank } from "~/examination/publish-bank.server";
import { hashPassword } from "~/people/password.server";
import { updatePasswordHash } from "~/people/person-queries.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { aMember, anOrganisation } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

export const password = "correct horse battery staple";

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The cookie of the sign-in that it set, with all its attributes. */
  readonly set: string | undefined;
  /** As a browser sends it back. */
  readonly cookie: string;
}

async function hear(response: Response): Promise<Heard> {
  const set = response.headers.getSetCookie().find((one) => /^(__Host-)?sign-in=/.test(one));
  return {
    status: response.status,
    headers: response.headers,
    html: await response.text(),
    set,
    cookie: set?.slice(0, set.indexOf(";")) ?? "",
  };
}

/** Four partner admins who have the same password, and a portal whose clock stands still. */
export class SignInWorld {
  now = new Date("2027-03-15T08:00:00Z");
  readonly people: Record<string, string> = {};
  served!: ServedPortal;

  private constructor(readonly database: Database) {}

  static async on(database: Database): Promise<SignInWorld> {
    const world = new SignInWorld(database);
    world.served = await servePortal(database, { now: () => world.now });
    // A portal knows its programme before anybody signs in: a person's own page tells the way to a certificate.
    await publishBank(database.db, world.now);
    const organisationId = await anOrganisation(database.db);
    const hash = await hashPassword(password);
    for (const name of ["Anna", "Bert", "Cleo", "Dora"]) {
      const personId = await aMember(database.db, organisationId, name, { partnerAdmin: true });
      world.people[name] = personId;
      await inTransaction(database.db, (trx) => updatePasswordHash(trx, personId, hash));
    }
    return world;
  }

  async close(): Promise<void> {
    this.served.close();
    await this.database.close();
  }

  async send(path: string, fields: Record<string, string>, cookie = "", to = this.served): Promise<Heard> {
    return hear(
      await fetch(to.url + path, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(fields),
        headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
      }),
    );
  }

  async open(path: string, cookie = ""): Promise<Heard> {
    return hear(await fetch(this.served.url + path, { redirect: "manual", headers: { Cookie: cookie } }));
  }

  signIn(name: string, given = password, cookie = ""): Promise<Heard> {
    return this.send("/sign-in", { email: `${name.toLowerCase()}@example.org`, password: given }, cookie);
  }

  async isSignedIn(cookie: string): Promise<boolean> {
    return (await this.open("/me", cookie)).status === 200;
  }

  /** The failures counted so far are forgotten. */
  async forgetTries(): Promise<void> {
    await this.database.pool.query("delete from rate_limit");
  }
}

/** One world for all tests of a file. */
export function signInWorld(): () => SignInWorld {
  let world: SignInWorld;
  beforeAll(async () => {
    world = await SignInWorld.on(await testDatabase());
  });
  afterAll(() => world.close());
  return () => world;
}
