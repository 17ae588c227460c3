import { Link } from "@remix-run/react";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { Task } from "~/eligibility/tasks";
import { lastDay } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { messages } from "./messages";

type NamedTask = Task & { readonly name: string };

/** Who must do what: a line each, the most urgent first, with the way to the person. */
export function TaskList({ tasks, organisationId }: { tasks: readonly NamedTask[]; organisationId: string }) {
  const words = useMessages(messages);
  if (tasks.length === 0) return <p className="text-muted">{words.nothingToDo}</p>;
  return (
    <ul className="divide-y divide-line">
      {tasks.map((task) => (
        <li
          key={task.kind + ("personId" in task ? task.personId : "")}
          className="grid gap-x-6 py-2 sm:grid-cols-[11rem_1fr]"
        >
          {task.kind === "name_administrators" ? (
            <span className="font-semibold">{words.nameAdministrators(task.missing)}</span>
          ) : (
            <Link to={paths.member(organisationId, task.personId)} className="link tap w-fit font-semibold">
              {task.name}
            </Link>
          )}
          <TaskWords task={task} />
        </li>
      ))}
    </ul>
  );
}

function TaskWords({ task }: { task: Task }) {
  const words = useMessages(messages);
  const language = useLanguage();
  switch (task.kind) {
    case "renew":
      return <span>{words.renew(formatDay(lastDay({ end: task.endsOn }), language, "weekday"))}</span>;
    case "certify":
      if (task.inTraining) return <span>{words.certifyInTraining}</span>;
      return <span>{task.lapsedOn ? words.lapsed(formatDay(task.lapsedOn, language)) : words.certify}</span>;
    case "suspended":
      return (
        <span>
          {task.until ? words.suspendedUntil(formatDay(lastDay({ end: task.until }), language)) : words.suspended}
        </span>
      );
    case "leaves":
      return <span>{words.leaves(formatDay(task.on, language))}</span>;
    case "name_administrators":
      return <span>{words.nameAdministratorsHint}</span>;
  }
}
