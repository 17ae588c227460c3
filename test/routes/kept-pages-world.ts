import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { countStatements } from "../set-up/mortal-database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

export const morning = new Date("2027-03-15T08:00:10Z");

interface Looked {
  readonly path?: string;
  /** Of the partner admin, unless said otherwise. */
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly at?: ServedPortal;
}

/** An organisation of three on a database of its own, a portal that keeps pages, and one that keeps none, on the same database. */
export class KeptPagesWorld {
  readonly cookies = { admin: "", auditor: "" };
  now = morning;
  organisationId = "";
  people: string[] = [];
  served!: ServedPortal;
  fresh!: ServedPortal;
  private life!: ReturnType<typeof countStatements>;

  private constructor(readonly database: Database) {}

  static async on(database: Database, proxies = 0): Promise<KeptPagesWorld> {
    const world = new KeptPagesWorld(database);
    const { db } = database;
    world.organisationId = await anOrganisation(db, { name: "Nordlicht" });
    const { organisationId } = world;
    world.people = [
      await aMember(db, organisationId, "Ada", { partnerAdmin: true }),
      await aMember(db, organisationId, "Bo"),
      await aMember(db, organisationId, "Cai"),
    ];
    for (const personId of world.people) await aCertificate(db, { personId, organisationId, start: "2026-06-01" });
    const clock = () => world.now;
    world.served = await servePortal(database, { now: clock, proxies });
    world.fresh = await servePortal(database, { now: clock, byRouterOnly: true });
    world.cookies.admin = await world.served.signedIn(world.people[0] ?? "");
    world.cookies.auditor = await world.served.signedIn(await aStaffMember(db, "Otto", "auditor"));
    world.life = countStatements(database.pool, undefined, () => undefined);
    return world;
  }

  close(): void {
    this.served.close();
    this.fresh.close();
  }

  get page(): string {
    return `/organisations/${this.organisationId}`;
  }

  write(statement: string, ...values: unknown[]) {
    return this.database.pool.query(statement, values);
  }

  rename(name: string) {
    return this.write("update organisation set name = $2 where id = $1", this.organisationId, name);
  }

  /** What the answer says, without what is another in each: the nonce, which must be that of its policy, and the request's id. */
  async look({ path = this.page, cookie = this.cookies.admin, headers = {}, at = this.served }: Looked = {}) {
    const before = this.life.statements;
    const response = await fetch(at.url + path, { redirect: "manual", headers: { Cookie: cookie, ...headers } });
    const body = await response.text();
    const requestId = response.headers.get("X-Request-Id") ?? "";
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    const told = ["Content-Type", "Cache-Control", "X-Robots-Tag"].map((name) => response.headers.get(name));
    return {
      cost: this.life.statements - before,
      nonces: new Set([...body.matchAll(/nonce="([^"]+)"/g)].map(([, one]) => one === nonce)),
      requestId,
      whole: body,
      answer: {
        status: response.status,
        told,
        body: body.replaceAll(nonce, "NONCE").replaceAll(requestId, "ID").replaceAll(at.url, "HERE"),
      },
    };
  }

  /** Costs one statement: nothing of it was made anew. */
  async kept(looked: Looked = {}): Promise<boolean> {
    return (await this.look(looked)).cost === 1;
  }
}

/** The same world for each test of a file, at the same moment. */
export function keptPagesWorld(open: () => Promise<Database>, proxies = 0): () => KeptPagesWorld {
  let world: KeptPagesWorld;
  beforeAll(async () => {
    world = await KeptPagesWorld.on(await open(), proxies);
  });
  afterAll(async () => {
    world.close();
    await world.database.close();
  });
  beforeEach(() => {
    world.now = morning;
  });
  return () => world;
}
