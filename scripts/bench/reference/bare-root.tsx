import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";

export function BareRoot() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
