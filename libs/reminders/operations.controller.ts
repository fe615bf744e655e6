import { Controller, Get, Headers, Res } from '@nestjs/common';
import { AccountsService } from '#libs/accounts';
import { MailDesk, showPage, type Reply } from '#libs/mail';
import { Failure } from '#libs/platform';
import { operationsPage } from './operations.page.js';

type Answer = Reply & { status(code: number): unknown };

/** How the mail stands, for administrators: a browser asks for a password, which is an API key. */
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly desk: MailDesk,
  ) {}

  @Get()
  async show(@Headers('authorization') authorization: string | undefined, @Res({ passthrough: true }) reply: Answer): Promise<string> {
    if (await this.isAdministrator(authorization)) return showPage(reply, operationsPage(await this.desk.state()));
    reply.status(401);
    reply.headers({ 'www-authenticate': 'Basic realm="Verbond operations", charset="UTF-8"' });
    return 'This page is for administrators: any name, and an API key as the password.\n';
  }

  private async isAdministrator(authorization = ''): Promise<boolean> {
    const basic = /^Basic +(\S+)$/i.exec(authorization)?.[1];
    const key = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString().replace(/^[^:]*:/, '');
    try {
      return (await this.accounts.viewerOf(key === undefined ? authorization : `Bearer ${key}`)).administrator;
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  }
}
