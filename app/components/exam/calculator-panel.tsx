import { type ComponentType, useState } from "react";
import { useMessages } from "~/components/language";
import { messages } from "./messages";

/** The way to the calculator, whose program is fetched when it is opened first. */
export function CalculatorPanel() {
  const words = useMessages(messages);
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(false);

  const press = () => {
    setOpen(!open);
    if (Loaded || open) return;
    setFailed(false);
    import("./calculator").then(
      ({ default: Calculator }) => setLoaded(() => Calculator),
      () => setFailed(true),
    );
  };
  return (
    <section>
      <button type="button" className="button button-quiet" aria-expanded={open} onClick={press}>
        {words.calculator}
      </button>
      <div hidden={!open}>{Loaded && <Loaded />}</div>
      <p role="status" className="text-sm text-muted empty:sr-only">
        {open && failed ? words.calculatorFailed : ""}
      </p>
    </section>
  );
}
