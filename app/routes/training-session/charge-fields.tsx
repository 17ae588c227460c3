import { CheckboxField } from "~/components/choice-field";
import type { FormOutcome } from "~/components/form-outcome";
import { formatMoney } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { messages } from "./messages";
import type { PageData } from "./page-data";

interface ChargeFieldsProps {
  price: PageData["session"]["price"];
  outcome: FormOutcome | undefined;
  /** Keeps the ids apart where a page holds the fields twice. */
  idPrefix: string;
}

/** The purchase order and the tick that accepts the charge; nothing for a session free of charge. */
export function ChargeFields({ price, outcome, idPrefix }: ChargeFieldsProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  if (!price) return null;
  const field = (name: string) => ({
    name,
    id: `${idPrefix}-${name}`,
    required: true,
    errors: outcome?.errors[name],
    initialValue: outcome?.initialValue[name],
  });
  return (
    <>
      <InputField field={field("purchaseOrder")} label={words.purchaseOrder} size={24} />
      <CheckboxField
        field={field("acceptCharge")}
        label={words.acceptCharge(formatMoney(price.minorUnits, price.currency, language))}
      />
    </>
  );
}
