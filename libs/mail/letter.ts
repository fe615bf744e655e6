import { html, type Html } from './html.js';

/** What a mail says, before it is laid out: the text and the HTML of a mail are made from the same letter. */
export interface Letter {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The facts at a glance, the colon of their language in the label; one with a link is shown as that link. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly link?: string }[];
  /** Why this mail was sent. */
  readonly footer: string;
  readonly unsubscribe?: { readonly text: string; readonly url: string };
}

export function letterText({ title, paragraphs, facts, footer, unsubscribe }: Letter): string {
  const listed = facts.map(({ label, value, link }) => `${label} ${link ?? value}`);
  const end = unsubscribe === undefined ? footer : `${footer}\n${unsubscribe.text}\n${unsubscribe.url}`;
  return `${[title, ...paragraphs, listed.join('\n'), `-- \n${end}`].join('\n\n')}\n`;
}

const FOOTER_STYLE = 'margin:24px 0 0;padding-top:12px;border-top:1px solid #ccc;font-size:13px;color:#555';

/** One narrow column without tables or images: it reads on a phone, and in a reader without styles. */
export function letterHtml({ language, title, paragraphs, facts, footer, unsubscribe }: Letter): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 sans-serif;color:#1c1c1c;background:#fff">
<div style="max-width:560px;margin:0 auto">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${title}</h1>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${paragraph}</p>\n`)}
${facts.map(factHtml)}
<p style="${FOOTER_STYLE}">${footer} ${unsubscribeHtml(unsubscribe)}</p>
</div>
</body>
</html>
`.markup;
}

function factHtml({ label, value, link }: Letter['facts'][number]): Html {
  const shown = link === undefined ? html`<strong>${value}</strong>` : html`<a href="${link}">${value}</a>`;
  return html`<p style="margin:0 0 8px">${label}<br>${shown}</p>\n`;
}

function unsubscribeHtml(unsubscribe: Letter['unsubscribe']): Html {
  return unsubscribe === undefined ? html`` : html`<a href="${unsubscribe.url}" style="color:#555">${unsubscribe.text}</a>`;
}
