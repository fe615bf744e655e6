import type { Address, Email } from 'postal-mime';
import type { CapturedMail } from './captured-mails.service.js';
import { html, page, type Html } from './html.js';

/** All mails, as a page. */
export function listPage(mails: readonly CapturedMail[]): string {
  const rows = mails.map(
    ({ file, mail }) => html`<li><a href="/mail/${file}">${mail.subject ?? 'Without subject'}</a><br>
<small>${recipients(mail)} · ${when(mail)}</small></li>\n`,
  );
  const body = rows.length === 0 ? html`<p>No mail has been sent yet.</p>` : html`<ul>\n${rows}</ul>`;
  return page('en', 'Mail of the demo', html`<h1>Mail of the demo</h1>\n${body}`);
}

/** One mail: its headers, its HTML shut away in a frame, its text, its attachments. */
export function mailPage({ file, mail }: CapturedMail): string {
  const headers = mail.headers.map(({ originalKey, value }) => html`<dt>${originalKey}</dt><dd>${value}</dd>\n`);
  const attachments = mail.attachments.map(
    ({ filename }, number) => html`<li><a href="/mail/${file}/${number}" download>${filename ?? 'attachment'}</a></li>\n`,
  );
  return page(
    'en',
    mail.subject ?? 'Mail',
    html`<p><a href="/mail">All mail</a></p>
<h1>${mail.subject ?? 'Without subject'}</h1>
<p>To ${recipients(mail)}<br>${when(mail)}</p>
<iframe sandbox="" title="The mail as a reader sees it" srcdoc="${mail.html ?? ''}"></iframe>
<ul>
${attachments}</ul>
<h2>Text</h2>
<pre>${mail.text ?? ''}</pre>
<h2>Headers</h2>
<dl>
${headers}</dl>`,
  );
}

const when = (mail: Email): Html => html`<time>${mail.date ?? ''}</time>`;

const recipients = (mail: Email): string => (mail.to ?? []).map(addressText).join(', ');

const addressText = ({ name, address }: Address): string => (address === undefined ? name : `${name} <${address}>`);
