const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that may stand in a page as it is; made by {@link html} alone. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | number | Html | readonly Html[];

/** A template whose values are escaped, unless they are markup themselves: html`<p>${name}</p>`. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, i) => part + markupOf(values[i])).join(''));
}

function markupOf(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(({ markup }) => markup).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** What is asked of an HTTP reply here. */
export interface Reply {
  headers(values: Readonly<Record<string, string>>): unknown;
}

/**
 * Answers with a page in which nothing runs and for which nothing is loaded, whatever it shows. Set on success only: an
 * error has another form.
 * @param forms whether its forms may be sent, to ourselves
 */
export function showPage(reply: Reply, page: string, forms: 'forms' | 'no forms' = 'no forms'): string {
  const formAction = forms === 'forms' ? `'self'` : `'none'`;
  reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      `default-src 'none'; style-src 'unsafe-inline'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
  });
  return page;
}

/** A whole page of ours for a browser; it loads nothing from elsewhere. */
export function page(language: string, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.markup;
}

const STYLE = new Html(`
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 44rem; padding: 2rem 1rem }
h1 { font-size: 1.4rem; line-height: 1.25 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
ul { list-style: none; padding: 0 } li { border-top: 1px solid #8884; padding: .75rem 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
iframe { background: #fff; border: 1px solid #8884; height: 32rem; width: 100% }
button { font: inherit; padding: .5rem 1rem }
`);
