import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, allows, type Permission, permissions, resolve } from "./permissions";

const own = "11111111-1111-4111-8111-111111111111";
const reseller = "22222222-2222-4222-8222-222222222222";
const foreign = "33333333-3333-4333-8333-333333333333";

const person = (part: Partial<Actor> = {}): Actor => ({
  personId: "p1",
  fullName: "A",
  roles: [],
  administered: [],
  memberOf: null,
  ...part,
});
const partnerAdmin = person({ roles: ["partner_admin"], administered: [own, reseller], memberOf: own });
const engineer = person({ memberOf: own });
const auditor = person({ roles: ["auditor"] });

describe("a partner admin", () => {
  test.each([
    ["organisation.read", own, "granted"],
    ["organisation.read", reseller, "granted"],
    ["organisation.read", foreign, "foreign_tenant"],
    ["membership.write", own, "granted"],
    ["membership.write", foreign, "foreign_tenant"],
    ["organisation.list", own, "forbidden"],
    ["organisation.write", own, "forbidden"],
    ["certificate.decide", own, "forbidden"],
  ] as const)("%s of %s: %s", (permission, organisationId, verdict) => {
    expect(resolve(partnerAdmin, permission, { organisationId })).toBe(verdict);
  });

  test("whose membership has ended reaches nothing any more", () => {
    const former = person({ roles: ["partner_admin"] });
    expect(resolve(former, "organisation.read", { organisationId: own })).toBe("foreign_tenant");
  });
});

describe("an engineer", () => {
  test("sits only the own exam and reads only the own results", () => {
    expect(allows(engineer, "exam.sit", { personId: "p1" })).toBe(true);
    expect(resolve(engineer, "exam.sit", { personId: "p2" })).toBe("foreign_tenant");
    expect(allows(engineer, "exam.read_result", { personId: "p1", organisationId: foreign })).toBe(true);
    expect(allows(engineer, "exam.read_result", { personId: "p2", organisationId: own })).toBe(false);
  });

  test("who left everywhere cannot sit an exam", () => {
    expect(resolve(person(), "exam.sit", { personId: "p1" })).toBe("forbidden");
  });

  test("sees neither the organisation's page nor its people", () => {
    expect(resolve(engineer, "organisation.read", { organisationId: own })).toBe("forbidden");
    expect(resolve(engineer, "membership.read", { organisationId: own })).toBe("forbidden");
  });
});

test("an auditor reads every organisation and changes nothing", () => {
  const writes: Permission[] = [
    "organisation.write",
    "membership.write",
    "attendance.write",
    "certificate.decide",
    "job.run",
    "notice.retry",
  ];
  expect(allows(auditor, "organisation.read", { organisationId: foreign })).toBe(true);
  expect(allows(auditor, "audit.read")).toBe(true);
  for (const permission of writes) expect(resolve(auditor, permission, { organisationId: foreign })).toBe("forbidden");
});

test("without any role and membership, nothing of any organisation is ever granted", () => {
  const names = Object.keys(permissions) as Permission[];
  // Of no organisation: the training catalogue, the demo's mailbox, the contacts by contracting entity (the page shows whose contract says which).
  const openToAll: Permission[] = ["training.read", "mailbox.read", "support_contact.read"];
  fc.assert(
    fc.property(
      fc.constantFrom(...names.filter((name) => !openToAll.includes(name))),
      fc.uuid(),
      fc.uuid(),
      (permission, organisationId, personId) => {
        expect(resolve(person(), permission, { organisationId, personId })).not.toBe("granted");
      },
    ),
  );
});
