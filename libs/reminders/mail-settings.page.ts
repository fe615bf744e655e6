import { html, page, type Html } from '#libs/mail';
import type { Stopped } from './links.service.js';
import type { MailSettings, NamedCall } from './mail-settings.service.js';
import { searchName } from './search-name.js';
import { titleFor } from './title.js';
import { words } from './words.js';

export function settingsPage({ language, digest, opportunities, calls, searches }: MailSettings, state: 'as they are' | 'saved'): string {
  const say = words(language);
  const followed = calls.map((call) => box('call', call.callCode, titleFor(language, call), true));
  const saved = searches.map((search) => box('search', search.id, searchName(search, language), true));
  return page(language, say('settings'), html`<h1>${say('settings')}</h1>
${state === 'saved' ? html`<p role="status">${say('saved')}</p>` : html``}
<form method="post">
${box('digest', 'on', say('digestWish'), digest)}
${box('opportunities', 'on', say('opportunitiesWish'), opportunities)}
${group(say('followedCalls'), followed)}
${group(say('savedSearches'), saved)}
<p><button>${say('save')}</button></p>
</form>`);
}

const group = (name: string, boxes: readonly Html[]): Html =>
  boxes.length === 0 ? html`` : html`<fieldset><legend>${name}</legend>${boxes}</fieldset>`;

function box(name: string, value: string, label: string, checked: boolean): Html {
  return html`<p><label><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : html``}> ${label}</label></p>\n`;
}

/** Asks whether such mails shall stop, or says that they have. */
export function stopPage(language: MailSettings['language'], what: Stopped | 'stopped'): string {
  const say = words(language);
  if (what === 'stopped') return page(language, say('stoppedTitle'), html`<h1>${say('stoppedTitle')}</h1>`);
  const title = say(({ all: 'stopAll', searches: 'stopSearches', opportunities: 'stopOpportunities' } as const)[what]);
  return page(language, title, html`<h1>${title}</h1>
${what === 'all' ? html`<p>${say('stopAllQuestion')}</p>` : html``}
<form method="post"><button>${say('stopButton')}</button></form>`);
}

/** Asks whether a call shall be dropped, or says that it is. */
export function dropPage(call: NamedCall & Pick<MailSettings, 'language'>, state: 'to be asked' | 'dropped'): string {
  const say = words(call.language);
  const title = say(state === 'dropped' ? 'stoppedTitle' : 'drop');
  return page(call.language, title, html`<h1>${title}</h1>
<p>${say('dropQuestion', { title: titleFor(call.language, call) })}</p>
${state === 'dropped' ? html`` : html`<form method="post"><button>${say('stopButton')}</button></form>`}`);
}
