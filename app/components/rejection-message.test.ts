import { describe, expect, it } from "vitest";
import type { RejectionCode } from "~/kernel/rejection";
import { rejectionMessage } from "./rejection-message";
import { rejectionMessages } from "./rejection-messages";

const codes = Object.keys(rejectionMessages.en) as RejectionCode[];

describe("rejectionMessage", () => {
  it("fills in the facts of the refusal", () => {
    expect(rejectionMessage("too_many_sign_ins", { minutes: 12 }, "en")).toContain("in 12 minutes");
    expect(rejectionMessage("too_many_sign_ins", { minutes: 1 }, "de")).toContain("in 1 Minute ");
    expect(rejectionMessage("organisation_name_taken", { name: "Nordlicht" }, "de")).toContain("Nordlicht");
  });

  it.each(codes)("%s: whole sentences in both languages, also when no facts came along", (code) => {
    for (const language of ["en", "de"] as const) {
      const sentence = rejectionMessage(code, {}, language);
      expect(sentence).toMatch(/^[A-ZÄÖÜ].{20,}\.$/);
      expect(sentence).not.toMatch(/undefined|null| {2}|\(\)/);
    }
  });
});
