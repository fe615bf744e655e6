import { copyOfTemplate } from '#libs/platform';
import { emptyFolder } from './data-folder.js';
import type { Settings } from './processes.js';

/** A migrated database with nothing in it, on the server of the test run, and what a process in production needs to use it. */
export async function bareInstallation(smtpUrl: string) {
  const copy = await copyOfTemplate();
  const settings: Settings = {
    DATABASE_URL: copy.url,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'reminders@verbond.example',
    PUBLIC_URL: 'https://verbond.example',
    VERBOND_SECRET: 'a secret that all processes of a test share',
    VERBOND_DATA: emptyFolder(),
  };
  return { url: copy.url, settings, drop: () => copy.drop() };
}
