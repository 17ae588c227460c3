import { describe, expect, it } from "vitest";
import { fieldFault } from "./field-fault";
import { fieldFaultMessages } from "./field-fault-messages";

describe("fieldFault", () => {
  it("says what is wrong and the limit that the server named", () => {
    expect(fieldFault("too_long:2000", "en")).toBe("Too long: at most 2,000 characters fit.");
    expect(fieldFault("too_long:2000", "de")).toBe("Zu lang: Höchstens 2.000 Zeichen passen.");
  });

  it("passes on a sentence of the server's own", () => {
    expect(fieldFault("said:Line 3: too long:2000.", "de")).toBe("Line 3: too long:2000.");
  });

  it("does not leave a hole where the server named no limit", () => {
    for (const code of Object.keys(fieldFaultMessages.en)) {
      expect(fieldFault(code, "en")).not.toMatch(/undefined|NaN| {2}| \./);
      expect(fieldFault(code, "de")).not.toMatch(/undefined|NaN| {2}| \./);
    }
  });

  it.each(["something_new", "something_new:3", "toString", "", "Invalid input"])(
    "never shows the code %j itself",
    (code) => {
      expect(fieldFault(code, "en")).toBe("This entry cannot be used as it is. Please check it.");
    },
  );
});
