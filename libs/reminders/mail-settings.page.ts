import { html, page, type Html } from '#libs/mail';
import type { Stopped } from './links.service.js';
import type { MailSettings } from './mail-settings.service.js';
import { titleFor } from './title.js';
import { words } from './words.js';

export function settingsPage({ language, digest, opportunities, calls }: MailSettings, state: 'as they are' | 'saved'): string {
  const say = words(language);
  const followed = calls.map((call) => box('call', call.callCode, titleFor(language, call), true));
  return page(language, say('settings'), html`<h1>${say('settings')}</h1>
${state === 'saved' ? html`<p role="status">${say('saved')}</p>` : html``}
<form method="post">
${box('digest', 'on', say('digestWish'), digest)}
${box('opportunities', 'on', say('opportunitiesWish'), opportunities)}
${followed.length === 0 ? html`` : html`<fieldset><legend>${say('followedCalls')}</legend>${followed}</fieldset>`}
<p><button>${say('save')}</button></p>
</form>`);
}

function box(name: string, value: string, label: string, checked: boolean): Html {
  return html`<p><label><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : html``}> ${label}</label></p>\n`;
}

/** Asks whether such mails shall stop, or says that they have. */
export function stopPage(language: MailSettings['language'], what: Stopped | 'stopped'): string {
  const say = words(language);
  if (what === 'stopped') return page(language, say('stoppedTitle'), html`<h1>${say('stoppedTitle')}</h1>`);
  const title = say(what === 'all' ? 'stopAll' : 'stopOpportunities');
  return page(language, title, html`<h1>${title}</h1>
${what === 'all' ? html`<p>${say('stopAllQuestion')}</p>` : html``}
<form method="post"><button>${say('stopButton')}</button></form>`);
}
