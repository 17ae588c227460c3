import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

const options = [
  "The first of four options",
  "The second, a little longer",
  "The third, longer still than both",
  "None",
];

/** As many questions as the address says: the page's size is chosen by them. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  json({
    questions: Array.from({ length: Number(params.questions) }, (_, index) => ({
      id: `question-${index}`,
      text: `Question ${index + 1}: which of these would you look at first?`,
      options,
    })),
  });

export function BarePage() {
  const { questions } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Questions</h1>
      <form method="post">
        {questions.map(({ id, text, options: offered }) => (
          <fieldset key={id} className="flex flex-col gap-2">
            <legend className="font-semibold">{text}</legend>
            {offered.map((option) => (
              <label key={option} className="flex items-center gap-2.5 py-1">
                <input type="radio" name={id} value={option} className="tick" />
                <span>{option}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </form>
    </main>
  );
}
