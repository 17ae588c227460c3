import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from "./choice-field";
import { ErrorSummary } from "./error-summary";
import { LanguageProvider } from "./language";
import { InputField, TextAreaField } from "./text-field";

const html = (element: React.ReactElement, language: "en" | "de" = "en") =>
  renderToStaticMarkup(<LanguageProvider language={language}>{element}</LanguageProvider>);

/** The attribute of the first tag of that name. */
const attribute = (markup: string, tag: string, name: string) =>
  new RegExp(`<${tag}\\b[^>]*? ${name}="([^"]*)"`).exec(markup)?.[1];

describe("a field", () => {
  const email = { name: "email", required: true };

  it("is named by its label", () => {
    const markup = html(<InputField field={email} label="E-mail" type="email" />);
    expect(attribute(markup, "label", "for")).toBe(attribute(markup, "input", "id"));
  });

  it("ties hint and fault to the control, in words and not by colour alone", () => {
    const markup = html(
      <InputField field={{ ...email, errors: ["not_an_email"] }} label="E-mail" hint="For invitations" />,
      "de",
    );
    const described = attribute(markup, "input", "aria-describedby")?.split(" ") ?? [];
    expect(described).toHaveLength(2);
    for (const id of described) expect(markup).toContain(`<p id="${id}"`);
    expect(attribute(markup, "input", "aria-invalid")).toBe("true");
    expect(markup).toContain("Bitte geben Sie eine E-Mail-Adresse ein");
  });

  it("says nothing of a fault where there is none", () => {
    const markup = html(<InputField field={email} label="E-mail" />);
    expect(markup).not.toMatch(/aria-invalid|aria-describedby/);
  });

  it("keeps what was typed, in preference to what the page would suggest", () => {
    const field = { ...email, initialValue: "jana@" };
    expect(attribute(html(<InputField field={field} label="E-mail" defaultValue="x@y.z" />), "input", "value")).toBe(
      "jana@",
    );
    expect(html(<TextAreaField field={field} label="Note" />)).toContain(">jana@</textarea>");
  });

  it("keeps an entry that was emptied empty", () => {
    const markup = html(<InputField field={{ ...email, initialValue: "" }} label="E-mail" defaultValue="x@y.z" />);
    expect(attribute(markup, "input", "value")).toBe("");
  });

  it("never sends a password back into the page", () => {
    const markup = html(
      <InputField
        field={{ name: "password", initialValue: "correct horse battery" }}
        label="Password"
        type="password"
      />,
    );
    expect(markup).not.toContain("correct horse");
  });

  it("marks what may be left out, not what must be filled in", () => {
    expect(html(<InputField field={{ name: "note" }} label="Note" />)).toContain("optional");
    expect(html(<InputField field={email} label="E-mail" />)).not.toContain("optional");
  });
});

describe("choices", () => {
  const choices = [
    { value: "a", label: "Ada" },
    { value: "b", label: "Jana" },
  ];
  const checked = (markup: string) =>
    [...markup.matchAll(/<input[^>]*checked=""[^>]*value="(\w+)"|<input[^>]*value="(\w+)"[^>]*checked=""/g)].map(
      (hit) => hit[1] ?? hit[2],
    );

  it("start where the form was left", () => {
    expect(
      checked(
        html(<RadioGroup field={{ name: "who", initialValue: "b" }} label="Who" choices={choices} defaultValue="a" />),
      ),
    ).toEqual(["b"]);
    expect(
      checked(html(<CheckboxGroup field={{ name: "who", initialValue: ["a", "b"] }} label="Who" choices={choices} />)),
    ).toEqual(["a", "b"]);
    expect(html(<SelectField field={{ name: "who", initialValue: "b" }} label="Who" choices={choices} />)).toMatch(
      /value="b" selected=""/,
    );
  });

  it("a box that was ticked stays ticked, one that was cleared stays cleared", () => {
    const box = (initialValue: unknown) =>
      html(<CheckboxField field={{ name: "admin", initialValue }} label="Administrator" defaultChecked />);
    expect(box("on")).toContain("checked");
    expect(box(undefined)).toContain("checked");
    expect(box("")).not.toContain("checked");
  });
});

describe("the error summary", () => {
  const fields = [
    { field: { name: "email", errors: ["not_an_email"] }, label: "E-mail" },
    { field: { name: "name", errors: [] }, label: "Name" },
    { field: { name: "seats", id: "own-id", errors: ["too_big:200"] }, label: "Seats" },
  ];

  it("can take focus, is read out, and leads to each field with a fault", () => {
    const markup = html(<ErrorSummary fields={fields} />);
    expect(markup).toMatch(/^<div tabindex="-1"/);
    expect(markup).toContain('role="alert"');
    expect([...markup.matchAll(/href="#([^"]+)"/g)].map((hit) => hit[1])).toEqual(["field-email", "own-id"]);
    expect(markup).toContain("2 entries need another look");
  });

  it("is not there when nothing is wrong", () => {
    expect(html(<ErrorSummary fields={[]} formErrors={undefined} />)).toBe("");
  });
});
