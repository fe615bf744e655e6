import { html, Html } from './html.js';

/** Something a mail tells. */
export interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The facts at a glance, the colon of their language in the label; one with a link is shown as that link. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly link?: string }[];
}

/** What a mail says, before it is laid out: the text and the HTML of a mail are made from the same letter. */
export interface Letter extends Section {
  readonly language: string;
  readonly greeting: string;
  /** Where it tells of several things: each. */
  readonly sections?: readonly Section[];
  /** Why this mail was sent. */
  readonly footer: string;
  /** What one may do about such mails. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

export function letterText({ title, greeting, paragraphs, facts, sections = [], footer, links }: Letter): string {
  const parts = [
    title,
    greeting,
    ...sectionText({ title: '', paragraphs, facts }),
    ...sections.flatMap(sectionText),
    ['-- ', footer, ...links.flatMap(({ text, url }) => [text, url])].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function sectionText({ title, paragraphs, facts }: Section): string[] {
  return [title && `* ${title}`, ...paragraphs, facts.map(({ label, value, link }) => `${label} ${link ?? value}`).join('\n')];
}

/** Text, quiet text, links and lines, on their background: each text has a contrast of 4.5 and more (WCAG 1.4.3). */
export const COLOURS = {
  light: { background: '#ffffff', text: '#1c1c1c', quiet: '#555555', link: '#0b57a4', line: '#cccccc' },
  dark: { background: '#1c1c1c', text: '#eeeeee', quiet: '#b5b5b5', link: '#8fc1ff', line: '#555555' },
} as const;

const { light, dark } = COLOURS;

/** Programs that drop this block show the light colours, which stand at the elements themselves. */
const STYLE = new Html(`
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  body { background: ${dark.background} !important; color: ${dark.text} !important }
  a { color: ${dark.link} !important }
  .end { color: ${dark.quiet} !important; border-color: ${dark.line} !important }
}
`);
const BODY_STYLE = `margin:0;padding:24px 16px;font:16px/1.5 sans-serif;color:${light.text};background:${light.background}`;
const END_STYLE = `margin:24px 0 0;padding-top:12px;border-top:1px solid ${light.line};font-size:14px;color:${light.quiet}`;

/** One narrow column without tables or images: it reads on a phone, in the dark, aloud, and in a reader without styles. */
export function letterHtml({ language, title, greeting, paragraphs, facts, sections = [], footer, links }: Letter): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body style="${BODY_STYLE}">
<div role="article" lang="${language}" style="max-width:560px;margin:0 auto;overflow-wrap:break-word">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${title}</h1>
${[greeting, ...paragraphs].map(paragraphHtml)}${facts.map(factHtml)}${sections.map(sectionHtml)}
<p class="end" style="${END_STYLE}">${footer}${links.map(({ text, url }) => html`<br>\n${linkHtml(url, text)}`)}</p>
</div>
</body>
</html>
`.markup;
}

const paragraphHtml = (text: string): Html => html`<p style="margin:0 0 16px">${text}</p>\n`;
const linkHtml = (url: string, text: string): Html => html`<a href="${url}" style="color:${light.link}">${text}</a>`;

function sectionHtml({ title, paragraphs, facts }: Section): Html {
  return html`<h2 style="font-size:17px;line-height:1.3;margin:24px 0 8px">${title}</h2>
${paragraphs.map(paragraphHtml)}${facts.map(factHtml)}`;
}

function factHtml({ label, value, link }: Section['facts'][number]): Html {
  const shown = link === undefined ? html`<strong>${value}</strong>` : linkHtml(link, value);
  return html`<p style="margin:0 0 8px">${label}<br>${shown}</p>\n`;
}
