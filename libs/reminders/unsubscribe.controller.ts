import { Controller, Get, Header, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import { html, page } from '#libs/mail';
import { localised, NotFound, type Language } from '#libs/platform';
import { SubscriptionsService, type FollowedCall } from './subscriptions.service.js';
import { words } from './words.js';

const HTML = 'text/html; charset=utf-8';
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** The link of a mail (RFC 8058): looking changes nothing, so that scanners of links do no harm; a POST ends the mails. */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Get(':token')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Header('referrer-policy', 'no-referrer')
  async ask(@Param('token') token: string): Promise<string> {
    const followed = await orNotFound(this.subscriptions.callOfToken(token));
    const say = words(followed.language);
    const title = say('stopTitle');
    return page(
      followed.language,
      title,
      html`<h1>${title}</h1>
<p>${say('stopQuestion', { title: titleOf(followed) })}</p>
<form method="post"><button>${say('stopButton')}</button></form>`,
    );
  }

  @Post(':token')
  @HttpCode(200)
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Header('referrer-policy', 'no-referrer')
  async stop(@Param('token') token: string): Promise<string> {
    const followed = await orNotFound(this.subscriptions.unsubscribeByToken(token));
    const say = words(followed.language);
    const title = say('stoppedTitle');
    return page(followed.language, title, html`<h1>${title}</h1>\n<p>${say('stopped', { title: titleOf(followed) })}</p>`);
  }
}

const titleOf = ({ titles, language, callCode }: FollowedCall): string => localised(titles, language as Language) ?? callCode;

async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof NotFound ? new NotFoundException() : error;
  }
}
