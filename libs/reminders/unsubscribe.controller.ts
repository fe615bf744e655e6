import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { html, orNotFound, page, showPage, type Reply } from '#libs/mail';
import { SubscriptionsService } from './subscriptions.service.js';
import { titleFor } from './title.js';
import { words } from './words.js';

/** The link of a mail (RFC 8058): looking changes nothing, so that scanners of links do no harm; a POST ends the mails. */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Get(':token')
  async ask(@Param('token') token: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const followed = await orNotFound(this.subscriptions.callOfToken(token));
    const say = words(followed.language);
    const title = say('stopTitle');
    const body = html`<h1>${title}</h1>
<p>${say('stopQuestion', { title: titleFor(followed.language, followed) })}</p>
<form method="post"><button>${say('stopButton')}</button></form>`;
    return showPage(reply, page(followed.language, title, body), 'forms');
  }

  @Post(':token')
  @HttpCode(200)
  async stop(@Param('token') token: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const followed = await orNotFound(this.subscriptions.unsubscribeByToken(token));
    const say = words(followed.language);
    const title = say('stoppedTitle');
    const body = html`<h1>${title}</h1>\n<p>${say('stopped', { title: titleFor(followed.language, followed) })}</p>`;
    return showPage(reply, page(followed.language, title, body));
  }
}
