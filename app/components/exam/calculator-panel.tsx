import { type ComponentType, useEffect, useState } from "react";
import { useMessages } from "~/components/language";
import type { CalculatorProps } from "./calculator";
import { messages } from "./messages";

export interface Calculation {
  readonly typed: string;
  readonly result: string;
  /** Not every digit of it is shown. */
  readonly rounded: boolean;
}

/** What stays when the candidate goes on to the next question. */
export interface CalculatorUse {
  readonly open: boolean;
  readonly calculations: readonly Calculation[];
}

interface CalculatorPanelProps {
  use: CalculatorUse;
  onUse: (use: CalculatorUse) => void;
}

/** The way to the calculator, whose program is fetched when it is opened first. */
export function CalculatorPanel({ use, onUse }: CalculatorPanelProps) {
  const words = useMessages(messages);
  const [Loaded, setLoaded] = useState<ComponentType<CalculatorProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const { open, calculations } = use;

  useEffect(() => {
    if (!open || Loaded) return;
    setFailed(false);
    import("./calculator").then(
      ({ default: Calculator }) => setLoaded(() => Calculator),
      () => setFailed(true),
    );
  }, [open, Loaded]);
  return (
    <section>
      <button
        type="button"
        className="button button-quiet"
        aria-expanded={open}
        onClick={() => onUse({ open: !open, calculations })}
      >
        {words.calculator}
      </button>
      <div hidden={!open}>
        {Loaded && (
          <Loaded calculations={calculations} onWorkedOut={(worked) => onUse({ open, calculations: worked })} />
        )}
      </div>
      <p role="status" className="text-sm text-muted empty:sr-only">
        {open && failed ? words.calculatorFailed : ""}
      </p>
    </section>
  );
}
