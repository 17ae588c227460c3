import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MailContent, Template, TemplateFacts } from "~/notices/mail-facts";
import { mailColours } from "~/notices/mail-layout";
import { mailChoice, mailLink } from "~/notices/mail-links";
import { renderMail } from "~/notices/render-mail.server";
import { isDispensable } from "~/notices/unwanted";
import { paths } from "~/web/paths";
import { mailSamples } from "../factories/mail-samples";
import { subjectId } from "../factories/mails";
import { type Arrived, type MailPeer, mailPeer } from "../set-up/mail-peer";

const baseUrl = "https://portal.example";
const templates = Object.keys(mailSamples) as Template[];
const content = (template: Template, facts: object = mailSamples[template]): MailContent =>
  ({ template, facts }) as MailContent;

let peer: MailPeer;

beforeAll(async () => {
  peer = await mailPeer();
});
afterAll(() => peer.close());

async function post(
  template: Template,
  language: "en" | "de",
  facts?: object,
  fullName = "Ada Example",
): Promise<Arrived> {
  const recipient = { fullName, email: "ada@example.org", language };
  const outcome = await peer.transport.deliver(
    renderMail(content(template, facts), recipient, `<${template}.${language}@portal>`, {
      baseUrl,
      from: peer.transport.from,
    }),
  );
  expect(outcome).toEqual({ outcome: "accepted" });
  const arrived = peer.take();
  const [only] = arrived;
  if (!only || arrived.length > 1) throw new Error(`${arrived.length} mails arrived`);
  return only;
}

describe.each(templates)("the mail %s", (template) => {
  it.each(["en", "de"] as const)(
    "says in %s, as text and as HTML, what the matter is and where to act",
    async (language) => {
      const { mail, recipients } = await post(template, language);
      const link = baseUrl + mailLink(content(template));
      expect(recipients).toEqual(["ada@example.org"]);
      expect(mail.messageId).toBe(`<${template}.${language}@portal>`);
      expect(mail.subject?.length).toBeGreaterThan(10);
      expect(mail.subject?.length).toBeLessThan(100);
      expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
      expect(mail.text).toContain(language === "en" ? "Hello Ada Example," : "Guten Tag Ada Example,");
      expect(mail.text).toContain(link);
      expect(mail.text).toContain(language === "en" ? "You get this mail because" : "Sie erhalten diese E-Mail, weil");
      const html = mail.html || "";
      expect(html).toContain(`href="${link}"`);
      expect(html).toContain(`<html lang="${language}">`);
      for (const text of [mail.text ?? "", html]) expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
      expect(html).not.toMatch(/<(script|img|iframe|link|form)\b|src=|url\(/i);
    },
  );

  it("is written in each language by itself", async () => {
    const [english, german] = [await post(template, "en"), await post(template, "de")];
    expect(german.mail.subject).not.toBe(english.mail.subject);
    const prose = ({ mail }: Arrived) => mail.text?.replace(/https:\S+/g, "");
    expect(prose(english)).not.toMatch(/\b(Sie|und|wird|Zertifikat|Schulung|Prüfung)\b/);
    expect(prose(german)).not.toMatch(/\b(You|and|the|certificate|training)\b/);
  });
});

describe("what the mails say", () => {
  it("draws the seats where the count is the matter, in text and for screen readers", async () => {
    const { mail } = await post("below_three_now", "de");
    expect(mail.text).toContain("●●○  2 von 3 zertifizierten Administratoren");
    expect(mail.html).toContain('role="img" aria-label="2 von 3 zertifizierten Administratoren"');
    expect((await post("certificate_issued", "de")).mail.text).not.toContain("●");
  });

  it("tells a distributor that the status is a duty, and a Platinum partner that it needs three", async () => {
    expect((await post("below_three_ahead", "en")).mail.text).toContain(
      "For a distributor, second-level support is mandatory",
    );
    const optional = { ...mailSamples.below_three_ahead, mandatory: false };
    expect((await post("below_three_ahead", "en", optional)).mail.text).not.toContain("mandatory");
  });

  it("speaks to the holder and about the holder", async () => {
    const facts: TemplateFacts["certificate_lapsing"] = {
      ...mailSamples.certificate_lapsing,
      audience: "partner_admin",
    };
    expect((await post("certificate_lapsing", "en")).mail.subject).toBe("Your certificate ends on 9 March 2027");
    expect((await post("certificate_lapsing", "en", facts)).mail.subject).toBe(
      "The certificate of Ada Example ends on 9 March 2027",
    );
  });

  it("says the time of each part on the clock of the place, over the change to summer time", async () => {
    const { mail } = await post("training_enrolled", "en");
    expect(mail.text).toContain("When: Mon 8 Mar 2027, 09:00–12:00, Berlin (UTC+1)");
    expect(mail.text).toContain("When: Mon 29 Mar 2027, 09:00–12:00, Berlin (UTC+2)");
    expect(mail.attachments.map(({ contentType }) => contentType)).toContain("text/calendar");
  });
});

describe("hostile facts", () => {
  const injected = "Ada\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>\u202egpj";

  it.each(["en", "de"] as const)("cannot add a header, a recipient or an element (%s)", async (language) => {
    const facts = {
      ...mailSamples.certificate_lapsing,
      audience: "staff",
      personName: injected,
      organisationName: injected,
    };
    const { mail, recipients } = await post("certificate_lapsing", language, facts, injected);
    expect(recipients).toEqual(["ada@example.org"]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toContain("Ada Bcc: victim@example.org <script>");
    expect(mail.html).not.toContain("<script>");
    expect(mail.html).toContain("&lt;script&gt;");
    expect(mail.html).not.toContain("\u202e");
  });

  it("cannot leave an attribute", async () => {
    const facts = {
      ...mailSamples.training_enrolled,
      place: `" onmouseover="alert(1)`,
      trainingSessionId: `x" onclick="alert(1)`,
    };
    const { mail } = await post("training_enrolled", "en", facts);
    expect(mail.html).not.toMatch(/ on(click|mouseover)="/);
  });
});

describe("what stands in two places", () => {
  const ids = {
    organisation: subjectId(901),
    person: subjectId(900),
    session: subjectId(903),
    attempt: subjectId(904),
    certificate: subjectId(902),
  };

  it.each([
    ["certificate_lapsing", paths.exam()],
    ["below_three_ahead", paths.organisation(ids.organisation)],
    ["training_enrolled", paths.trainingSession(ids.session)],
    ["training_cancelled", paths.training()],
    ["exam_passed", paths.examResult(ids.attempt)],
    ["certificate_issued", paths.certificate(ids.certificate)],
    ["address_refused", paths.member(ids.organisation, ids.person)],
    ["second_level_applied", paths.secondLevel(ids.organisation)],
    ["staff_digest", paths.organisations()],
    ["invitation", paths.oneTimeLink(mailSamples.invitation.token)],
  ] as const)("the link of %s is the portal's address", (template, address) => {
    expect(mailLink(content(template))).toBe(address);
  });

  it("says where to choose, in mails that can be done without and in no other", async () => {
    expect(mailChoice).toBe(paths.myMails());
    for (const template of templates) {
      const { mail } = await post(template, "en");
      const says = [mail.text, mail.html].map((body) => String(body).includes(baseUrl + mailChoice));
      expect(says, template).toEqual([isDispensable(template), isDispensable(template)]);
    }
  });

  it("leads those who look after a person to the person", () => {
    const facts = { ...mailSamples.exam_available, audience: "partner_admin" };
    expect(mailLink(content("exam_available", facts))).toBe(paths.member(ids.organisation, ids.person));
  });

  it("has the colours of the portal's light scheme", () => {
    const styles = readFileSync("app/styles/tokens.css", "utf8");
    for (const [name, colour] of Object.entries(mailColours))
      expect(styles).toContain(`--color-${name}: light-dark(${colour},`);
  });
});
