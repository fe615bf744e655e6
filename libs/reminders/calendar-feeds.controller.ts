import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { orNotFound, type Reply } from '#libs/mail';
import { CalendarFeeds } from './calendar-feeds.service.js';

/** A calendar program asks every hour or so: what it has already is not sent again. */
@Controller('calendar')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get(':token.ics')
  async file(
    @Param('token') token: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: Reply & { status(code: number): unknown },
  ): Promise<string> {
    const file = await orNotFound(this.feeds.fileOf(token));
    const etag = `"${createHash('sha256').update(file).digest('base64url')}"`;
    reply.headers({ etag, 'cache-control': 'private, max-age=300', 'content-type': 'text/calendar; charset=utf-8' });
    const has = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
    if (has) reply.status(304);
    return has ? '' : file;
  }
}
