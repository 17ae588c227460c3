import type { Language } from "~/platform/schema/people-tables";
import { frameWords } from "./mail-words";
import type { MailWords } from "./worded-mail";

/** What a mail is laid out from: its words, whom it greets and where its button leads. */
export interface MailParts {
  readonly language: Language;
  readonly words: MailWords;
  readonly recipientName: string;
  /** Absolute. */
  readonly link: string;
  /** Absolute; the portal itself. */
  readonly home: string;
  /** Absolute, where the recipient may do without such mails; null where not. */
  readonly choose: string | null;
  /** The standing to draw, where the mail is about the count. */
  readonly seats: { readonly count: number; readonly minimum: number } | null;
}

/** The light scheme of the portal; mail programs have a white ground. A test compares them with styles/tokens.css. */
export const mailColours = {
  canvas: "#f5f7f9",
  surface: "#ffffff",
  ink: "#16202c",
  muted: "#4b5a6a",
  line: "#d8dfe6",
  edge: "#76848f",
  accent: "#1453b8",
} as const;

const font = "font-family:'Source Sans 3',system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** Text that stands inside an element or a quoted attribute. */
const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** One entry a seat, at least the minimum: whether it is filled. At most two in reserve are drawn. */
const seatRow = ({ count, minimum }: { count: number; minimum: number }): boolean[] =>
  Array.from({ length: Math.min(Math.max(count, minimum), minimum + 2) }, (_, index) => index < count);

/** The mail as plain text: the same as the HTML, seats as ●●○. */
export function textBody({ language, words, recipientName, link, home, choose, seats }: MailParts): string {
  const frame = frameWords[language];
  const sign =
    seats &&
    `${seatRow(seats)
      .map((filled) => (filled ? "●" : "○"))
      .join("")}  ${frame.seats(seats.count, seats.minimum)}`;
  const details = words.details?.map(([term, value]) => `${term}: ${value}`).join("\n");
  const blocks = [
    frame.greeting(recipientName),
    sign,
    words.lead,
    details,
    words.consequence,
    `${words.action}:\n${link}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n\n-- \n${frame.portal}\n${home}\n${words.reason}\n${choose ? `${frame.chooseMails} ${choose}\n` : ""}`;
}

const paragraph = (content: string, style = ""): string => `<p style="margin:0 0 16px;${style}">${content}</p>`;

function seatsSign(seats: { count: number; minimum: number }, label: string): string {
  const seat = (filled: boolean) => {
    const look = filled
      ? `background:${mailColours.accent};border:2px solid ${mailColours.accent}`
      : `border:2px solid ${mailColours.edge}`;
    return `<span style="display:inline-block;width:18px;height:18px;margin-right:6px;border-radius:50%;${look}"></span>`;
  };
  const drawing = `<span role="img" aria-label="${escapeHtml(label)}">${seatRow(seats).map(seat).join("")}</span>`;
  return `<p style="margin:0 0 16px;line-height:22px">${drawing}<span style="vertical-align:6px;font-weight:600">${escapeHtml(label)}</span></p>`;
}

function detailsTable(details: NonNullable<MailWords["details"]>): string {
  const cell = (content: string, colour: string) =>
    `<td style="padding:2px 16px 2px 0;vertical-align:top;color:${colour}">${escapeHtml(content)}</td>`;
  const rows = details.map(
    ([term, value]) => `<tr>${cell(term, mailColours.muted)}${cell(value, mailColours.ink)}</tr>`,
  );
  return `<table style="margin:0 0 16px;border-collapse:collapse">${rows.join("")}</table>`;
}

/** The mail as HTML: no image, script or address that is loaded; every fact escaped. */
export function htmlBody({ language, words, recipientName, link, home, choose, seats }: MailParts): string {
  const frame = frameWords[language];
  const button = `display:inline-block;padding:10px 20px;border-radius:4px;background:${mailColours.accent};color:#ffffff;font-weight:600;text-decoration:none`;
  const address = escapeHtml(link);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(words.subject)}</title></head>`,
    `<body style="margin:0;padding:24px 12px;background:${mailColours.canvas};color:${mailColours.ink};${font};font-size:16px;line-height:24px">`,
    `<main style="max-width:560px;margin:0 auto;padding:24px;background:${mailColours.surface};border:1px solid ${mailColours.line};border-radius:6px">`,
    paragraph(escapeHtml(frame.portal), `font-weight:600;color:${mailColours.accent}`),
    paragraph(escapeHtml(frame.greeting(recipientName))),
    seats ? seatsSign(seats, frame.seats(seats.count, seats.minimum)) : "",
    paragraph(escapeHtml(words.lead)),
    words.details ? detailsTable(words.details) : "",
    paragraph(escapeHtml(words.consequence)),
    paragraph(`<a href="${address}" style="${button}">${escapeHtml(words.action)}</a>`),
    paragraph(
      `${escapeHtml(frame.ifButtonFails)}<br><a href="${address}" style="color:${mailColours.accent};word-break:break-all">${address}</a>`,
      `font-size:14px;line-height:20px;color:${mailColours.muted}`,
    ),
    "</main>",
    `<footer style="max-width:560px;margin:12px auto 0;padding:0 24px;font-size:14px;line-height:20px;color:${mailColours.muted}">`,
    `${escapeHtml(words.reason)}<br><a href="${escapeHtml(home)}" style="color:${mailColours.muted}">${escapeHtml(home)}</a>`,
    choose
      ? `<br>${escapeHtml(frame.chooseMails)} <a href="${escapeHtml(choose)}" style="color:${mailColours.muted}">${escapeHtml(choose)}</a>`
      : "",
    "</footer></body></html>",
  ].join("");
}
