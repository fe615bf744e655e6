import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { orNotFound, showPage, type Reply } from '#libs/mail';
import type { Stopped } from './links.service.js';
import { dropPage, settingsPage, stopPage } from './mail-settings.page.js';
import { MailSettingsService } from './mail-settings.service.js';

/** A form as browsers send it: what is not ticked is not there. */
type Form = Readonly<Record<string, string | readonly string[]>> | undefined;

/** The settings of somebody's mails, without sign-in; one-click addresses below them (RFC 8058). Looking changes nothing. */
@Controller('mail-settings')
export class MailSettingsController {
  constructor(private readonly settings: MailSettingsService) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    return showPage(reply, settingsPage(await orNotFound(this.settings.read(token)), 'as they are'), 'forms');
  }

  @Post(':token')
  @HttpCode(200)
  async save(@Param('token') token: string, @Body() form: Form, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { digest, opportunities, call = [], search = [] } = form ?? {};
    const wishes = { digest: digest !== undefined, opportunities: opportunities !== undefined };
    const saved = await orNotFound(this.settings.save(token, wishes, { calls: [call].flat(), searches: [search].flat() }));
    return showPage(reply, settingsPage(saved, 'saved'), 'forms');
  }

  @Get(':token/drop/:call')
  async askToDrop(@Param('token') token: string, @Param('call') call: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    return showPage(reply, dropPage(await orNotFound(this.settings.callOf(token, call)), 'to be asked'), 'forms');
  }

  @Post(':token/drop/:call')
  @HttpCode(200)
  async drop(@Param('token') token: string, @Param('call') call: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    return showPage(reply, dropPage(await orNotFound(this.settings.drop(token, call)), 'dropped'));
  }

  @Get(':token/:what')
  async ask(@Param('token') token: string, @Param('what') what: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { language } = await orNotFound(this.settings.read(token));
    return showPage(reply, stopPage(language, stoppable(what)), 'forms');
  }

  @Post(':token/:what')
  @HttpCode(200)
  async stop(@Param('token') token: string, @Param('what') what: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { language } = await orNotFound(this.settings.stop(token, stoppable(what)));
    return showPage(reply, stopPage(language, 'stopped'));
  }
}

function stoppable(what: string): Stopped {
  if (what === 'opportunities' || what === 'searches' || what === 'all') return what;
  throw new NotFoundException();
}
