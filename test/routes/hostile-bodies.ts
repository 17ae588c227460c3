/** What an attacker, a broken program or a curious person sends where a form is expected. */
export interface Body {
  readonly name: string;
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
}

const formType = "application/x-www-form-urlencoded";

const raw = (name: string, contentType: string | undefined, bytes: string | Buffer): Body => ({
  name,
  contentType,
  bytes: Buffer.from(bytes as string),
});

export const asForm = (name: string, fields: Readonly<Record<string, string>> | string): Body =>
  raw(name, formType, typeof fields === "string" ? fields : new URLSearchParams(fields).toString());

const boundary = "x-x-x";
const multipartType = `multipart/form-data; boundary=${boundary}`;

const part = (field: string, attributes: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${attributes}\r\n\r\n${value}\r\n`;

export const multipart = (name: string, value: string, attributes = ""): Body =>
  raw(name, multipartType, `${part("file", attributes, value)}--${boundary}--\r\n`);

/** Each field as a file. */
export const asFiles = (name: string, fields: Readonly<Record<string, string>>): Body =>
  raw(
    name,
    multipartType,
    `${Object.entries(fields)
      .map(([field, value]) => part(field, `; filename="${field}.txt"`, value))
      .join("")}--${boundary}--\r\n`,
  );

const manyFields = (count: number, nameOf: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${encodeURIComponent(nameOf(index))}=1`).join("&");

export const hostileBodies: readonly Body[] = [
  ...[
    "__proto__",
    "constructor",
    "a.__proto__.b",
    "__proto__[polluted]",
    "constructor.prototype.polluted",
    "a[b][c]",
  ].map((field) => asForm(field, { [field]: "polluted" })),
  raw(
    "JSON that names a prototype",
    "application/json",
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  ),
  asForm(
    "10,000 fields",
    manyFields(10_000, (index) => `field${index}`),
  ),
  asForm("a list with a hole", { "staff[100000].name": "x", "personIds[4294967294]": "x" }),
  asForm(
    "a list of 2,000",
    manyFields(2_000, () => "personIds"),
  ),
  asForm("nested deeply", { [`a${".b".repeat(80)}`]: "x", [`a${"[0]".repeat(60)}`]: "x" }),
  asForm("bytes that are not UTF-8", "name=%FF%FE&email=%C3%28&intent=%ED%A0%80"),
  raw("raw bytes that are not UTF-8", formType, Buffer.from([0x6e, 0x3d, 0xff, 0xfe, 0x00, 0x26, 0xc3, 0x28])),
  asForm("percent signs", "%=%&%zz=%E0%A4%A"),
  asForm("nothing", ""),
  raw("no content type", undefined, "name=x"),
  raw("plain text", "text/plain", "name=x"),
  raw("JSON", "application/json", '{"name":"x"}'),
  raw("JSON nested deeply", "application/json", `${"[".repeat(50_000)}${"]".repeat(50_000)}`),
  raw("XML", "application/xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  raw("a content type that is none", ";;;", "x"),
  raw("multipart without its end", multipartType, part("name", "", "x")),
  raw("multipart without a boundary", "multipart/form-data", part("name", "", "x")),
  raw("multipart of nothing", multipartType, `--${boundary}--\r\n`),
  raw("multipart that is cut", multipartType, `--${boundary}\r\nContent-Disposition: form-da`),
  raw("multipart whose headers are odd", multipartType, `--${boundary}\r\nX: y\r\n\r\nz\r\n--${boundary}--\r\n`),
  raw("multipart that names a prototype", multipartType, `${part("__proto__", "", "x")}--${boundary}--\r\n`),
];
