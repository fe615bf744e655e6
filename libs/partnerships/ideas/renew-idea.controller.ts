import { Controller, Get, HttpCode, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { html, orNotFound, page, readLinkToken, showPage, type Reply } from '#libs/mail';
import { CONFIG, type Config } from '#libs/platform';
import { words } from '../words.js';
import { IdeasService } from './ideas.service.js';

/** The link of a mail that renews an idea. Looking changes nothing, so that scanners of links do no harm. */
@Controller('renew-idea')
export class RenewIdeaController {
  constructor(
    private readonly ideas: IdeasService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':language/:token')
  async ask(@Param('language') given: string, @Param('token') token: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const language = languageOf(given);
    const { title } = await orNotFound(this.ideas.renewable(this.ideaOf(token)));
    const say = words(language);
    const body = html`<h1>${say('ideaRenewTitle')}</h1>
<p>${say('ideaRenewQuestion', { title })}</p>
<form method="post"><button>${say('ideaRenew')}</button></form>`;
    return showPage(reply, page(language, say('ideaRenewTitle'), body), 'forms');
  }

  @Post(':language/:token')
  @HttpCode(200)
  async renew(@Param('language') given: string, @Param('token') token: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const language = languageOf(given);
    const { title, expiresAt } = await orNotFound(this.ideas.renewByLink(this.ideaOf(token)));
    const say = words(language);
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt);
    const body = html`<h1>${say('ideaRenewedTitle')}</h1>\n<p>${say('ideaRenewed', { title, day })}</p>`;
    return showPage(reply, page(language, say('ideaRenewedTitle'), body));
  }

  private ideaOf(token: string): string {
    const id = readLinkToken('renew-idea', token, this.config.secret);
    if (id === undefined) throw new NotFoundException();
    return id;
  }
}

const LANGUAGES = ['nl', 'fr', 'en', 'de'] as const;

function languageOf(given: string): (typeof LANGUAGES)[number] {
  const language = LANGUAGES.find((one) => one === given);
  if (language === undefined) throw new NotFoundException();
  return language;
}
