import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { controlMessages } from "./control-messages";
import { useMessages } from "./language";

interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageHeaderProps {
  title: ReactNode;
  /** The pages above this one, outermost first; the page itself is the title. */
  breadcrumb?: readonly Crumb[];
  /** One sentence, or badges, under the title. */
  children?: ReactNode;
  /** The one primary action of the page, and what is quiet beside it. */
  action?: ReactNode;
}

/** The top of every page: where it stands, what it is, and the one thing to do. */
export function PageHeader({ title, breadcrumb = [], children, action }: PageHeaderProps) {
  const words = useMessages(controlMessages);
  return (
    <header className="mb-6">
      {breadcrumb.length > 0 && (
        <nav aria-label={words.breadcrumb} className="mb-1 text-sm text-muted">
          <ol className="flex flex-wrap items-center gap-x-2">
            {breadcrumb.map((crumb) => (
              <li key={crumb.to} className="flex min-w-0 items-center gap-2">
                <Link
                  to={crumb.to}
                  className="tap min-w-0 py-0.5 wrap-anywhere underline-offset-4 hover:text-ink hover:underline"
                >
                  {crumb.label}
                </Link>
                <span aria-hidden="true" className="text-edge">
                  ›
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1>{title}</h1>
          {children && <div className="mt-2 text-muted">{children}</div>}
        </div>
        {action && <div className="no-print flex flex-wrap gap-2">{action}</div>}
      </div>
    </header>
  );
}
