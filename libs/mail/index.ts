export { Composers, type Composer, type MessageToCompose } from './composers.js';
export { html, page, showPage, type Reply } from './html.js';
export { post, withdraw } from './ledger.js';
export { letterHtml, letterText, type Letter } from './letter.js';
export { MailModule } from './mail.module.js';
export { MailProcessor } from './mail.processor.js';
export { MESSAGE_STATES, type Attachment, type Mail, type MessageState, type NewMessage } from './message.js';
export { Readers, type Reader } from './readers.js';
export { Sender } from './sender.service.js';
