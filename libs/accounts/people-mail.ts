import { MailModule } from '#libs/mail';
import { PeopleReaders } from './readers.js';

/** Mail to people: one module, whichever rooms ask for it, so that all register their composers with the one sender. */
export const PEOPLE_MAIL = MailModule.forRoot(PeopleReaders);
