import { html, page, type MailState } from '#libs/mail';

/** The mail of this installation at a glance; what one may do about it is done by command, and said so here. */
export function operationsPage({ held, reason, due, late, inDoubt, failed, bounced, suppressed, next, trouble }: MailState): string {
  const facts: [string, string | number][] = [
    ['Mail', held ? `is held: ${reason ?? ''}` : 'leaves'],
    ['Due', due],
    ['Late', late],
    ['In doubt', inDoubt],
    ['Failed', failed],
    ['Came back', bounced],
    ['Addresses suppressed', suppressed],
    ['Next', next?.toISOString() ?? 'nothing waits'],
  ];
  const rows = trouble.map(({ id, state, offset, subjectKind, dueAt, reason: why }) => html`<li>${state} ${subjectKind} ${offset}<br>
<small>${dueAt.toISOString()} · ${why ?? ''} · ${id}</small></li>\n`);
  return page('en', 'Mail of this installation', html`<h1>Mail of this installation</h1>
<dl>
${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>
<h2>In doubt and failed</h2>
${rows.length === 0 ? html`<p>Nothing.</p>` : html`<ul>\n${rows}</ul>`}
<p>To act: <code>npm run -s verbond -- mail --help</code></p>`);
}
