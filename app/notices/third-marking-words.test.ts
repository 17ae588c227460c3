import { describe, expect, it } from "vitest";
import { mailSamples } from "#test/factories/mail-samples";
import { examGerman } from "./exam-words-de";
import { examEnglish } from "./exam-words-en";

const { report_to_mark: toMark, exam_waits_for_marking: waits } = mailSamples;

describe("a third marking in mails", () => {
  it.each([
    ["English", examEnglish, /third person/, "Mark the ticket", "See the ticket", /manage the portal/],
    ["German", examGerman, /dritte Person/, "Ticket bewerten", "Ticket ansehen", /das Portal leiten/],
  ] as const)(
    "asks who has not marked, or has portal admins find somebody: %s",
    (_, words, third, mark, see, portal) => {
      const asked = words.report_to_mark({ ...toMark, third: "asked" });
      expect([asked.lead, asked.action]).toEqual([expect.stringMatching(third), mark]);
      expect(words.report_to_mark(toMark).lead).not.toMatch(third);
      const nobody = words.report_to_mark({ ...toMark, third: "nobody_left" });
      expect([nobody.action, nobody.reason]).toEqual([see, expect.stringMatching(portal)]);
      expect(nobody.consequence).not.toBe(asked.consequence);
      const overdue = words.report_to_mark({ ...toMark, third: "asked", overdue: "reminded" });
      expect([overdue.lead, overdue.subject]).toEqual([
        asked.lead,
        words.report_to_mark({ ...toMark, overdue: "reminded" }).subject,
      ]);
    },
  );

  it.each([
    ["English", examEnglish, /third person/],
    ["German", examGerman, /dritte Person/],
  ] as const)("says to the candidate and to partner admins why it takes longer: %s", (_, words, third) => {
    for (const audience of ["holder", "partner_admin"] as const) {
      const told = words.exam_waits_for_marking({ ...waits, audience, third: true });
      expect([told.subject, told.lead]).toEqual([expect.stringMatching(third), expect.stringMatching(third)]);
      expect(words.exam_waits_for_marking({ ...waits, audience }).lead).not.toMatch(third);
    }
  });
});
